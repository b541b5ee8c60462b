package vmmref.model.real;

import vmmref.model.register.FloatingValue;

/// What an instruction delivers that approximates, and whether software has to refine it: the predicate that it writes.
public record Approximation(FloatingValue value, boolean refinable) {
    /// {@return what needs no refinement}
    static Approximation delivered(FloatingValue value) {
        return new Approximation(value, false);
    }
}
