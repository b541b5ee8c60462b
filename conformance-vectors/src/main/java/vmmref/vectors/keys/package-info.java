/// Vectors of kind `keys`: what pages of guests are used as, and which accesses are caught.
package vmmref.vectors.keys;
