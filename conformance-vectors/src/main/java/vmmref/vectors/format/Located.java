/// A vector and where it stands.
package vmmref.vectors.format;

/// `line` counts from 1 within `file`.
record Located(Vector vector, Id id, String file, int line) { }
