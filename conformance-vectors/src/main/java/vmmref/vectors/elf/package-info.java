/// Executables as linkers write them.
package vmmref.vectors.elf;
