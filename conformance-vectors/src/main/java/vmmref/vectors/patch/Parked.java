/// What clauses on registers that stubs park have decided, told from what guests execute on the machines that they believe to have.
package vmmref.vectors.patch;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Place;
import vmmref.spec.Clause;
import vmmref.vectors.vmm.GuestTurn;
import vmmref.vectors.vmm.Happening;
import vmmref.vmm.Vmm;

import static vmmref.spec.PatchedPages.*;

/// @param parking whether the monitor parks registers
/// @param kernels the guests that have been at level 0
/// @param waits   whether the last turn was an instruction of a stub from which registers were not back yet
/// @param by      which clauses decided what is told of events, by parts of places
record Parked(boolean parking, Set<Integer> kernels, boolean waits, Map<String, Clause> by) {
    private static final int STATIC = 32;

    /// {@return that nothing was executed yet}
    static Parked none(boolean parking) {
        return new Parked(parking, HashSet.empty(), false, LinkedHashMap.empty());
    }

    /// {@return the same after an event has begun: the monitor gives registers back before it does anything else}
    Parked begun(int event, Happening happening) {
        return switch (happening) {
            case Happening.Switched switched       -> interrupted(event);
            case Happening.Remapped remapped       -> interrupted(event);
            case Happening.Transferred transferred -> interrupted(event);
            default                                -> this;
        };
    }

    private Parked interrupted(int event) {
        return waits ? new Parked(parking, kernels, false, by.put("e%d.returned".formatted(event), REGISTERS_RETURNED)) : this;
    }

    /// {@return whether registers may be parked where a guest makes a turn}
    boolean isParking(GuestTurn turn) {
        return parking && turn.before().psr().cpl() == 0;
    }

    /// {@return the same after a turn}
    ///
    /// @param branched whether the bundle is branched around
    Parked turned(GuestTurn turn, Option<Around> bundle, boolean branched) {
        boolean stub = isParking(turn) && branched && turn.turned().taken().isEmpty() && bundle.exists(Around::isNeedy);
        return new Parked(parking, isParking(turn) ? kernels.add(turn.guest()) : kernels, stub, by);
    }

    /// {@return which clauses decided what came of a turn, by parts of places}
    ///
    /// @param branched whether the bundle is branched around
    Map<String, Clause> parts(Vmm reference, GuestTurn turn, Around bundle, boolean branched) {
        boolean external = turn.turned().taken().contains(Interruption.EXTERNAL_INTERRUPT);
        boolean stub = isParking(turn) && branched && bundle.isNeedy() && !external;
        boolean odd = stub && bundle.isOdd(reference);
        boolean used = parking && bundle.isScratch() && !external;
        Seq<Tuple2<String, Clause>> parts = Vector.of(
            Option.when(stub, () -> Tuple.<String, Clause>of("parked", REGISTERS_PARKED)),
            Option.when(odd, () -> Tuple.<String, Clause>of("trapped", PATCH_TRAPPED)),
            Option.when(odd || stub && !turn.turned().taken().isEmpty() || external && waits, () -> Tuple.<String, Clause>of("returned", REGISTERS_RETURNED)),
            Option.when(used && isParking(turn), () -> Tuple.<String, Clause>of("uses", USES_PATCHED)),
            Option.when(used && (isParking(turn) || kernels.contains(turn.guest())), () -> Tuple.<String, Clause>of("set", SET_PARKING))).flatMap(each -> each);
        return LinkedHashMap.ofEntries(places(turn).flatMap(place -> parts.map(part -> Tuple.of(place + "." + part._1, part._2))));
    }

    /// {@return where the guest goes on, and the registers that there always are which the turn has written}
    private static Seq<String> places(GuestTurn turn) {
        return turn.effects().writes().map(write -> write.place()).filter(place -> place instanceof Place.Floating || place instanceof Place.General register && register.number() < STATIC).map(Object::toString).toVector().distinct().append("goes");
    }
}
