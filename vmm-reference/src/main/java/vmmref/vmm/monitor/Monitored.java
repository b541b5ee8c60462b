package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;

/// A machine and its monitor in turn: the hardware goes on until it calls the monitor, and the monitor answers.
///
/// @param rules what the monitor does
/// @param turn  turns of the hardware
public record Monitored(Monitoring rules, Turn turn) {
    private static final Seq<Interruption> NONE = Vector.empty();

    public static Monitored of(Monitoring rules) {
        return new Monitored(rules, Turn.of(rules.host()));
    }

    /// What a turn leads to.
    ///
    /// @param after   the machine and its monitor
    /// @param answer  what the monitor did, if it was its turn
    /// @param retired whether an instruction of the guest was done; then its time has passed, too
    /// @param ended   why the guest does not go on, if it does not
    /// @param taken   the interruption by which the hardware calls the monitor, with the traps that it tells besides, if it does
    public record Moment(Hosting after, Option<Answer> answer, boolean retired, Option<Clause> ended, Seq<Interruption> taken) { }

    /// {@return what comes next}
    public Moment next(Hosting hosting, Choice choice) {
        return hosting.isExit() ? answered(hosting, hosting.rules().on(hosting.monitor(), hosting.machine())) : turned(hosting, choice);
    }

    /// {@return what an answer leads to}
    ///
    /// @param hosting before it
    public static Moment answered(Hosting hosting, Answer answer) {
        Hosting after = hosting.with(answer);
        return new Moment(answer.retires() ? ticked(after) : after, Option.some(answer), answer.retires(), answer.ended(), NONE);
    }

    private Moment turned(Hosting hosting, Choice choice) {
        Turn.Turned turned = turn.next(hosting.machine(), choice);
        if (!(turned.executed() instanceof Executed.Done(var effects, var because, _))) return new Moment(hosting, Option.none(), false, Option.some(turned.executed().because()), NONE);
        Hosting after = hosting.with(hosting.machine().with(effects));
        boolean retired = turned.isInstruction() && hosting.isOfGuest();
        return new Moment(retired ? ticked(after) : after, Option.none(), retired, Option.none(), turned.taken());
    }

    private static Hosting ticked(Hosting hosting) {
        Machine machine = hosting.machine();
        return hosting.with(machine.with(Events.of(machine, new Event.Tick(1))));
    }
}
