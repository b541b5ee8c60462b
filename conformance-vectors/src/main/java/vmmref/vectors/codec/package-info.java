/// The kind `codec`: bundle bits to instructions and back.
package vmmref.vectors.codec;
