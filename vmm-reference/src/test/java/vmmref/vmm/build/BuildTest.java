package vmmref.vmm.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vmmref.spec.Builds.DESCRIPTION_REFUSED;
import static vmmref.spec.Builds.PORTIONS_JOINED;
import static vmmref.spec.Builds.VALUE_REFUSED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;

/// Instructions are built from their descriptions, or refused.
class BuildTest {
    private static final Template MIB = Templates.architected().named("MIB;").get();
    private static final Template MLX = Templates.architected().named("MLX;").get();
    private static final Slot NOP_M = Slot.of(0x0008000000L);
    private static final Slot NOP_I = Slot.of(0x0008000000L);

    private static Instruction instruction(Unit unit, String text) {
        return ((Assembled.Done) Assembler.architected().assemble(unit, text)).instruction();
    }

    private static Seq<Slot> built(InstructionDescription description, Seq<Long> values) {
        return ((Built.Done) description.build(values)).slots();
    }

    private static Slot branch(Unit unit, String mnemonic, String target, String distance) {
        Instruction branch = instruction(unit, mnemonic + " .+0x0");
        Seq<Long> values = InstructionDescription.supplied(branch.form().operands(), Vector.of(Long.decode(distance))).get();
        return built(InstructionDescription.of(branch, Vector.of(target), 0), values).head();
    }

    /// The bundles are those of the GNU assembler 2.40.
    @ParameterizedTest
    @CsvSource({
        "0x10,      11000000010000000002000010000040",
        "-0x10,     110000000100000000020000f0ffff48",
        "0xfffff0,  110000000100000000020000f0ffff40",
        "-16777216, 11000000010000000002000000000048",
        "0x123450,  11000000010000000002000050341240"})
    void aBranchIsBuiltForItsDistance(String distance, String bundle) {
        assertEquals(bundle, MIB.bundle(Vector.of(NOP_M, NOP_I, branch(Unit.B, "br.cond.sptk.few", "target25", distance))).hex());
    }

    @ParameterizedTest
    @CsvSource({
        "0x10,               050000000100000000000000100000c0",
        "0x1000000,          050000000100010000000000000000c0",
        "-0x10,              050000000100ffffffff7f00f0ffffc8",
        "0x123456789abcdef0, 0500000001009a7856341200f0debcc0",
        "0x4000000000,       050000000100004000000000000000c0"})
    void aLongBranchIsBuiltForItsDistance(String distance, String bundle) {
        assertEquals(bundle, MLX.bundle(Vector.of(NOP_M, branch(Unit.X, "brl.cond.sptk.few", "target64", distance))).hex());
    }

    @Test
    void aDistanceOutOfReachHasNoValues() {
        Instruction branch = instruction(Unit.B, "br.cond.sptk.few .+0x0");
        assertEquals(Option.none(), InstructionDescription.supplied(branch.form().operands(), Vector.of(0x1000000L)));
        assertEquals(Option.none(), InstructionDescription.supplied(branch.form().operands(), Vector.of(8L)));
    }

    @Test
    void theOrderOfPortionsDoesNotMatter() {
        VariablePortion low = new VariablePortion(0, false, 0, 6);
        VariablePortion high = new VariablePortion(1, false, 30, 4);
        Seq<Long> values = Vector.of(63L, 9L);
        assertEquals(built(new InstructionDescription(Unit.M, Slot.of(0x40), Vector.of(low, high)), values), built(new InstructionDescription(Unit.M, Slot.of(0x40), Vector.of(high, low)), values));
        assertEquals(Vector.of(Slot.of(0x24000007fL)), built(new InstructionDescription(Unit.M, Slot.of(0x40), Vector.of(low, high)), values));
    }

    @Test
    void aValueThatDoesNotFitIsRefused() {
        InstructionDescription description = new InstructionDescription(Unit.M, Slot.ZERO, Vector.of(new VariablePortion(0, false, 6, 7)));
        assertEquals(new Built.Refused("the value 0, 80, does not fit into 7 bits", VALUE_REFUSED), description.build(Vector.of(128L)));
        assertEquals(new Built.Refused("the value 0, ffffffffffffffff, does not fit into 7 bits", VALUE_REFUSED), description.build(Vector.of(-1L)));
        assertEquals(new Built.Refused("no value 0 is supplied, only 0", VALUE_REFUSED), description.build(Vector.empty()));
        assertEquals(new Built.Done(Vector.of(Slot.of(127L << 6)), PORTIONS_JOINED), description.build(Vector.of(127L)));
    }

    @Test
    void portionsThatOverlapAreNoDescription() {
        VariablePortion portion = new VariablePortion(0, false, 6, 7);
        assertThrows(IllegalArgumentException.class, () -> new InstructionDescription(Unit.M, Slot.ZERO, Vector.of(portion, new VariablePortion(1, false, 12, 2))));
        assertThrows(IllegalArgumentException.class, () -> new InstructionDescription(Unit.M, Slot.of(0x40), Vector.of(portion)));
        assertThrows(IllegalArgumentException.class, () -> new InstructionDescription(Unit.M, Slot.ZERO, Vector.of(new VariablePortion(0, true, 0, 1))));
        assertThrows(IllegalArgumentException.class, () -> new VariablePortion(0, false, 40, 2));
    }

