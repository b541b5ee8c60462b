/// Floating-point arithmetic: exact numbers, one rounding, and what is told of it. Nothing here knows a machine.
package vmmref.model.real;
