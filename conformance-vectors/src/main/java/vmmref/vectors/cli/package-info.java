/// The command line: one class per command.
package vmmref.vectors.cli;
