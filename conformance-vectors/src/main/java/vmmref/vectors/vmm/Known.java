/// A guest on the machine that it believes to have, and what decided what differs.
package vmmref.vectors.vmm;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.step.Step;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;
import vmmref.vectors.machine.Course;
import vmmref.vectors.machine.Reasons;
import vmmref.vectors.machine.Spot;

/// @param explained whether it is kept which clauses decided something
/// @param machine without memory
/// @param by      which clauses decided what differs
/// @param reasons clauses that decided something and wrote none
/// @param parts   clauses of the chapter on guests, by parts of places, of which `goes` is the place that says where it goes on
record Known(boolean explained, Machine machine, Map<Spot, Clause> by, Reasons reasons, Map<String, Clause> parts, Undefined undefined) {
    private static final int WORD = 8;

    static Known of(Machine bare, boolean explained) {
        return new Known(explained, bare.withMemory(Memory.ZERO), LinkedHashMap.empty(), Reasons.NONE, LinkedHashMap.empty(), Undefined.NOTHING);
    }

    /// {@return the same after a turn}
    ///
    /// @param before with its memory
    Known turned(Machine before, Turn.Turned turned, Effects effects, Step step, Choice choice) {
        Machine after = before.with(effects).withMemory(Memory.ZERO);
        if (!explained) return new Known(false, after, by, reasons, parts, undefined.after(effects));
        return new Known(true, after, Course.decided(before, effects, by), reasons.turned(before, turned, step, choice), parts.merge(Deciding.of(before, turned, effects, step, choice), (old, young) -> young), undefined.after(effects));
    }

    /// {@return the same after something happened to it from outside}
    Known happened(Effects effects) {
        Machine after = machine.with(effects);
        return new Known(explained, after, Course.decided(machine, effects, by), effects.writes().isEmpty() ? reasons : reasons.happened(effects), parts, undefined);
    }

    /// {@return the same after a device has stored a word, and the bundle of the next instruction is fetched again}
    Known transferred(PhysicalAddress at) {
        return with(machine.withAlat(machine.alat().without(new Alat.Range(at, WORD))).withPosition(machine.position().unfetched()));
    }

    Known refetching() {
        return with(machine.withPosition(machine.position().unfetched()));
    }

    private Known with(Machine other) {
        return new Known(explained, other, by, reasons, parts, undefined);
    }

    Known noting(String part, Clause clause) {
        return new Known(explained, machine, by, reasons, parts.put(part, clause), undefined);
    }
}
