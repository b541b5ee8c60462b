/// One instruction, or a few, on a machine.
package vmmref.vectors.step;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Fields;
import vmmref.vectors.machine.Course;
import vmmref.vectors.machine.CourseKind;
import vmmref.vectors.machine.MachineState;

/// `pre` is a [MachineState] whose memory holds the bundle at `ip`, of which the instruction in `slot` is executed; `in` is empty, or says how many `steps` are made. The outcome is `done`, `fault`, `abort` (a machine check) or `unspecified`.
public final class StepKind extends CourseKind {
    static final String NAME = "step";

    private static final String STEPS = "steps";
    private static final int MOST = 64;

    public StepKind() {
        super(StepKind::read);
    }

    @Override public String name() {
        return NAME;
    }

    private static Course read(Case given) {
        Fields in = new Fields("$.in", given.in());
        int steps = in.atLeastOne(STEPS, 1);
        if (steps > MOST) throw in.mistake(STEPS, "is " + steps, "write at most " + MOST + ", or a case of kind run");
        return new Course(MachineState.read(given), Option.none(), steps);
    }

    /// {@return the case that asks what comes of a step, if a start state can say the machine}
    public static Option<Case> asking(Machine machine) {
        return MachineState.asking(NAME, machine.withLast(new VirtualAddress(0)));
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
