package vmmref.vmm.build;

import static vmmref.spec.Builds.SLOT_TRAPPED;
import static vmmref.spec.Builds.TRAP_REFUSED;

import io.vavr.Function1;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Builds;

/// Trap patches: the smallest change of a bundle by which an instruction is not executed but reported.
///
/// @param decode what a bundle holds
public record Trapping(Function1<Bundle, DecodedBundle> decode) {
    private static final Map<Unit, Instruction> BREAKS = HashMap.of(
        Unit.M, Written.instruction(Unit.M, "break.m 0x0"),
        Unit.I, Written.instruction(Unit.I, "break.i 0x0"),
        Unit.F, Written.instruction(Unit.F, "break.f 0x0"),
        Unit.B, Written.instruction(Unit.B, "break.b 0x0"),
        Unit.X, Written.instruction(Unit.X, "break.x 0x0"));

    /// {@return the bundle with a break in place of an instruction}
    @Builds.Rule({SLOT_TRAPPED, TRAP_REFUSED})
    public Trapped trap(TrapPatch patch) {
        Option<Cut> cut = Cut.of(decode.apply(patch.bundle()));
        if (cut.isEmpty()) return refused("the template code is reserved");
        if (!cut.get().has(patch.slot())) return refused("no instruction begins in slot %d".formatted(patch.slot()));
        if (!(cut.get().slots().get(patch.slot()) instanceof Decoded.Assigned victim)) return refused("slot %d holds no instruction that is known".formatted(patch.slot()));
        if (Heedless.stays(victim.instruction())) return refused("the instruction in slot %d does something though its predicate is 0".formatted(patch.slot()));
        Template template = cut.get().template();
        return reporting(template.instructionUnits().get(patch.slot()), patch.immediate())
            .<Trapped>map(report -> new Trapped.Done(with(patch, template, report.predicatedBy(victim.instruction().qualifyingPredicate())), SLOT_TRAPPED))
            .getOrElse(() -> refused("the immediate %x is 0 or does not fit".formatted(patch.immediate())));
    }

    private static Option<Instruction> reporting(Unit unit, long immediate) {
        Instruction zero = BREAKS.get(unit).get();
        return zero.form().operands().head().holding(immediate).filter(fields -> immediate != 0).map(fields -> new Instruction(zero.form(), fields));
    }

    private static Bundle with(TrapPatch patch, Template template, Instruction report) {
        return template.bundle(template.instructions(patch.bundle().fields()).update(patch.slot(), report.encode()));
    }

    private static Trapped refused(String why) {
        return new Trapped.Refused(why, TRAP_REFUSED);
    }
}
