package vmmref.model.register;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.IntFunction;
import vmmref.model.word.Words;

/// The floating-point registers by physical number, 0 to 127.
///
/// @param significands bits 63:0 of each
/// @param heads        bits 81:64 of each
public record FloatingRegisters(Words significands, Words heads) {
    public static final int NUMBER = 128;
    /// All 0 but f1, which is 1.
    public static final FloatingRegisters RESET = new FloatingRegisters(Words.zero(NUMBER), Words.zero(NUMBER)).with(1, FloatingValue.ONE);

    public FloatingValue get(int physical) {
        return FloatingValue.of(heads.get(physical), significands.get(physical));
    }

    public FloatingRegisters with(int physical, FloatingValue value) {
        return new FloatingRegisters(significands.with(physical, value.significand()), heads.with(physical, value.head()));
    }

    /// {@return the same with other values from one register up to another}
    public FloatingRegisters with(int first, int end, IntFunction<FloatingValue> values) {
        Seq<FloatingValue> all = Vector.range(first, end).map(values::apply);
        return new FloatingRegisters(significands.with(first, end, number -> all.get(number - first).significand()), heads.with(first, end, number -> all.get(number - first).head()));
    }
}