    private static Built raw(long constant, RawPortion... portions) {
        return new RawBlock(Vector.of(new RawDescription(Unit.M, constant, 0, Vector.of(portions)))).build(Vector.of(1L, 1L));
    }

    @Test
    void whatDescribesNoInstructionIsRefused() {
        RawPortion portion = new RawPortion(0, false, 6, 7);
        assertEquals(new Built.Done(Vector.of(Slot.of(0x40)), PORTIONS_JOINED), raw(0, portion));
        assertEquals(new Built.Done(Vector.of(Slot.of(0x2040)), PORTIONS_JOINED), raw(0, portion, new RawPortion(1, false, 13, 28)));
        assertEquals(new Built.Done(Vector.of(Slot.of(0x10000000000L)), PORTIONS_JOINED), raw(0, new RawPortion(0, false, 40, 1)));
        assertEquals(new Built.Done(Vector.of(Slot.of(0x7f)), PORTIONS_JOINED), raw(0x7f));
        refused("the portion of the value 1 overlaps another one or the constant portion", raw(0, portion, new RawPortion(1, false, 12, 2)));
        refused("the portion of the value 0 overlaps another one or the constant portion", raw(0, portion, portion));
        refused("the portion of the value 0 overlaps another one or the constant portion", raw(0x1000, portion));
        refused("a portion of 2 bits, 40 to the left, lies outside a slot", raw(0, new RawPortion(0, false, 40, 2)));
        refused("a portion of 2147483647 bits, 1 to the left, lies outside a slot", raw(0, new RawPortion(0, false, 1, Integer.MAX_VALUE)));
        refused("a portion of 0 bits, 1 to the left, lies outside a slot", raw(0, new RawPortion(0, false, 1, 0)));
        refused("a portion of 2 bits, -1 to the left, lies outside a slot", raw(0, new RawPortion(0, false, -1, 2)));
        refused("no supplied value has the index -1", raw(0, new RawPortion(-1, false, 1, 2)));
        refused("an instruction of unit M has no L slot", raw(0, new RawPortion(0, true, 1, 2)));
        refused("the constant portion 20000000000, L 0, has more than 41 bits", raw(1L << 41));
        refused("no instruction has the unit L: a long one has the unit X", new RawBlock(Vector.of(new RawDescription(Unit.L, 0, 0, Vector.empty()))).build(Vector.empty()));
        refused("a block has an instruction", new RawBlock(Vector.empty()).build(Vector.empty()));
    }

    private static void refused(String why, Built built) {
        assertEquals(new Built.Refused(why, DESCRIPTION_REFUSED), built);
    }

    @Test
    void completersVaryToo() {
        Instruction load = instruction(Unit.M, "ld8 r8=[r9]");
        InstructionDescription description = InstructionDescription.of(load, Vector.of("ldhint", "r1", "qp"), 0);
        assertEquals(Vector.of(instruction(Unit.M, "(p6) ld8.nta r10=[r9]").encode()), built(description, Vector.of(3L, 10L, 6L)));
        assertThrows(IllegalArgumentException.class, () -> InstructionDescription.of(load, Vector.of("sthint"), 0));
    }

    @Test
    void aBlockIsBuiltWhollyOrNotAtAll() {
        InstructionDescription add = InstructionDescription.of(instruction(Unit.M, "add r0=r2,r0"), Vector.of("r1", "r3"), 0);
        InstructionDescription move = InstructionDescription.of(instruction(Unit.I, "mov b0=r4"), Vector.of("b1"), 2);
        BlockDescription block = new BlockDescription(Vector.of(add, move));
        assertEquals(Vector.of(instruction(Unit.M, "add r31=r2,r127"), instruction(Unit.I, "mov b7=r4")).map(Instruction::encode), ((Built.Done) block.build(Vector.of(31L, 127L, 7L))).slots());
        assertEquals(new Built.Refused("the value 2, 8, does not fit into 3 bits", VALUE_REFUSED), block.build(Vector.of(31L, 127L, 8L)));
    }

    @Test
    void valuesComeBackFromWhatWasBuilt() {
        InstructionDescription add = InstructionDescription.of(instruction(Unit.M, "add r0=r2,r0"), Vector.of("r1", "r3"), 0);
        assertEquals(Option.some(Vector.of(9L, 8L)), add.values(instruction(Unit.M, "add r9=r2,r8").encode()));
        assertEquals(Option.none(), add.values(instruction(Unit.M, "add r9=r3,r8").encode()));
        assertEquals(Option.none(), add.values(instruction(Unit.M, "sub r9=r2,r8").encode()));
    }
}
