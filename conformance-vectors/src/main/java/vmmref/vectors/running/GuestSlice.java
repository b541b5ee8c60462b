package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Exit;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;

/// The turns of one guest, and of the monitor for it, until it ends or another guest may go on.
final class GuestSlice {
    private static final long VECTORS = 0x8000;

    private final Monitored monitored;
    private final Step bare;
    private final long most;
    private final GuestWatcher watcher;
    private Hosting hosting;
    private Costs costs;
    private Option<Hosting> turned;

    /// @param bare    how the machine makes a step that the guest believes in
    /// @param costs   of the guest until now
    /// @param turned  where it branched last to the bundle from which it came, as far as it did
    /// @param most    how many instructions it may execute, and how many exits it may have, in all slices together
    GuestSlice(Monitored monitored, Step bare, Hosting hosting, Costs costs, Option<Hosting> turned, long most, GuestWatcher watcher) {
        this.monitored = monitored;
        this.bare      = bare;
        this.hosting   = hosting;
        this.costs     = costs;
        this.turned    = turned;
        this.most      = most;
        this.watcher   = watcher;
    }

    /// An end of a guest: why, and its machine then.
    record End(Ending ending, Machine machine) { }

    /// {@return the machine and its monitor now: between two instructions of the guest}
    Hosting hosting() {
        return hosting;
    }

    Costs costs() {
        return costs;
    }

    Option<Hosting> turned() {
        return turned;
    }

    /// {@return the end of the guest, if it does not get beyond the next turn}
    Option<End> turn() {
        if (costs.instructions() >= most) return ended(Ending.exhausted(hosting.machine(), text()));
        if (costs.exited() >= most) return ended(Ending.calling(hosting.machine(), text()));
        Hosting before = hosting;
        watcher.turns(costs.instructions(), before);
        Monitored.Moment moment = monitored.next(before, Choice.USUAL);
        if (moment.ended().isDefined()) return ended(Ending.of(before.machine(), text(), false, step(before.machine())));
        if (moment.retired()) costs = costs.retired();
        if (moment.after().isExit()) return exit(before, moment.after());
        hosting = moment.after();
        return moment.retired() && Running.turns(before.machine().position(), hosting.machine().position()) ? idle(before) : Option.none();
    }

    private Option<End> idle(Hosting before) {
        Option<Hosting> last = turned;
        turned = Option.some(hosting);
        return last.exists(this::isIdle)
            ? ended(Ending.of(before.machine(), standing().text(before.machine()), false, step(before.machine()))) : Option.none();
    }

    /// {@return whether nothing has changed of what the guest believes; the machine may have run another guest since}
    private boolean isIdle(Hosting last) {
        return hosting.machine().general().equals(last.machine().general()) && Running.isIdle(hosting.believed(), last.believed(), most - costs.instructions()) && memory(hosting).equals(memory(last));
    }

    private Option<End> exit(Hosting before, Hosting called) {
        Exit exit = Exit.of(monitored.rules().host().profile(), called.machine());
        if (exit.kind() == Interruption.BREAK_INSTRUCTION && Ending.isEnd(text())) return ended(Ending.of(before.machine(), text(), standing().isBlank(before.machine()), step(before.machine())));
        Monitored.Moment moment = monitored.next(called, Choice.USUAL);
        Answer answer = moment.answer().get();
        costs = costs.exited(exit.kind(), answer.done().size());
        watcher.answered(before, exit, answer);
        if (moment.ended().isDefined()) return ended(Ending.forbidden(before.machine(), text(), moment.ended().get()));
        Option<End> unhandled = isVectored(before, moment.after()) ? unhandled(exit) : Option.none();
        if (moment.retired()) costs = costs.retired();
        if (unhandled.isEmpty()) hosting = moment.after();
        return unhandled;
    }

    /// {@return whether a guest whose IVA is 0 may have come to one of its vectors}
    private static boolean isVectored(Hosting before, Hosting after) {
        Position from = before.machine().position();
        Position to   = after.machine().position();
        return before.believed().control(RegisterNumber.IVA) == 0 && Long.compareUnsigned(to.bundle().bits(), VECTORS) < 0 && to.slot() == 0 && !from.bundle().equals(to.bundle());
    }

    /// {@return the end that a program has on its own machine, too, when an interruption comes that it does not handle}
    private Option<End> unhandled(Exit exit) {
        Machine believed = believed();
        return switch (bare.next(believed, Choice.USUAL)) {
            case Executed.Raised raised                      -> Option.some(new End(Ending.of(believed, new Standing(bare).text(believed), new Standing(bare).isBlank(believed), raised), believed));
            case Executed.Done done                          -> {
                Seq<Interruption> traps = bare.traps(believed, done);
                Machine after = believed.with(done.effects());
                yield traps.headOption().map(trap -> new End(Ending.trapped(believed, new Standing(bare).text(believed), trap), after.with(Events.of(after, new Event.Tick(1)))))
                    .orElse(() -> Option.when(exit.kind() == Interruption.EXTERNAL_INTERRUPT, () -> new End(new Ending(Ending.Kind.FAULT, believed.position(), text(), Option.some(new Fault(exit.kind(), Option.none())), Option.none()), believed)));
            }
            case Executed other                              -> Option.none();
        };
    }

    private Option<End> ended(Ending ending) {
        return Option.some(new End(ending, believed()));
    }

    private Machine believed() {
        return hosting.believed().withMemory(memory(hosting));
    }

    private static Memory memory(Hosting hosting) {
        return hosting.memory(hosting.monitor().processor().machine());
    }

    private Standing standing() {
        return new Standing(monitored.turn().step());
    }

    private String text() {
        return standing().text(hosting.machine());
    }

    private Executed step(Machine machine) {
        return monitored.turn().step().next(machine, Choice.USUAL);
    }
}
