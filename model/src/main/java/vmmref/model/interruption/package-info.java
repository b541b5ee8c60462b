/// What the hardware reports.
package vmmref.model.interruption;
