package vmmref.vectors.running;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.RegisterStack;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.spec.Stacks;

/// An effect as a trace has it: `r8=0000000000000005`, `p6=1`, `ar.lc=000000000000000a`, `mem1[100800]=01`; `alat.g56=100800+8`, where a register of the table has its physical number.
final class EffectText {
    /// Why BSPSTORE changes, and not BSP.
    private static final Set<Clause> STORING = HashSet.of(Stacks.REGISTER_STORED, Stacks.COLLECTION_STORED, Stacks.REGISTER_LOADED, Stacks.COLLECTION_LOADED, Stacks.STACK_LOADED);

    private EffectText() { }

    private static Tuple2<String, String> stack(RegisterStack stack, boolean stores) {
        return stores ? Tuple.of("bspstore", Long.toHexString(stack.bspstore().bits())) : Tuple.of("bsp", Long.toHexString(stack.bsp().bits()));
    }

    /// {@return name and value}
    static Tuple2<String, String> of(Write<?> write) {
        return switch (write.place()) {
            case Place.Bytes(PhysicalAddress at, int size) -> Tuple.of("mem%d[%x]".formatted(size, at.bits()), Bits.hexadecimal((Long) write.value()).substring(16 - 2 * size));
            case Place.Stack stack                         -> stack((RegisterStack) write.value(), STORING.contains(write.because()));
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
