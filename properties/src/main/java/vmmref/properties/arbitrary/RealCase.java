package vmmref.properties.arbitrary;

import io.vavr.control.Option;
import vmmref.model.real.Completer;
import vmmref.model.real.Environment;
import vmmref.model.real.FloatingStatus;
import vmmref.model.register.FloatingValue;

/// A multiplication with an addition.
///
/// @param kind   what was meant when it was drawn
/// @param alone  whether f2 is the register f0
/// @param status FPSR
/// @param field  the status field that is named, 0 to 3
public record RealCase(Kind kind, FloatingValue f3, FloatingValue f4, FloatingValue f2, boolean alone, long status, int field, Completer completer) {
    /// What was meant.
    public enum Kind { ANY, SPECIAL, CANCELLING, AT_A_LIMIT, HALFWAY, APART, ZERO_SUM, INFINITE }

    public Environment environment() {
        return Environment.of(new FloatingStatus(status), field, completer);
    }

    public Option<FloatingValue> addend() {
        return Option.when(!alone, f2);
    }
}
