package vmmref.model.translate;

import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.spec.Clause;

/// One line of the order for one column.
///
/// @param condition   what is looked for
/// @param consequence what it leads to
/// @param fault       the fault that is raised, if one is
/// @param deferral    when a speculative load is deferred
/// @param precludes   whether conditions further down mean nothing then
record Check(Condition condition, Consequence consequence, Option<Interruption> fault, Deferral deferral, boolean precludes) {
    Clause clause() {
        return condition.clause();
    }

    /// {@return what it leads to, in words}
    String told() {
        return switch (consequence) {
            case F -> fault.get().text();
            case A -> "negative answer";
            case D -> "dropped";
            case U -> "unspecified";
        };
    }
}
