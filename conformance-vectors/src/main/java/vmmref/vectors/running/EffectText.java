package vmmref.vectors.running;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.RegisterStack;
import vmmref.model.word.Bits;

/// An effect as a trace has it: `r8=0000000000000005`, `p6=1`, `ar.lc=000000000000000a`, `mem1[100800]=01`; `alat.g56=100800+8`, where a register of the table has its physical number.
final class EffectText {

    private EffectText() { }

    /// {@return name and value}
    static Tuple2<String, String> of(Write<?> write) {
        return switch (write.place()) {
            case Place.Bytes(PhysicalAddress at, int size) -> Tuple.of("mem%d[%x]".formatted(size, at.bits()), Bits.hexadecimal((Long) write.value()).substring(16 - 2 * size));
            case Place.Stack stack                         -> Tuple.of("bsp", Long.toHexString(((RegisterStack) write.value()).bsp().bits()));
            case Place.Advanced(Alat.Tag tag)              -> Tuple.of("alat.%s%d".formatted(tag.floating() ? "f" : "g", tag.physical()), value(write.value()));
            case Place<?> place                            -> Tuple.of(place.toString(), value(write.value()));
        };
    }

    private static String value(Object value) {
        return switch (value) {
            case Boolean bit                   -> bit ? "1" : "0";
            case Long word                     -> Bits.hexadecimal(word);
            case Position position             -> position.toString();
            case Alat.Range(var start, int size) -> "%x+%d".formatted(start.bits(), size);
            case Option<?> option              -> option.map(EffectText::value).getOrElse("none");
            case Alat alat                     -> alat.isEmpty() ? "empty" : alat.entries().size() + " entries";
            default                            -> value.toString();
        };
    }
}
