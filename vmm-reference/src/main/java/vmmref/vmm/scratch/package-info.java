/// Which registers are the monitor's while a guest executes code of an operating system, and when.
package vmmref.vmm.scratch;
