package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.REGISTERS_PARKED;
import static vmmref.spec.PatchedPages.REGISTERS_RETURNED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place.General;
import vmmref.model.machine.Place.Predicates;
import vmmref.model.machine.Write;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.Line;
import vmmref.vmm.recognize.Place;

/// General registers that wait in floating-point registers of the scratch set while a stub uses them. The predicates wait in the first of the general ones.
///
/// @param victims the general registers
/// @param lines   where the instructions of the stub stand that park, use and return them
public record Parking(Seq<Integer> victims, Seq<Place> lines) {
    /// The first register of the scratch set.
    private static final int FIRST = 32;
    /// The predicates that are used: p6 and p7.
    private static final long PREDICATES = 3L << 6;

    /// {@return code that has registers to itself: it is preceded by code that parks them, and followed by code that returns them}
    @PatchedPages.Rule(REGISTERS_PARKED)
    static Seq<Line> around(Seq<Line> code, Seq<Integer> victims) {
        Seq<Line> parked = ended(victims.map(victim -> Lines.line("M setf.sig f%d=r%d".formatted(floating(victims, victim), victim))));
        Seq<Line> back = ended(victims.map(victim -> Lines.line("M getf.sig r%d=f%d".formatted(victim, floating(victims, victim)))));
        return parked.append(Lines.line("I mov r%d=pr ;;".formatted(victims.head()))).appendAll(code).append(Lines.line("I mov pr=r%d,0x%x ;;".formatted(victims.head(), PREDICATES))).appendAll(back);
    }

    private static Seq<Line> ended(Seq<Line> lines) {
        return lines.init().append(lines.last().withStop(true));
    }

    private static int floating(Seq<Integer> victims, int victim) {
        return FIRST + victims.indexOf(victim);
    }

    /// {@return what gives registers that wait at a place of the stub back to whoever is interrupted there}
    ///
    /// @param machine that is about to do what stands at the place
    @PatchedPages.Rule(REGISTERS_RETURNED)
    public Seq<Write<?>> returned(Machine machine, Place at) {
        Seq<Write<?>> predicates = isBetween(lines.get(victims.size()), at, lines.get(lines.size() - victims.size() - 1)) ? Vector.of(new Write<>(Predicates.PREDICATES, machine.general(victims.head()).bits(), REGISTERS_RETURNED)) : Vector.empty();
        return isBetween(lines.get(victims.size() - 1), at, lines.last()) ? predicates.appendAll(victims.map(victim -> new Write<>(new General(victim), value(machine.floating(floating(victims, victim))), REGISTERS_RETURNED))) : predicates;
    }

    private static GeneralValue value(FloatingValue parked) {
        return new GeneralValue(parked.significand(), parked.isNatVal());
    }

    private static boolean isBetween(Place done, Place at, Place last) {
        return done.isBefore(at) && !last.isBefore(at);
    }
}
