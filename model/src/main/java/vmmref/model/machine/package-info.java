/// The machine as a whole: its profile, and its rules as a value.
package vmmref.model.machine;
