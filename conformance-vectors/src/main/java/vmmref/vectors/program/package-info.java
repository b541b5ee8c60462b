/// The kind `run`: what comes of a short program.
package vmmref.vectors.program;
