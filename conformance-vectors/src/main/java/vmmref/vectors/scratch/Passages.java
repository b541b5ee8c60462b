/// Which guests are inside, told from the machines that they believe to have.
package vmmref.vectors.scratch;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Psr;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Clause;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.keys.Uses;
import vmmref.vectors.vmm.GuestTurn;
import vmmref.vectors.vmm.Happening;
import vmmref.vectors.vmm.Watcher;

import static vmmref.spec.ScratchRegisters.*;

/// @param uses   what frames are used as
/// @param inside by the number of the guest
/// @param event  the one that happens
/// @param by     which clauses decided places and parts of them
/// @param parts  the same of the turn that was made last, by parts of places of its guest
record Passages(Taking taking, Uses uses, Map<Integer, Boolean> inside, int event, Map<String, Clause> by, Map<String, Clause> parts) implements Watcher {
    private static final int LOWEST = 3;
    private static final int DFL = 18;
    private static final int DFH = 19;

    /// {@return guests that are outside}
    static Passages of(Taking taking, int guests) {
        Map<Integer, Boolean> outside = Vector.range(0, guests).foldLeft(LinkedHashMap.empty(), (all, guest) -> all.put(guest, false));
        Map<String, Clause> unseen = outside.keySet().foldLeft(LinkedHashMap.empty(), (all, guest) -> all.put(presence(guest), ENTRY_DETECTED));
        return new Passages(taking, Uses.NONE, outside, 0, unseen, LinkedHashMap.empty());
    }

    static String presence(int guest) {
        return "g%d.presence".formatted(guest);
    }

    @Override public Passages begun(int number, Happening happening) {
        return new Passages(taking, uses, inside, number, by, parts);
    }

    @Override public Passages switched(int to) {
        return new Passages(taking, uses, inside, event, by.put("e%d.set".formatted(event), SET_OF_PROCESSOR), parts);
    }

    @Override public Passages remapped(NamedMap before, NamedMap after) {
        return new Passages(taking, uses.reused(before, after), inside, event, by, parts);
    }

    @Override public Passages turned(GuestTurn turn) {
        Uses.Turned used = uses.after(turn);
        Passages begun = new Passages(taking, used.uses(), inside, event, by, LinkedHashMap.empty());
        int before = level(turn.before());
        int after  = level(turn.after());
        boolean executes = used.accesses().headOption().exists(access -> access.reference().type() == ReferenceType.FETCH && access.isCaught());
        Passages fetched = executes ? begun.told(turn.guest(), Taking.Sign.EXECUTION, before, before) : begun;
        Passages noted = fetched.noting(turn);
        if (isPrivileged(turn)) return noted.told(turn.guest(), Taking.Sign.PRIVILEGED, before, after);
        return turn.turned().taken().isEmpty() && before == 0 && after != 0 ? noted.told(turn.guest(), Taking.Sign.DECREASE, before, after) : noted;
    }

    private static int level(Machine machine) {
        return machine.psr().cpl() == 0 ? 0 : LOWEST;
    }

    /// {@return whether the instruction of a turn is privileged, and nothing comes before that}
    private static boolean isPrivileged(GuestTurn turn) {
        if (turn.turned().taken().contains(Interruption.EXTERNAL_INTERRUPT)) return false;
        return turn.turn().step().next(turn.before().withPsr(turn.before().psr().withCpl(LOWEST)), turn.choice()) instanceof Executed.Raised(var fault, var because)
            && (fault.kind() == Interruption.PRIVILEGED_OPERATION || fault.kind() == Interruption.PRIVILEGED_REGISTER);
    }

    private Passages told(int guest, Taking.Sign sign, int before, int after) {
        if (after == 0) return taking.entries().contains(sign) ? entered(guest) : this;
        return before == 0 && taking.exits().contains(sign) ? left(guest) : this;
    }

    private Passages entered(int guest) {
        return moved(guest, true, inside.get(guest).get() ? LinkedHashMap.of("", ENTRY_DETECTED, ".moved", SET_KEPT) : LinkedHashMap.of("", ENTRY_DETECTED, ".moved", SET_SAVED, ".order", SAVE_PRECEDES));
    }

    private Passages left(int guest) {
        return moved(guest, false, LinkedHashMap.of("", EXIT_DETECTED, ".moved", inside.get(guest).get() ? SET_RESTORED : SET_UNTOUCHED));
    }

    /// @param decided by parts of the place that tells of the guest
    private Passages moved(int guest, boolean isInside, Map<String, Clause> decided) {
        Map<String, Clause> others = by.filterKeys(part -> !part.startsWith(presence(guest)) || part.endsWith(".order"));
        return new Passages(taking, uses, inside.put(guest, isInside), event, decided.foldLeft(others, (all, part) -> all.put(presence(guest) + part._1, part._2)), parts);
    }

    /// {@return the same with what decided a use of the set by a guest that is inside}
    private Passages noting(GuestTurn turn) {
        if (!inside.get(turn.guest()).get() || !isUse(turn)) return this;
        Map<String, Clause> noted = LinkedHashMap.of("goes.use", USE_EMULATED, "goes.disabled", SET_DISABLED, "psr.use", USE_EMULATED, "psr.disabled", SET_DISABLED);
        Map<String, Clause> registers = turn.effects().writes().map(write -> write.place()).foldLeft(noted, (all, place) -> switch (place) {
            case Place.Floating(int number) -> all.put("f%d.use".formatted(number), USE_EMULATED);
            case Place.General(int number)  -> all.put("r%d.use".formatted(number), USE_EMULATED);
            default                         -> all;
        });
        return new Passages(taking, uses, inside, event, by, registers);
    }

    /// {@return whether an instruction of a turn gets at registers that are disabled while a guest is inside}
    private boolean isUse(GuestTurn turn) {
        Psr psr = turn.before().psr();
        Machine disabled = turn.before().withPsr(psr.with(DFL, psr.dfl() || taking.isLow()).with(DFH, psr.dfh() || taking.isHigh()));
        return !turn.turned().taken().contains(Interruption.DISABLED_FP_REGISTER) && turn.turn().step().next(disabled, turn.choice()) instanceof Executed.Raised(var fault, var because) && fault.kind() == Interruption.DISABLED_FP_REGISTER;
    }

    @Override public Map<String, String> places() {
        return LinkedHashMap.ofEntries(inside.toVector().map(each -> Tuple.of(presence(each._1), each._2 ? "inside" : "outside")));
    }
}
