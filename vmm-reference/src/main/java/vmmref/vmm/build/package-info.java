/// Instructions that are built while a machine runs, after US 7,996,833: what never changes, and values that are supplied when they are inserted.
package vmmref.vmm.build;
