/// Vectors of kind `vmm`: short lives of guests under a monitor.
package vmmref.vectors.vmm;
