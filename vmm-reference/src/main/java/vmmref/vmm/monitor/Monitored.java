package vmmref.vmm.monitor;

import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
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
    public static Monitored of(Monitoring rules) {
        return new Monitored(rules, Turn.of(rules.host()));
    }

    /// What a turn leads to.
    ///
    /// @param after   the machine and its monitor
    /// @param answer  what the monitor did, if it was its turn
    /// @param retired whether an instruction of the guest was done; then its time has passed, too
    /// @param ended   why the guest does not go on, if it does not
    public record Moment(Hosting after, Option<Answer> answer, boolean retired, Option<Clause> ended) { }

    /// {@return what comes next}
    public Moment next(Hosting hosting, Choice choice) {
        return hosting.isExit() ? answered(hosting, hosting.rules().on(hosting.monitor(), hosting.machine())) : turned(hosting, choice);
    }

    /// {@return what an answer leads to}
    ///
    /// @param hosting before it
    public static Moment answered(Hosting hosting, Answer answer) {
        Hosting after = hosting.with(answer);
        return new Moment(answer.retires() ? ticked(after) : after, Option.some(answer), answer.retires(), answer.ended());
    }

    private Moment turned(Hosting hosting, Choice choice) {
        Turn.Turned turned = turn.next(hosting.machine(), choice);
        if (!(turned.executed() instanceof Executed.Done(var effects, var because))) return new Moment(hosting, Option.none(), false, Option.some(turned.executed().because()));
        Hosting after = hosting.with(hosting.machine().with(effects));
        boolean retired = turned.isInstruction() && hosting.isOfGuest();
        return new Moment(retired ? ticked(after) : after, Option.none(), retired, Option.none());
    }

    private static Hosting ticked(Hosting hosting) {
        Machine machine = hosting.machine();
        return hosting.with(machine.with(Events.of(machine, new Event.Tick(1))));
    }
}
