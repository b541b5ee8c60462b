package vmmref.vectors.kill;

import io.vavr.collection.Seq;

/// Where a mutant is.
///
/// @param number  of the line among the spots
/// @param built   whether it is reached when a monitor is made
/// @param clauses that its method carries
/// @param method  by which mutants of one method know each other
record Spot(int number, boolean built, Seq<String> clauses, String method) { }
