/// Words, ranges of bits, and the ways in which a range of bits stands for a number.
package vmmref.model.word;
