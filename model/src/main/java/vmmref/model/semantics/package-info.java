/// The rules of the machine as a value.
package vmmref.model.semantics;
