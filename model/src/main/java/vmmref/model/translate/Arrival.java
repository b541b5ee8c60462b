package vmmref.model.translate;

/// What comes of a reference, and what it reaches before anything is checked.
public record Arrival(Translated translated, Target target) { }
