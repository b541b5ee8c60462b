package vmmref.model.translate;

import vmmref.spec.Clause;

/// What one condition of the order finds, for people who ask why.
///
/// @param clause the condition's
/// @param met    whether it is met, whatever else is
/// @param leads  what it leads to: the text of an interruption, `negative answer`, `dropped` or `unspecified`
public record Glance(Clause clause, boolean met, String leads) { }
