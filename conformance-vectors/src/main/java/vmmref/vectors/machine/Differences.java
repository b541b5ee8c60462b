/// What two states of one machine hold differently, as software can see it.
package vmmref.vectors.machine;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Kind;
import vmmref.vectors.xlate.Bytes;

/// A register that merely got another name is no difference, nor is what a register holds that is not a thing. Memory differs by aligned groups of eight bytes: `mem.0000000000008000`. Translations, the ALAT, counters, whether a change of PSR.ic is in flight, whether a frame is being loaded and which instruction was the last are not looked at.
public final class Differences {
    private static final Seq<String> HIDDEN = Vector.of("ic.in-flight", Parts.LAST, Parts.LOADING);

    private Differences() { }

    /// {@return the parts that differ, and what the second state holds there}
    public static Map<Spot, String> between(Machine before, Machine after) {
        return LinkedHashMap.ofEntries(parts(Parts.FIRST, before, after).appendAll(general(before, after)).appendAll(floating(before, after)).appendAll(predicates(before, after))
            .appendAll(Parts.FIXED.reject(file -> file.component().apply(before) == file.component().apply(after)).flatMap(file -> parts(file.parts(), before, after)))
            .appendAll(Bytes.changed(before.memory(), after.memory()).map(at -> Tuple.of(new Spot.Named(Bytes.NAME + "." + at), Bytes.text(after.memory(), at)))));
    }

    /// {@return the values of a second state where it differs, by the names that it has for these places}
    public static Map<String, String> places(Machine before, Machine after) {
        return named(between(before, after), after);
    }

    /// {@return the values of differing parts of a state that it shows, by the names that they have there: none of registers outside the frame that no earlier frame has}
    public static Map<String, String> named(Map<Spot, String> different, Machine machine) {
        return different.filterKeys(spot -> !(spot instanceof Spot.General general) || general.holds(machine)).mapKeys(spot -> spot.name(machine));
    }

    private static Seq<Tuple2<Spot, String>> parts(Seq<Part> parts, Machine before, Machine after) {
        return parts.flatMap(part -> {
            boolean changed = !part.value().apply(after).equals(part.value().apply(before)) && !HIDDEN.contains(part.name()) && !Kind.FREE.matcher(part.name()).matches();
            return Option.when(changed, () -> Tuple.of(new Spot.Named(part.name()), part.of().apply(after)));
        });
    }

    private static Seq<Tuple2<Spot, String>> general(Machine before, Machine after) {
        return before.general() == after.general() ? Vector.empty()
            : Vector.range(0, GeneralRegisters.NUMBER).flatMap(physical -> general(physical, before.general().get(physical), after.general().get(physical)));
    }

    private static Seq<Tuple2<Spot, String>> general(int physical, GeneralValue before, GeneralValue after) {
        if (before.nat() && after.nat() || before.equals(after)) return Vector.empty();
        Seq<Tuple2<Spot, String>> bits = after.nat() ? Vector.empty() : Vector.of(Tuple.of(new Spot.General(physical, false), Bits.hexadecimal(after.bits())));
        return before.nat() == after.nat() ? bits : bits.append(Tuple.of(new Spot.General(physical, true), Part.bit(after.nat())));
    }

    private static Seq<Tuple2<Spot, String>> floating(Machine before, Machine after) {
        return before.floating() == after.floating() ? Vector.empty() : Vector.range(0, FloatingRegisters.NUMBER).filter(physical -> !before.floating().get(physical).equals(after.floating().get(physical)))
            .map(physical -> Tuple.of(new Spot.Floating(physical), after.floating().get(physical).toString()));
    }

    private static Seq<Tuple2<Spot, String>> predicates(Machine before, Machine after) {
        long changed = before.predicates() ^ after.predicates();
        return changed == 0 ? Vector.empty() : Vector.range(0, Long.SIZE).filter(physical -> Bits.bit(changed, physical))
            .map(physical -> Tuple.of(new Spot.Predicate(physical), Part.bit(Bits.bit(after.predicates(), physical))));
    }
}
