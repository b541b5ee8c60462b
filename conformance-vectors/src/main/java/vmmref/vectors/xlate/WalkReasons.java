package vmmref.vectors.xlate;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.translate.Target;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.spec.Walks;

/// The clauses that decide what a walk for a reference finds, and are not the last to decide.
public final class WalkReasons {
    private static final int BE = 1;

    private WalkReasons() { }

    /// {@return them, as parts of the place that shows what comes of the reference; none where PTA.ve is 0 or something translates it}
    public static Map<String, String> of(String place, Addressing machine, Target target) {
        return LinkedHashMap.ofEntries(of(machine, target).zipWithIndex((clause, index) -> Tuple.of(place + ".walk" + index, clause.name())));
    }

    private static Seq<Clause> of(Addressing machine, Target target) {
        return switch (target) {
            case Target.Page(var translation, var register, var walked) -> walked == Effects.NONE ? Vector.empty() : found(machine).append(read(machine));
            case Target.Missed(Walks because)                           -> missed(machine, because);
            case Target.Nothing nothing                                 -> machine.pta().ve() ? Vector.of(Walks.WALKER_ENABLED) : Vector.empty();
            case Target.Several several                                 -> Vector.empty();
            case Target.Physical physical                               -> Vector.empty();
        };
    }

    private static Seq<Clause> missed(Addressing machine, Walks because) {
        return switch (because) {
            case ENTRY_UNTRANSLATED, ENTRY_UNREADABLE  -> sought(machine);
            case TAG_MISMATCHED                        -> found(machine);
            default                                    -> found(machine).append(read(machine));
        };
    }

    private static Seq<Clause> sought(Addressing machine) {
        return machine.pta().isLong() ? Vector.of(Walks.WALKER_ENABLED, Walks.LONG_ENTRY_ADDRESSED, Walks.INDEX_HASHED) : Vector.of(Walks.WALKER_ENABLED, Walks.SHORT_ENTRY_ADDRESSED);
    }

    private static Seq<Clause> found(Addressing machine) {
        Seq<Clause> tagged = machine.pta().isLong() ? sought(machine).append(Walks.TAG_HASHED) : sought(machine);
        return Bits.bit(machine.dcr().bits(), BE) ? tagged.append(Walks.ENTRY_ORDERED) : tagged;
    }

    private static Clause read(Addressing machine) {
        return machine.pta().isLong() ? Walks.LONG_ENTRY_READ : Walks.SHORT_ENTRY_READ;
    }
}
