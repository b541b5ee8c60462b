package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicLong;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn;
import vmmref.model.step.Turn.Turned;
import vmmref.model.translate.Choice;
import vmmref.model.word.Bits;

/// Turns of a machine until it stops; after each in which an instruction is done, one tick of time passes.
public final class Running {
    private static final int PUBLISHED = 1 << 12;
    private static final Event TICK = new Event.Tick(1);
    private static final Seq<Interruption> NOTHING = Vector.empty();
    private static final int MASK = 16;

    private final Turn turn;
    private final Standing standing;
    private final AtomicLong done = new AtomicLong();

    public Running(Semantics rules) {
        this.turn     = Turn.of(rules);
        this.standing = new Standing(turn.step());
    }

    /// {@return about how many instructions were done so far; any thread may ask}
    public long done() {
        return done.get();
    }

    /// {@return what came of at most so many instructions, those counted that an interruption kept from being done}
    public Ran run(Machine start, long most, Watcher watcher) {
        Machine machine = start;
        Machine turned  = start;
        long    count   = 0;
        for (long each = 0; each < most; each++) {
            Machine before = machine;
            Turned next = next(before);
            Executed executed = next.executed();
            watcher.saw(count, before, () -> standing.text(before), next);
            if (!(executed instanceof Executed.Done retired)) return new Ran(start, before, count, Ending.of(before, standing.text(before), standing.isBlank(before), executed));
            machine = before.with(retired.effects());
            if (next.isInstruction()) {
                machine = machine.with(Events.of(machine, TICK));
                count++;
            }
            Option<Interruption> trap = unhandled(before, retired);
            if (trap.isDefined()) return new Ran(start, machine, count, Ending.trapped(before, standing.text(before), trap.get()));
            if (turns(before.position(), machine.position())) {
                if (isIdle(machine, turned, most - each)) return new Ran(start, machine, count, Ending.of(before, standing.text(before), false, executed));
                turned = machine;
            }
            if (each % PUBLISHED == 0) done.set(count);
        }
        return new Ran(start, machine, count, Ending.exhausted(machine, standing.text(machine)));
    }

    /// {@return whether nothing has changed but time, and time changes nothing as long as the program may run}
    static boolean isIdle(Machine machine, Machine turned, long left) {
        long itc = machine.application(RegisterNumber.ITC);
        boolean timed = !Bits.bit(machine.control(RegisterNumber.ITV), MASK) && Long.compareUnsigned(machine.control(RegisterNumber.ITM) - itc, left) <= 0;
        return !timed && turned.withApplication(turned.application().with(RegisterNumber.ITC, itc)).equals(machine);
    }

    /// {@return the trap that follows an instruction, if there is nobody to handle it}
    private Option<Interruption> unhandled(Machine before, Executed.Done retired) {
        return before.control(RegisterNumber.IVA) == 0 ? turn.step().traps(before, retired).headOption() : Option.none();
    }

    /// {@return what comes next: a program whose IVA is not 0 handles interruptions, but the end of a program is its end}
    private Turned next(Machine machine) {
        if (machine.control(RegisterNumber.IVA) == 0) return new Turned(turn.step().next(machine, Choice.USUAL), NOTHING);
        Turned turned = turn.next(machine, Choice.USUAL);
        return turned.taken().contains(Interruption.BREAK_INSTRUCTION) && Ending.isEnd(standing.text(machine)) ? new Turned(turn.step().next(machine, Choice.USUAL), NOTHING) : turned;
    }

    /// {@return whether a branch went to its own bundle}
    static boolean turns(Position from, Position to) {
        return to.slot() == 0 && from.bundle().equals(to.bundle());
    }
}
