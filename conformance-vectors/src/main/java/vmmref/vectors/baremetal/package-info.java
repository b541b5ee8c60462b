/// Vectors as programs that run without an operating system, and what their logs say.
package vmmref.vectors.baremetal;
