package vmmref.vectors.baremetal;

import vmmref.model.execute.StackEngine;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;

/// A turn with all that the register stack engine does for it and for the frame that it leads to, which nobody can stop in the middle.
final class Whole {
    private Whole() { }

    /// {@return what a machine does next}
    static Turn.Turned next(Turn turn, Machine machine) {
        Effects before = Effects.NONE;
        Machine now = machine;
        boolean done = false;
        while (true) {
            Turn.Turned turned = turn.next(now, Choice.USUAL);
            if (!(turned.executed() instanceof Executed.Done(var effects, var because, _))) return turned;
            before = before.then(effects);
            now    = now.with(effects);
            done  |= !StackEngine.isReference(effects);
            if (done && !now.stack().isLoading()) return new Turn.Turned(new Executed.Done(before, because), turned.taken());
        }
    }
}
