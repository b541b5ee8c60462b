package vmmref.vmm.build;

import static vmmref.spec.Builds.BRANCH_FAR;
import static vmmref.spec.Builds.BRANCH_NEAR;
import static vmmref.spec.Builds.BRANCH_REFUSED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Instruction;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Builds;

/// Bundles that branch to an address. The displacement is from the address of the bundle, modulo 2^64: SDM volume 3, br and brl.
///
/// @param far whether the implementation has long branches
public record Branching(boolean far) {
    private static final Template NEAR = Templates.architected().named("MIB;").get();
    private static final Template FAR  = Templates.architected().named("MLX;").get();
    private static final Instruction BR  = Written.instruction(Unit.B, "br.cond.sptk.few .+0x0");
    private static final Instruction BRL = Written.instruction(Unit.X, "brl.cond.sptk.few .+0x0");

    /// {@return the bundle that branches from its address to another}
    @Builds.Rule({BRANCH_NEAR, BRANCH_FAR, BRANCH_REFUSED})
    public Branched branch(VirtualAddress from, VirtualAddress to) {
        if (!Aligned.bundle(from) || !Aligned.bundle(to)) return new Branched.Refused("a bundle lies at a multiple of 16, not at %s or %s".formatted(from, to), BRANCH_REFUSED);
        long displacement = to.bits() - from.bits();
        return built(BR, displacement).<Branched>map(branch -> new Branched.Done(near(branch), BRANCH_NEAR))
            .orElse(() -> built(BRL, displacement).filter(branch -> far).map(branch -> new Branched.Done(far(branch), BRANCH_FAR)))
            .getOrElse(() -> new Branched.Refused("%s is too far from %s without long branches".formatted(to, from), BRANCH_REFUSED));
    }

    private static Option<Slot> built(Instruction branch, long displacement) {
        Seq<String> target = branch.form().operands().map(operand -> operand.name());
        return InstructionDescription.supplied(branch.form().operands(), Vector.of(displacement)).map(InstructionDescription.of(branch, target, 0)::joined);
    }

    private static Bundle near(Slot branch) {
        return NEAR.bundle(Vector.of(Written.nop(Unit.M), Written.nop(Unit.I), branch));
    }

    private static Bundle far(Slot branch) {
        return FAR.bundle(Vector.of(Written.nop(Unit.M), branch));
    }
}
