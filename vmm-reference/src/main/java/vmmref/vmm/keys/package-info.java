/// What pages of guests are used as, and how first accesses are caught.
package vmmref.vmm.keys;
