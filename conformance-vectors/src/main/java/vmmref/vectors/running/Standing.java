package vmmref.vectors.running;

import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.execute.Ready;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.machine.Machine;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;

/// What stands where a machine is.
record Standing(Step step) {
    private static final int SLOTS = 3;

    /// {@return the instruction, or what there is instead}
    String text(Machine machine) {
        return step.ready(machine, Choice.USUAL).map(Standing::text).getOrElse("no instruction");
    }

    private static String text(Ready ready) {
        return switch (ready.decoded()) {
            case Decoded.Assigned assigned     -> Assembly.text(assigned.instruction());
            case Decoded.Unassigned unassigned -> "unassigned: " + unassigned.treatment().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Decoded.Unmodelled unmodelled -> "assigned, but to no form that the model knows";
        };
    }

    /// {@return whether the bundle is all zeros: each of its three slots holds a break of 0}
    boolean isBlank(Machine machine) {
        return Vector.range(0, SLOTS).forAll(slot -> step.ready(machine.withPosition(machine.position().withSlot(slot)), Choice.USUAL)
            .exists(ready -> ready.decoded().encode().isZero()));
    }
}
