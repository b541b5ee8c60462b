package vmmref.properties.campaign;

import io.vavr.collection.List;
import io.vavr.collection.Set;
import vmmref.properties.guarantee.Outcomes.Outcome;
import vmmref.spec.Clause;

/// What a case showed.
///
/// @param clauses  that decided
/// @param outcomes in the order in which they came up
record Sign(Set<Clause> clauses, List<Outcome> outcomes) { }
