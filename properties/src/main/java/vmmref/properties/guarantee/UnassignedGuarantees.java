package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Encodings.LONG_BRANCH_ABSENT;
import static vmmref.spec.Encodings.UNASSIGNED_ALWAYS;
import static vmmref.spec.Encodings.UNASSIGNED_NOP;
import static vmmref.spec.Encodings.UNASSIGNED_PREDICATED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Treatment;
import vmmref.model.machine.Semantics;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Encodings;

/// What holds of slots that encode no instruction.
class UnassignedGuarantees {

    @Guarantee
    @Label("whole opcodes without instructions are treated as the manual's opcode tables colour them")
    @Encodings.Checks({UNASSIGNED_PREDICATED, UNASSIGNED_ALWAYS, UNASSIGNED_NOP})
    void unassignedSlots(Semantics subject, @ForAll("holes") Hole hole, @ForAll("slots") Slot noise) {
        Slot slot = new Slot((long) hole.opcode() << 37 | noise.bits() & (1L << 37) - 1, hole.unit() == Unit.X ? noise.l() : 0);
        Decoded decoded = observed(subject.decode().apply(Instructions.bundle(hole.unit(), slot)).slots().get(Instructions.position(hole.unit())));
        assertEquals(new Decoded.Unassigned(slot, hole.treatment(), hole.because()), decoded);
        Statistics.label("hole").collect(hole.unit(), hole.treatment()).coverage(checker ->
            HOLES.forEach(each -> checker.check(each.unit(), each.treatment()).count(count -> count > 0)));
    }

    @Guarantee
    @Label("without long branches a long branch is illegal whatever its predicate")
    @Encodings.Checks(LONG_BRANCH_ABSENT)
    void absentLongBranches(@ForAll("longBranches") Instruction instruction) {
        Decoded decoded = observed(MERCED.decode().apply(Instructions.bundle(Unit.X, instruction.encode())).slots().get(1));
        assertEquals(new Decoded.Unassigned(instruction.encode(), Treatment.ILLEGAL, LONG_BRANCH_ABSENT), decoded);
    }

    /// A major opcode of a unit under which the manual's tables list nothing.
    private record Hole(Unit unit, int opcode, Treatment treatment, Encodings because) { }

    private static final Seq<Hole> HOLES = Vector.of(
            holes(Unit.M, Treatment.ILLEGAL_IF_PREDICATED, UNASSIGNED_PREDICATED, 0x2, 0x3, 0xa, 0xb, 0xf),
            holes(Unit.I, Treatment.ILLEGAL_IF_PREDICATED, UNASSIGNED_PREDICATED, 0x1, 0x2, 0x3, 0x6, 0xa, 0xb, 0xf),
            holes(Unit.F, Treatment.ILLEGAL_IF_PREDICATED, UNASSIGNED_PREDICATED, 0x2, 0x3, 0x6, 0x7, 0xf),
            holes(Unit.X, Treatment.ILLEGAL_IF_PREDICATED, UNASSIGNED_PREDICATED, 0x1, 0x2, 0x3, 0x4, 0x5, 0x7, 0x8, 0x9, 0xa, 0xb, 0xe, 0xf),
            holes(Unit.B, Treatment.ILLEGAL, UNASSIGNED_ALWAYS, 0x8, 0x9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xf),
            holes(Unit.B, Treatment.NOP, UNASSIGNED_NOP, 0x3, 0x6))
        .flatMap(each -> each);

    private static Seq<Hole> holes(Unit unit, Treatment treatment, Encodings because, int... opcodes) {
        return Vector.ofAll(opcodes).map(opcode -> new Hole(unit, opcode, treatment, because));
    }

    private static final Semantics MERCED = Semantics.architected(Profile.named("merced").get());

    @Provide
    Arbitrary<Hole> holes() {
        return Arbitraries.of(HOLES.asJava());
    }

    @Provide
    Arbitrary<Slot> slots() {
        return Instructions.longSlots();
    }

    @Provide
    Arbitrary<Instruction> longBranches() {
        return Combinators.combine(Instructions.instructions(form -> form.syntax().mnemonic().startsWith("brl")),
            Arbitraries.integers().between(0, 63)).as(Instruction::predicatedBy);
    }
}
