package vmmref.model.real;

import vmmref.model.register.FloatingValue;

/// The line of numbers, with infinity at either end.
final class Line {
    private Line() { }

    /// {@return how two values compare that are numbers or infinite, which reads as a power of two above all numbers}
    static int order(FloatingValue first, FloatingValue second) {
        return Exact.of(first).compareTo(Exact.of(second));
    }

    /// {@return how their magnitudes compare}
    static int orderOfMagnitudes(FloatingValue first, FloatingValue second) {
        return order(magnitude(first), magnitude(second));
    }

    private static FloatingValue magnitude(FloatingValue value) {
        return new FloatingValue(false, value.exponent(), value.significand());
    }
}
