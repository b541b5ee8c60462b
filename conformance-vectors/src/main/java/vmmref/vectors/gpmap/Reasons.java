/// The clauses that decide where a reference of a guest ends, beside the one that is last to decide.
package vmmref.vectors.gpmap;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.spec.Clause;
import vmmref.spec.Interruptions;
import vmmref.spec.Protections;
import vmmref.spec.References;
import vmmref.vectors.xlate.WalkReasons;
import vmmref.vmm.memory.GuestMap;

import static vmmref.spec.Guests.*;

/// Each is a part of the place on which it tells: `at.rights`, `fault.kind.reflected`.
public final class Reasons {
    private Reasons() { }

    /// {@return them, for a place `at`, `ma`, `r1.nat` or `fault.kind`}
    static Map<String, String> of(Bare bare, Addressing machine, Reference reference, Bare.Landed landed) {
        return switch (landed.landing()) {
            case Landing.Reached(var place, var attribute, var because) -> named("at", reached(machine, reference, landed, because))
                .merge(attribute.exists(ma -> isSpeculated(landed, reference, ma)) ? LinkedHashMap.of("ma.speculated", GUEST_PHYSICAL_SPECULATED.name()) : LinkedHashMap.empty()).merge(WalkReasons.of("at", machine, landed.arrival().target()));
            case Landing.Faulted faulted   -> named("fault.kind", faulted(bare.rules().profile(), reference, landed, faulted.because())).merge(WalkReasons.of("fault.kind", machine, landed.arrival().target()));
            case Landing.Deferred deferred -> named("r1.nat", Vector.of(Tuple.of("passed", DEFERRAL_PASSED))).merge(WalkReasons.of("r1.nat", machine, landed.arrival().target()));
            case Landing other             -> LinkedHashMap.empty();
        };
    }

    /// {@return those that decide at which byte of which frame a reference ends, with the names of their parts}
    public static Seq<Tuple2<String, Clause>> reached(Addressing machine, Reference reference, Bare.Landed landed, Clause because) {
        Target target = landed.arrival().target();
        if (landed.isDevice()) return Vector.of(Tuple.of("translated", because), Tuple.of("device", DEVICE_REACHED));
        Seq<Tuple2<String, Clause>> page = target instanceof Target.Page found ? Vector.<Tuple2<String, Clause>>of(Tuple.of("entry", ENTRY_COMPOSED), Tuple.of("rights", RIGHTS_COMPOSED), Tuple.of("region", NUMBERS_DISTINCT))
                .appendAll(part(found.translation().size().bytes() > GuestMap.PAGE, "piece", PIECE_CONTIGUOUS)).appendAll(part(found.walked() != Effects.NONE, "searched", MISS_SEARCHED))
                    .appendAll(part(machine.psr().pk(), "key", KEYS_CACHED)).appendAll(part(reference.type() == ReferenceType.FETCH, "stream", STREAMS_DISTINCT))
            : Vector.of(Tuple.of("context", CONTEXT_ENTERED), Tuple.of("physical", PHYSICAL_COMPOSED));
        boolean split = machine.psr().dt() != machine.psr().rt();
        return Vector.<Tuple2<String, Clause>>of(Tuple.of("translated", because), Tuple.of("inserted", ENTRY_FILLED)).appendAll(page)
            .appendAll(part(split && reference.type().isOfStack(), "stack", STACK_EMULATED));
    }

    private static Seq<Tuple2<String, Clause>> part(boolean decides, String name, Clause clause) {
        return decides ? Vector.of(Tuple.of(name, clause)) : Vector.empty();
    }

    /// {@return those that decide that a guest is told of a fault}
    public static Seq<Tuple2<String, Clause>> faulted(Profile guest, Reference reference, Bare.Landed landed, Clause because) {
        boolean half = (because == References.ADDRESS_UNIMPLEMENTED || because == Interruptions.FETCH_UNIMPLEMENTED) && reference.address().isImplemented(guest.dimensions().virtualBits() + 1);
        return Vector.<Tuple2<String, Clause>>of(Tuple.of("reflected", INTERRUPTION_REFLECTED)).appendAll(part(half, "half", GUEST_ADDRESSES)).appendAll(part(half && reference.type() == ReferenceType.FETCH, "hidden", ADDRESS_HIDDEN))
            .appendAll(part(landed.arrival().target() instanceof Target.Page, "entry", ENTRY_COMPOSED)).appendAll(part(because == Protections.RIGHTS_DENIED, "rights", RIGHTS_COMPOSED)).appendAll(part(because == Protections.KEY_MISSING, "key", KEYS_CACHED));
    }

    private static boolean isSpeculated(Bare.Landed landed, Reference reference, MemoryAttribute attribute) {
        return landed.arrival().target() instanceof Target.Physical && attribute == MemoryAttribute.WB && reference.address().bits() >= 0;
    }

    private static Map<String, String> named(String place, Seq<Tuple2<String, Clause>> parts) {
        return LinkedHashMap.ofEntries(parts.map(part -> Tuple.of(place + "." + part._1, part._2.name())));
    }
}
