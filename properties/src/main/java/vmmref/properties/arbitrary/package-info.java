/// Generators of what a machine is made of, for the properties of whoever imports them. `GENERATORS.md` shows how often each makes what.
///
/// Most mix the boundaries of their values with uniform ones; where one does not, it says so. With jqwik's own edge cases on top rare forms would be crowded out: `EdgeCasesMode.NONE`.
package vmmref.properties.arbitrary;
