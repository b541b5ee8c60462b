package vmmref.model.partition;

import vmmref.spec.Clause;

/// One place of a complex, its new value, and the clause that says so.
public record Effect<T>(Place<T> place, T value, Clause because) {
    /// {@return the complex after it}
    Complex in(Complex complex) {
        return place.with(complex, value);
    }
}
