package vmmref.model.real;

import vmmref.model.register.FloatingValue;

/// The line of numbers, with infinity at either end.
final class Line {
    private Line() { }

    /// {@return how two values compare that are numbers or infinite}
    static int order(FloatingValue first, FloatingValue second) {
        int ends = Integer.compare(end(first), end(second));
        return ends != 0 || end(first) != 0 ? ends : Exact.of(first).compareTo(Exact.of(second));
    }

    /// {@return how their magnitudes compare}
    static int orderOfMagnitudes(FloatingValue first, FloatingValue second) {
        return order(magnitude(first), magnitude(second));
    }

    private static FloatingValue magnitude(FloatingValue value) {
        return new FloatingValue(false, value.exponent(), value.significand());
    }

    private static int end(FloatingValue value) {
        return ValueClass.of(value) != ValueClass.INFINITY ? 0 : value.sign() ? -1 : 1;
    }
}
