/// The vector format: what a vector, a case, an answer and a pack are, and how each reads and writes as JSON.
package vmmref.vectors.format;
