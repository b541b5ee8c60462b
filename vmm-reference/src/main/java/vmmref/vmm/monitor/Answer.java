package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.spec.Clause;
import vmmref.vmm.memory.HostTable;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Presence;

/// The monitor's answer to an exit, as far as it has been given.
///
/// @param rules   by which it is given
/// @param monitor what it knows afterwards
/// @param machine afterwards
/// @param done    what it did to the machine, the first first
/// @param ended   why the guest does not go on, if it does not
/// @param retires whether an instruction of the guest was done
/// @param decided the clauses that have decided, the first first
/// @param told    what the exit tells of entering or leaving code of an operating system, if anything
public record Answer(Monitoring rules, Monitor monitor, Machine machine, Seq<Privileged> done, Option<Clause> ended, boolean retires, Seq<Clause> decided, Option<Detector> told) {
    private static final int WORD = 8;

    static Answer begun(Monitoring rules, Monitor monitor, Machine machine) {
        return new Answer(rules, monitor, machine, Vector.empty(), Option.none(), false, Vector.empty(), Option.none());
    }

    /// {@return the same after it was found that the guest does not go on}
    public Answer ended(Clause because) {
        return new Answer(rules, monitor, machine, done, Option.some(because), retires, decided.append(because), told);
    }

    Answer retired() {
        return new Answer(rules, monitor, machine, done, ended, true, decided, told);
    }

    /// {@return the same after clauses have decided}
    Answer because(Clause... clauses) {
        return new Answer(rules, monitor, machine, done, ended, retires, decided.appendAll(Vector.of(clauses)), told);
    }

    /// {@return the same after it was seen what the exit tells of entering or leaving}
    Answer telling(Detector detector) {
        return telling(Option.some(detector));
    }

    Answer telling(Option<Detector> detector) {
        return new Answer(rules, monitor, machine, done, ended, retires, decided, detector);
    }

    /// {@return the same where the monitor knows something else}
    public Answer with(Monitor changed) {
        return new Answer(rules, changed, machine, done, ended, retires, decided, told);
    }

    Answer with(HostTable changed) {
        return with(monitor.with(changed));
    }

    /// {@return the same after the belief of the virtual processor that runs has changed}
    Answer believing(Machine belief) {
        return with(monitor.with(monitor.processor().with(belief)));
    }

    /// {@return the same after the guest has gone on}
    Answer leaving() {
        return with(monitor.with(monitor.processor().leaving(machine.last())));
    }

    /// {@return the same after the scratch set of the virtual processor that runs is elsewhere}
    Answer being(Presence presence) {
        return with(monitor.with(monitor.processor().with(presence)));
    }

    /// {@return the same after nothing stands in the hardware for anything}
    Answer flushed() {
        Answer flushed = rules.flushing().flushed(this);
        return flushed.with(flushed.monitor.with(flushed.monitor.pages().flushed()).with(flushed.monitor.copies().emptied()));
    }

    Answer lending(Option<Translation> piece) {
        return with(monitor.with(monitor.processor().with(piece)));
    }

    /// {@return the same after the machine did something more}
    public Answer then(Privileged operation) {
        return new Answer(rules, monitor, after(machine, operation), done.append(operation), ended, retires, decided, told);
    }

    /// {@return the same after the machine did some more, one after the other}
    Answer then(Seq<Privileged> operations) {
        return new Answer(rules, monitor, operations.foldLeft(machine, this::after), done.appendAll(operations), ended, retires, decided, told);
    }

    private Machine after(Machine before, Privileged operation) {
        return switch (operation.on(rules.host(), before)) {
            case Executed.Done(var effects, var because, _) -> before.with(effects);
            case Executed refused                        -> throw new IllegalStateException("the machine does not do " + operation + " for the monitor: " + refused);
        };
    }

    /// {@return the same after an instruction that changes translations}
    public Answer then(Instruction instruction) {
        return then(new Privileged.Translating(instruction));
    }

    <T> Answer then(Place<T> place, T value, Clause because) {
        return place.of(machine).equals(value) ? this : then(new Privileged.Moving(new Write<>(place, value, because)));
    }

    /// An answer after a word of memory was loaded.
    record Loaded(Answer answer, long word) { }

    /// {@return what comes of loading a word of the table}
    Loaded loaded(PhysicalAddress at) {
        return new Loaded(then(new Privileged.Loading(at)), machine.memory().read(at, WORD));
    }

    /// {@return the same after a word of the table was stored}
    public Answer stored(PhysicalAddress at, long word, boolean release) {
        return then(new Privileged.Storing(at, WORD, word, release));
    }
}
