/// Vectors of kind `scratch`: floating-point registers that are a monitor's while a guest executes code of an operating system.
package vmmref.vectors.scratch;
