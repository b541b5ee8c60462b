/// External interrupts: which are pending, which may be taken, which are in service.
package vmmref.model.external;
