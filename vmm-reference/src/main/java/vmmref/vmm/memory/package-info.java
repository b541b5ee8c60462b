/// The memory of guests: where their physical pages lie, and what stands for their translations in the hardware, after US 6,895,491 and US 7,330,942.
package vmmref.vmm.memory;
