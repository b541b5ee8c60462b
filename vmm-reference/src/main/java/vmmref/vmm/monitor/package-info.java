/// The monitor: what it knows of its guests, and what it does whenever the hardware calls it.
package vmmref.vmm.monitor;
