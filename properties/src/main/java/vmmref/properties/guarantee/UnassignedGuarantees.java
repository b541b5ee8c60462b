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
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Treatment;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Encodings;

/// What holds of slots that encode no instruction.
class UnassignedGuarantees {

    @Guarantee
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("slots without instructions are treated as the manual's opcode tables colour them")
    @Encodings.Checks({UNASSIGNED_PREDICATED, UNASSIGNED_ALWAYS, UNASSIGNED_NOP})
    void unassignedSlots(Subject subject, @ForAll("holes") Hole hole, @ForAll("slots") Slot noise) {
        Slot slot = new Slot(hole.key() | noise.bits() & ~hole.mask(), hole.unit() == Unit.X ? noise.l() : 0);
        Decoded decoded = observed(subject.decode(Instructions.bundle(hole.unit(), slot)).slots().get(Instructions.position(hole.unit())));
        assertEquals(new Decoded.Unassigned(slot, hole.treatment(), hole.because()), decoded);
        Outcomes.label("hole").collect(hole).coverage(checker -> HOLES.forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("without long branches a long branch is illegal whatever its predicate")
    @Encodings.Checks(LONG_BRANCH_ABSENT)
    void absentLongBranches(@ForAll("longBranches") Instruction instruction) {
        Decoded decoded = observed(MERCED.decode().apply(Instructions.bundle(Unit.X, instruction.encode())).slots().get(1));
        assertEquals(new Decoded.Unassigned(instruction.encode(), Treatment.ILLEGAL, LONG_BRANCH_ABSENT), decoded);
    }

    @Guarantee
    @Label("without 16-byte atomics their slots are illegal if predicated")
    @Encodings.Checks(UNASSIGNED_PREDICATED)
    void absentAtomics(@ForAll("atomics") Instruction instruction) {
        Decoded decoded = observed(MERCED.decode().apply(Instructions.bundle(Unit.M, instruction.encode())).slots().get(Instructions.position(Unit.M)));
        assertEquals(new Decoded.Unassigned(instruction.encode(), Treatment.ILLEGAL_IF_PREDICATED, UNASSIGNED_PREDICATED), decoded);
    }

    @Guarantee
    @Label("without what came after 2010 its slots are illegal if predicated")
    @Encodings.Checks(UNASSIGNED_PREDICATED)
    void absentNewcomers(@ForAll("newcomers") Instruction instruction) {
        Unit unit = instruction.form().unit();
        Decoded decoded = observed(MERCED.decode().apply(Instructions.bundle(unit, instruction.encode())).slots().get(Instructions.position(unit)));
        assertEquals(new Decoded.Unassigned(instruction.encode(), Treatment.ILLEGAL_IF_PREDICATED, UNASSIGNED_PREDICATED), decoded);
        Outcomes.label("form").collect(instruction.form().syntax().text()).coverage(checker ->
            Vector.of("clz r1=r3", "mpy4 r1=r2,r3", "mpyshl4 r1=r2,r3", "mov r1=dahr[r3]").forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    /// Bits of a slot under which the manual's opcode tables list nothing, typed from these tables.
    private record Hole(Unit unit, long mask, long key, Treatment treatment, Encodings because) { }

    private static final Seq<Hole> HOLES = Vector.of(
            predicated(Unit.M, "40:37=2", "40:37=3", "40:37=10", "40:37=11", "40:37=15", "40:37=0 35:33=1", "40:37=0 35:33=2", "40:37=0 35:33=3",
                "40:37=0 35:33=0 30:27=1 32:31=1", "40:37=0 35:33=0 30:27=2 32:31=0", "40:37=0 35:33=0 30:27=9", "40:37=0 35:33=0 30:27=15",
                "40:37=0 35:33=0 30:27=10 32:31=3", "40:37=0 35:33=0 30:27=8 32:31=1", "40:37=1 35:33=2", "40:37=1 35:33=7", "40:37=1 35:33=0 32:27=7",
                "40:37=1 35:33=0 32:27=35", "40:37=1 35:33=0 32:27=63", "40:37=4 36=1 27=1", "40:37=4 36=0 27=0 35:30=24", "40:37=4 36=0 27=1 35:30=12",
                "40:37=5 35:30=63", "40:37=6 36=0 27=0 35:30=40", "40:37=6 36=1 27=0 35:30=48", "40:37=6 36=0 27=1 35:30=0", "40:37=6 36=1 27=1 35:30=32",
                "40:37=7 35:30=16"),
            predicated(Unit.I, "40:37=1", "40:37=2", "40:37=3", "40:37=6", "40:37=10", "40:37=11", "40:37=15", "40:37=0 35:33=4", "40:37=0 35:33=6",
                "40:37=0 35:33=0 32:27=2", "40:37=0 35:33=0 32:27=63", "40:37=5 35:34=2", "40:37=7 32=1", "40:37=7 32=0 36=1 33=1 35:34=3",
                "40:37=8 35:34=0 33=0 32:29=5", "40:37=8 35:34=0 33=0 32:29=0 28:27=2", "40:37=8 35:34=3 33=1", "40:37=8 35:34=1 36=1 33=1",
                "40:37=8 35:34=1 36=0 33=0 32:29=4"),
            predicated(Unit.F, "40:37=2", "40:37=3", "40:37=6", "40:37=7", "40:37=15", "40:37=14 36=1 35:34=1"),
            floating(0, 2, 3, 6, 7, 9, 10, 11, 12, 13, 14, 15, 19, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 41, 42, 43, 48, 49, 50, 51, 55, 56, 62, 63),
            floating(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 19, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 56, 57, 58, 59, 60, 61, 62, 63),
            predicated(Unit.X, "40:37=1", "40:37=5", "40:37=7", "40:37=8", "40:37=11", "40:37=14", "40:37=15", "40:37=0 35:33=7", "40:37=0 35:33=0 32:27=63",
                "40:37=6 20=1", "40:37=12 8:6=1"),
            predicated(Unit.B, "40:37=0 32:27=3", "40:37=0 32:27=17", "40:37=0 32:27=31"),
            holes(Unit.B, Treatment.ILLEGAL, UNASSIGNED_ALWAYS, "40:37=8", "40:37=15", "40:37=0 32:27=34", "40:37=0 32:27=63", "40:37=0 32:27=32 8:6=2",
                "40:37=0 32:27=33 8:6=0", "40:37=4 8:6=1", "40:37=4 8:6=4"),
            holes(Unit.B, Treatment.NOP, UNASSIGNED_NOP, "40:37=3", "40:37=6", "40:37=0 32:27=1", "40:37=2 32:27=2", "40:37=2 32:27=15", "40:37=2 32:27=18",
                "40:37=2 32:27=63"))
        .flatMap(each -> each);

    private static Seq<Hole> predicated(Unit unit, String... keys) {
        return holes(unit, Treatment.ILLEGAL_IF_PREDICATED, UNASSIGNED_PREDICATED, keys);
    }

    /// Values of bits 32:27 under an opcode of unit F with bit 33 zero.
    private static Seq<Hole> floating(int opcode, Integer... values) {
        return Vector.of(values).flatMap(value -> predicated(Unit.F, "40:37=" + opcode + " 33=0 32:27=" + value));
    }

    private static Seq<Hole> holes(Unit unit, Treatment treatment, Encodings because, String... keys) {
        return Vector.of(keys).map(key -> Vector.of(key.split(" ")).map(BitRange::condition)
            .foldLeft(new Hole(unit, 0, 0, treatment, because), (hole, condition) ->
                new Hole(unit, hole.mask() | condition._1, hole.key() | condition._2, treatment, because)));
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
    Arbitrary<Instruction> atomics() {
        return Instructions.instructions(form -> form.syntax().mnemonic().matches("(ld16|st16|cmp8xchg16).*"));
    }

    @Provide
    Arbitrary<Instruction> newcomers() {
        return Instructions.instructions(form -> form.syntax().text().matches("(clz|mpy4|mpyshl4|mov r1=dahr).*"));
    }

    @Provide
    Arbitrary<Instruction> longBranches() {
        return Combinators.combine(Instructions.instructions(form -> form.syntax().mnemonic().startsWith("brl")),
            Arbitraries.integers().between(0, 63)).as(Instruction::predicatedBy);
    }
}
