/// A program that runs until it is somewhere.
package vmmref.vectors.program;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Fields;
import vmmref.vectors.machine.Course;
import vmmref.vectors.machine.CourseKind;
import vmmref.vectors.machine.MachineState;

/// `pre` is a [MachineState] whose memory holds the program. `in.until` is an object of `ip`, the address of a bundle, or of a number of `steps`; `in.max` is the number of steps after which nobody waits any more. The outcome is `exit` when IP is reached at slot 0, `done` when all steps are made, or that of the step
/// which is not done: `fault`, `abort` (a machine check) or `unspecified`.
public final class RunKind extends CourseKind {
    static final String NAME = "run";

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{15}0");
    private static final int MOST = 100_000;

    public RunKind() {
        super(RunKind::read);
    }

    @Override public String name() {
        return NAME;
    }

    private static Course read(Case given) {
        Fields in = new Fields("$.in", given.in());
        Fields until = in.child("until");
        if (until.has("ip") == until.has("steps")) throw in.mistake("until", "says " + (until.has("ip") ? "two things" : "nothing"), "write either ip or steps");
        int most = steps(in, "max");
        Option<VirtualAddress> ip = Option.when(until.has("ip"), () -> new VirtualAddress(Long.parseUnsignedLong(until.matching("ip", ADDRESS, "16 lower-case hex digits, the last of them 0"), 16)));
        return new Course(MachineState.read(given), ip, ip.isDefined() ? most : Math.min(most, steps(until, "steps")));
    }

    private static int steps(Fields fields, String name) {
        fields.integer(name);
        int steps = fields.atLeastOne(name, 1);
        if (steps > MOST) throw fields.mistake(name, "is " + steps, "write at most " + MOST);
        return steps;
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
