/// Vectors of kind `gpmap`: one reference of a guest, and what is behind the address that it reaches.
package vmmref.vectors.gpmap;
