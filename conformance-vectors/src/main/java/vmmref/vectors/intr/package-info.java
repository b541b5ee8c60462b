/// The kind `intr`: interruptions, what they deliver, and the way back.
package vmmref.vectors.intr;
