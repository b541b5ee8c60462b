/// A machine that is interrupted.
package vmmref.vectors.intr;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.machine.Turns;

public final class IntrKind extends TurnsKind {
    static final String NAME = "intr";

    @Override public String name() {
        return NAME;
    }

    static Turns read(Case given) {
        return TurnsKind.read(given);
    }

    /// {@return the case that asks what comes of a turn, if a start state can say the machine}
    public static Option<Case> asking(Machine machine) {
        return MachineState.asking(NAME, machine);
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
