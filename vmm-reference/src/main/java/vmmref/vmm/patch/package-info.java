/// Copies of code in which something is patched, one for each address at which it is executed.
package vmmref.vmm.patch;
