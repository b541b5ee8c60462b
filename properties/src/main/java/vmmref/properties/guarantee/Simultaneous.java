package vmmref.properties.guarantee;

import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Psr;

/// A group whose instructions are executed on the registers as they were before it.
///
/// @param before the machine before the group
/// @param now    the machine with what the instructions so far have changed
record Simultaneous(Machine before, Machine now) {
    static Simultaneous of(Machine machine) {
        return new Simultaneous(machine, machine);
    }

    /// {@return what the next instruction sees: registers from before the group, memory and ALAT of now; a branch sees predicates and branch registers of now}
    Machine seen(Instruction next) {
        Machine old = before.withMemory(now.memory()).withAlat(now.alat()).withPosition(now.position());
        return next.form().unit() == Unit.B || next.form().syntax().mnemonic().startsWith("brl.") ? old.withPredicates(now.predicates()).withBranches(now.branches()) : old;
    }

    /// {@return the group after an instruction with some effects; of what is written as a whole it has changed only the bits that differ}
    Simultaneous after(Effects effects) {
        Machine changed = now;
        for (Write<?> write : effects.writes()) changed = changed(changed, write);
        return new Simultaneous(before, changed);
    }

    private <T> Machine changed(Machine machine, Write<T> write) {
        Place<T> place = write.place();
        return switch (place) {
            case Place.Status status           -> machine.withPsr(new Psr(merged(machine.psr().bits(), before.psr().bits(), ((Psr) write.value()).bits())));
            case Place.Predicates all          -> machine.withPredicates(merged(machine.predicates(), before.predicates(), (Long) write.value()));
            case Place.Application application -> application.with(machine, merged(application.of(machine), application.of(before), (Long) write.value()));
            default                            -> place.with(machine, write.value());
        };
    }

    /// {@return a word in which the bits that a value changes have changed}
    private static long merged(long word, long old, long value) {
        long changed = old ^ value;
        return word & ~changed | value & changed;
    }
}
