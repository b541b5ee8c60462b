/// The kind `step`: what comes of one instruction, or of a few.
package vmmref.vectors.step;
