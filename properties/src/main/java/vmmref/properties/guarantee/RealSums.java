package vmmref.properties.guarantee;

import vmmref.model.real.MultiplyAdd;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCase;

/// Multiplications with additions as exact arithmetic has them.
final class RealSums {
    private RealSums() { }

    /// {@return what comes of an operation}
    static RealAnswer<FloatingValue> expected(MultiplyAdd operation, RealCase drawn) {
        String completer = switch (drawn.completer()) {
            case NONE     -> "";
            case SINGLE   -> "s";
            case DOUBLE   -> "d";
            case PARALLEL -> "p";
        };
        return RealOracle.of(drawn.status(), drawn.field(), completer)
            .sum(drawn.f3(), drawn.f4(), drawn.addend(), operation == MultiplyAdd.NEGATIVE ? -1 : 1, operation == MultiplyAdd.MINUS ? -1 : 1);
    }
}
