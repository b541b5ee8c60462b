/// A monitor, and the machine that it runs on.
package vmmref.vmm;
