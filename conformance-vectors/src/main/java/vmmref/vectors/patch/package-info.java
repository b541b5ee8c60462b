/// Vectors of kind `patch`: guests that execute sensitive instructions which do not trap.
package vmmref.vectors.patch;
