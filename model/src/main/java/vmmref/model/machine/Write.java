package vmmref.model.machine;

import vmmref.spec.Clause;

/// An effect: one place, its new value, and the clause that says so.
public record Write<T>(Place<T> place, T value, Clause because) {
    /// {@return the machine after it}
    Machine in(Machine machine) {
        return place.with(machine, value);
    }
}
