/// The kind `recognize`: instructions and blocks of instructions that are found in code.
package vmmref.vectors.recognize;
