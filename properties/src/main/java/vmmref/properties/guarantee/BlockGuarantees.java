package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Recognitions.BINDING_DIFFERS;
import static vmmref.spec.Recognitions.BLOCK_CUT;
import static vmmref.spec.Recognitions.BLOCK_MATCHED;
import static vmmref.spec.Recognitions.OWN_PASSED;
import static vmmref.spec.Recognitions.PATTERN_DIFFERS;
import static vmmref.spec.Recognitions.SCAN_COMPLETE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.memory.VirtualAddress;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Recognitions;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Member;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Place;
import vmmref.vmm.recognize.Recognized;
import vmmref.vmm.recognize.Recognizer;

/// What holds of the recognition of blocks. Their instructions are of unit A, which may stand in every slot of the templates MII and MMI.
class BlockGuarantees {
    private static final VirtualAddress PAGE_END = new VirtualAddress(0x2000000000003ff0L);
    private static final Slot NOP = Slot.of(0x8000000L);

    @Guarantee
    @Costs(4)
    @Label("a block is found where it was put, over the ends of bundles and over stops, and not when one of its instructions is another")
    @Recognitions.Checks({BLOCK_MATCHED, PATTERN_DIFFERS})
    void aBlockIsFoundWhereItWasPut(Subject subject, @ForAll("blocks") Seq<Instruction> instructions, @ForAll @IntRange(max = 5) int before, @ForAll("templates") int template) {
        BlockPattern block = BlockPattern.of("block", instructions.map(instruction -> Member.of(InstructionPattern.of(instruction.form()))));
        Code code = code(instructions.map(Instruction::encode), before, template);
        Recognized.Hit hit = (Recognized.Hit) observed(at(subject.recognize(Vector.of(block), code, Own.NOTHING), before).single());
        assertEquals(BLOCK_MATCHED, hit.because());
        instructions.zipWithIndex().forEach(member -> member._1.operands().forEach(operand ->
            assertEquals(Option.some(operand.value()), hit.values().get(member._2 + "." + operand.operand().name()))));
        instructions.zipWithIndex().forEach(member -> {
            Code other = code(instructions.map(Instruction::encode).update(member._2, NOP), before, template);
            assertEquals(Vector.empty(), at(subject.recognize(Vector.of(block), other, Own.NOTHING), before));
            observed(at(Recognizer.everywhere(Vector.of(block), other, Own.NOTHING), before).single());
        });
        Outcomes.label("bundles").collect((before + instructions.size() - 1) / 3 - before / 3 + 1).coverage(checker -> Vector.of(1, 2, 3).forEach(number -> checker.check(number).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a wildcard takes any instruction, and each alternative is as good as another")
    @Recognitions.Checks(BLOCK_MATCHED)
    void wildcardsAndAlternatives(Subject subject, @ForAll("blocks") Seq<Instruction> instructions, @ForAll("ofUnitA") Instruction between, @ForAll @IntRange(max = 5) int before, @ForAll("templates") int template) {
        Seq<InstructionPattern> patterns = instructions.map(instruction -> InstructionPattern.of(instruction.form()));
        Member either = new Member.Either(patterns.distinct());
        Seq<Instruction> laid = Vector.of(instructions.head(), between, instructions.last());
        BlockPattern block = BlockPattern.of("block", Vector.of(either, new Member.Any(), either));
        Recognized found = observed(at(subject.recognize(Vector.of(block), code(laid.map(Instruction::encode), before, template), Own.NOTHING), before).single());
        assertEquals(BLOCK_MATCHED, found.because());
    }

    @Guarantee
    @Label("a patch of the monitor is no member of a block, named or not")
    @Recognitions.Checks({OWN_PASSED, BLOCK_MATCHED})
    void ownPatchesAreNoPartOfABlock(Subject subject, @ForAll boolean any, @ForAll boolean own, @ForAll("distances") int distance) {
        Slot branch = Slot.of(4L << 37 | (long) (distance >> 24 & 1) << 36 | (distance >> 4 & 0xfffffL) << 13);
        Code code = new Code(PAGE_END, Vector.of(branch, Slot.of(4L << 37)).map(last -> Bundle.of(new Bundle.Fields(0x11, NOP, NOP, last))));
        Seq<Member> members = Vector.of(Member.of(InstructionPattern.of(NOP_I)), any ? new Member.Any() : Member.of(InstructionPattern.of(BRANCH)), Member.of(InstructionPattern.of(NOP_M)));
        long target = PAGE_END.bits() + distance;
        Own window = new Own(new Own.Range(own ? target : target + 1, target + 16), new Own.Range(0, 0));
        BlockPattern block = BlockPattern.of("block", members);
        assertEquals(own ? 0 : 1, at(subject.recognize(Vector.of(block), code, window), 1).size());
        assertEquals(own ? OWN_PASSED : BLOCK_MATCHED, observed(at(Recognizer.everywhere(Vector.of(block), code, window), 1).single()).because());
    }

    @Guarantee
    @Label("fields of one name have one value")
    @Recognitions.Checks({BINDING_DIFFERS, BLOCK_MATCHED})
    void oneNameHasOneValue(Subject subject, @ForAll @IntRange(max = 127) int first, @ForAll @IntRange(max = 127) int second, @ForAll @IntRange(max = 1) int same) {
        int other = same == 1 ? first : second;
        Member member = Member.of(InstructionPattern.of(ADD).naming("r1", "x"));
        BlockPattern block = BlockPattern.of("twice", Vector.of(member, member));
        Code code = code(Vector.of(first, other).map(register -> Slot.of(0x10000000000L | (long) register << 6)), 0, 0);
        Seq<Recognized> found = subject.recognize(Vector.of(block), code, Own.NOTHING);
        assertEquals(first == other ? Vector.of((long) first) : Vector.empty(), found.map(each -> ((Recognized.Hit) each).values().get("x").get()).toVector());
        assertEquals(first == other ? BLOCK_MATCHED : BINDING_DIFFERS, observed(at(Recognizer.everywhere(Vector.of(block), code, Own.NOTHING), 0).single()).because());
        Outcomes.label("values").collect(first == other ? "equal" : "different").coverage(checker -> Vector.of("equal", "different").forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    @Guarantee
    @Label("a block that the code ends before is cut, with the members that are there")
    @Recognitions.Checks(BLOCK_CUT)
    void aBlockThatTheCodeEndsBeforeIsCut(Subject subject, @ForAll("blocks") Seq<Instruction> instructions, @ForAll @IntRange(max = 2) int before, @ForAll("templates") int template) {
        int there = 3 - before;
        Discard.unless(instructions.size() > there, "the block ends before the first bundle does");
        BlockPattern block = BlockPattern.of("block", instructions.map(instruction -> Member.of(InstructionPattern.of(instruction.form()))));
        Code whole = code(instructions.map(Instruction::encode), before, template);
        Recognized cut = observed(at(subject.recognize(Vector.of(block), new Code(PAGE_END, whole.bundles().take(1)), Own.NOTHING), before).single());
        assertEquals(new Recognized.Cut(block, place(before), there, BLOCK_CUT), cut);
    }

    @Guarantee
    @Label("a scan finds what looking at every place finds")
    @Recognitions.Checks(SCAN_COMPLETE)
    void aScanFindsWhatLookingEverywhereFinds(Subject subject, @ForAll("blocks") Seq<Instruction> instructions, @ForAll("laid") Seq<Integer> laid, @ForAll("templates") int template) {
        Seq<InstructionPattern> patterns = instructions.map(instruction -> InstructionPattern.of(instruction.form()));
        Seq<BlockPattern> blocks = Vector.of(BlockPattern.of("all", patterns.map(Member::of)), BlockPattern.of("either", Vector.of(new Member.Either(patterns.distinct()), Member.of(patterns.head()))),
            BlockPattern.of(patterns.last()));
        Code code = code(laid.map(index -> instructions.get(index % instructions.size()).encode()), 0, template);
        assertEquals(Recognizer.everywhere(blocks, code, Own.NOTHING).reject(each -> each instanceof Recognized.Not), subject.recognize(blocks, code, Own.NOTHING));
        observed(code, SCAN_COMPLETE);
    }

    private static final Form ADD    = form("add r1=r2,r3");
    private static final Form NOP_I  = form("nop.i imm21");
    private static final Form NOP_M  = form("nop.m imm21");
    private static final Form BRANCH = form("br.cond{bwh}{ph}{dh} target25");

    private static Form form(String text) {
        return Instructions.forms().find(form -> form.syntax().text().equals(text)).get();
    }

    /// Slots one after the other, after as many nops as are asked for, and nops to the end of the last bundle.
    private static Code code(Seq<Slot> slots, int before, int template) {
        Seq<Slot> all = Vector.fill(before, NOP).appendAll(slots);
        Seq<Slot> whole = all.appendAll(Vector.fill((3 - all.size() % 3) % 3, NOP));
        return new Code(PAGE_END, whole.grouped(3).map(three -> Bundle.of(new Bundle.Fields(template, three.get(0), three.get(1), three.get(2)))).toVector());
    }

    private static Place place(int number) {
        return new Place(number / 3, number % 3);
    }

    private static Seq<Recognized> at(Seq<Recognized> found, int number) {
        return found.filter(each -> each.place().equals(place(number)));
    }

    @Provide
    Arbitrary<Seq<Instruction>> blocks() {
        return ofUnitA().list().ofMinSize(2).ofMaxSize(6).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Instruction> ofUnitA() {
        return Instructions.instructions(form -> form.unit() == Unit.A);
    }

    @Provide
    Arbitrary<Seq<Integer>> laid() {
        return Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(12).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Integer> distances() {
        return Arbitraries.integers().between(-0x100000, 0xfffff).map(bundles -> bundles << 4);
    }

    @Provide
    Arbitrary<Integer> templates() {
        return Arbitraries.of(0x00, 0x01, 0x02, 0x03, 0x08, 0x09, 0x0a, 0x0b);
    }
}
