package vmmref.vectors.running;

import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import vmmref.model.execute.Ready;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;

/// Steps of a machine until it stops.
public final class Running {
    private static final int PUBLISHED = 1 << 12;

    private final Step step;
    private final AtomicLong done = new AtomicLong();

    public Running(Semantics rules) {
        this.step = Step.of(rules);
    }

    /// {@return about how many instructions were done so far; any thread may ask}
    public long done() {
        return done.get();
    }

    /// {@return what came of at most so many instructions}
    public Ran run(Machine start, long most, Watcher watcher) {
        Machine machine = start;
        Machine turned  = start;
        for (long count = 0; count < most; count++) {
            Machine before = machine;
            Executed executed = step.next(before, Choice.USUAL);
            watcher.saw(count, before, () -> text(before), executed);
            if (!(executed instanceof Executed.Done(var effects, var because))) return new Ran(start, before, count, Ending.of(before, text(before), isBlank(before), executed));
            machine = before.with(effects);
            if (turns(before.position(), machine.position())) {
                if (machine.equals(turned)) return new Ran(start, machine, count + 1, Ending.of(before, text(before), false, executed));
                turned = machine;
            }
            if (count % PUBLISHED == 0) done.set(count);
        }
        return new Ran(start, machine, most, Ending.exhausted(machine, text(machine)));
    }

    /// {@return whether a branch went to its own bundle}
    private static boolean turns(Position from, Position to) {
        return to.slot() == 0 && from.bundle().equals(to.bundle());
    }

    /// {@return whether the bundle is all zeros: each of its three slots holds a break of 0}
    private boolean isBlank(Machine machine) {
        return Vector.range(0, 3).forAll(slot -> step.ready(machine.withPosition(machine.position().withSlot(slot)), Choice.USUAL)
            .exists(ready -> ready.decoded().encode().isZero()));
    }

    private String text(Machine machine) {
        return step.ready(machine, Choice.USUAL).map(Running::text).getOrElse("no instruction");
    }

    private static String text(Ready ready) {
        return switch (ready.decoded()) {
            case Decoded.Assigned assigned     -> Assembly.text(assigned.instruction());
            case Decoded.Unassigned unassigned -> "unassigned: " + unassigned.treatment().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Decoded.Unmodelled unmodelled -> "assigned, but to no form that the model knows";
        };
    }
}
