package vmmref.model.real;

import vmmref.spec.Clause;

/// An exception that an operation raised and that was disabled, or is told by a trap.
///
/// @param because the clause that says when it is raised
public record Told(Flag flag, Clause because) { }
