/// Instructions: their forms, the decode table, encoding, and their text in the syntax of the GNU assembler.
package vmmref.model.instruction;
