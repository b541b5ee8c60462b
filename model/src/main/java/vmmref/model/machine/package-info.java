/// The machine as a value, the places it is made of, and effects, which are the only way in which it changes.
package vmmref.model.machine;
