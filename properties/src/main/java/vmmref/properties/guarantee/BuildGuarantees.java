package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Builds.BRANCH_FAR;
import static vmmref.spec.Builds.BRANCH_NEAR;
import static vmmref.spec.Builds.BRANCH_REFUSED;
import static vmmref.spec.Builds.BUILT_DECODED;
import static vmmref.spec.Builds.DESCRIPTION_REFUSED;
import static vmmref.spec.Builds.PORTIONS_JOINED;
import static vmmref.spec.Builds.PORTION_ORDER_FREE;
import static vmmref.spec.Builds.VALUE_REFUSED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Asked;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Builds;
import vmmref.vmm.build.Branched;
import vmmref.vmm.build.Built;
import vmmref.vmm.build.RawBlock;
import vmmref.vmm.build.RawDescription;
import vmmref.vmm.build.RawPortion;

/// What holds of instructions that are built, and of branches.
class BuildGuarantees {

    @Guarantee
    @Label("each bit of an instruction comes from the constant portion or from one supplied value")
    @Builds.Checks(PORTIONS_JOINED)
    void everyBitHasOneSource(Subject subject, @ForAll("blocks") Asked asked) {
        Seq<Slot> slots = done(subject, asked);
        assertEquals(asked.block().instructions().size(), slots.size());
        for (int number = 0; number < slots.size(); number++) {
            RawDescription description = asked.block().instructions().get(number);
            Slot slot = slots.get(number);
            Slot left = description.portions().foldLeft(slot, (rest, portion) -> {
                Field field = field(portion);
                assertEquals(asked.values().get(portion.index()), field.of(slot), portion.toString());
                return rest.xor(rest.and(field.mask()));
            });
            assertEquals(new Slot(description.constant(), description.constantL()), left);
        }
    }

    private static Field field(RawPortion portion) {
        return new Field("portion", portion.inL(), portion.shift() + portion.width() - 1, portion.shift());
    }

    private static Seq<Slot> done(Subject subject, Asked asked) {
        return assertInstanceOf(Built.Done.class, observed(subject.builder().build(asked.block(), asked.values()))).slots();
    }

    @Guarantee
    @Label("a value that does not fit is refused, and so is one that is not supplied")
    @Builds.Checks(VALUE_REFUSED)
    void valuesThatDoNotFitAreRefused(Subject subject, @ForAll("blocksWithPortions") Asked asked, @ForAll @IntRange(max = 63) int bit, @ForAll @IntRange(max = 99) int which) {
        Seq<RawPortion> portions = asked.block().instructions().flatMap(RawDescription::portions);
        RawPortion portion = portions.get(which % portions.size());
        Asked wrong = bit < portion.width() ? asked.withValues(asked.values().take(portion.index())) : asked.withValues(asked.values().update(portion.index(), value -> value | 1L << bit));
        assertEquals(VALUE_REFUSED, assertInstanceOf(Built.Refused.class, observed(subject.builder().build(wrong.block(), wrong.values()))).because());
        Outcomes.label("value").collect(bit < portion.width() ? "missing" : bit == 63 ? "negative" : "wide")
            .coverage(checker -> Vector.of("missing", "negative", "wide").forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    /// What can be wrong with a description.
    enum Flaw { NO_INSTRUCTION, TWICE, OVER_CONSTANT, BEYOND, NO_WIDTH, NEGATIVE_SHIFT, NEGATIVE_INDEX, SHORT_WITH_L, WIDE_CONSTANT }

    @Guarantee
    @Label("what describes no instruction is refused")
    @Builds.Checks(DESCRIPTION_REFUSED)
    void descriptionsThatAreNoneAreRefused(Subject subject, @ForAll("blocksWithPortions") Asked asked, @ForAll("flaws") Flaw flaw) {
        RawDescription first = asked.block().instructions().head();
        Asked wrong = first.portions().isEmpty() ? asked.withFirst(flawed(new RawDescription(first.unit(), 0, 0, Vector.of(new RawPortion(0, false, 0, 1))), flaw)) : asked.withFirst(flawed(first, flaw));
        RawBlock block = flaw == Flaw.NO_INSTRUCTION ? new RawBlock(Vector.empty()) : wrong.block();
        assertEquals(DESCRIPTION_REFUSED, assertInstanceOf(Built.Refused.class, observed(subject.builder().build(block, asked.values()))).because());
        Outcomes.label("flaw").collect(flaw).coverage(checker -> Vector.of(Flaw.values()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static RawDescription flawed(RawDescription right, Flaw flaw) {
        RawPortion portion = right.portions().head();
        return switch (flaw) {
            case NO_INSTRUCTION -> right;
            case TWICE          -> with(right, right.portions().append(portion));
            case OVER_CONSTANT  -> portion.inL() ? new RawDescription(right.unit(), right.constant(), right.constantL() | 1L << portion.shift(), right.portions())
                : new RawDescription(right.unit(), right.constant() | 1L << portion.shift(), right.constantL(), right.portions());
            case BEYOND         -> with(right, right.portions().update(0, new RawPortion(portion.index(), portion.inL(), 42 - portion.width(), portion.width())));
            case NO_WIDTH       -> with(right, right.portions().update(0, new RawPortion(portion.index(), portion.inL(), portion.shift(), 0)));
            case NEGATIVE_SHIFT -> with(right, right.portions().update(0, new RawPortion(portion.index(), portion.inL(), -1, portion.width())));
            case NEGATIVE_INDEX -> with(right, right.portions().update(0, new RawPortion(-1, portion.inL(), portion.shift(), portion.width())));
            case SHORT_WITH_L   -> new RawDescription(Unit.M, right.constant(), 1L << 40, right.portions().reject(RawPortion::inL));
            case WIDE_CONSTANT  -> new RawDescription(right.unit(), right.constant() | 1L << 41, right.constantL(), right.portions());
        };
    }

    private static RawDescription with(RawDescription right, Seq<RawPortion> portions) {
        return new RawDescription(right.unit(), right.constant(), right.constantL(), portions);
    }

    @Guarantee
    @Label("what is built from a form and the values of its fields decodes to them")
    @Builds.Checks(BUILT_DECODED)
    void whatIsBuiltDecodes(Subject subject, @ForAll("instructions") Instruction instruction) {
        Seq<Field> fields = instruction.form().format().fields().filter(field -> field.mask().isWithin(instruction.form().fieldMask()));
        Unit unit = instruction.form().unit();
        Slot key = instruction.form().key();
        RawDescription description = new RawDescription(unit, key.bits(), key.l(), fields.zipWithIndex((field, index) -> new RawPortion(index, field.inL(), field.low(), field.width())));
        Slot slot = done(subject, new Asked(new RawBlock(Vector.of(description)), fields.map(field -> field.of(instruction.fields())))).head();
        Decoded decoded = subject.decode(Instructions.bundle(unit, slot)).slots().get(Instructions.position(unit));
        assertEquals(instruction, assertInstanceOf(Decoded.Assigned.class, decoded).instruction());
        assertEquals(Slot.ZERO, ((Decoded.Assigned) decoded).residue());
    }

    @Guarantee
    @Label("portions may be listed in any order")
    @Builds.Checks(PORTION_ORDER_FREE)
    void portionsInAnyOrder(Subject subject, @ForAll("blocks") Asked asked, @ForAll @IntRange(max = 9) int rotation) {
        Seq<RawDescription> other = asked.block().instructions().map(each -> with(each, each.portions().rotateLeft(rotation).reverse()));
        assertEquals(done(subject, asked), done(subject, new Asked(new RawBlock(other), asked.values())));
    }

    @Guarantee
    @Label("a branch arrives where it should")
    @Builds.Checks({BRANCH_NEAR, BRANCH_FAR})
    void branchesArrive(Subject subject, @ForAll("bundleAddresses") VirtualAddress from, @ForAll("distances") long distance) {
        VirtualAddress to = new VirtualAddress(from.bits() + distance);
        boolean near = distance >= -0x1000000 && distance < 0x1000000;
        switch (observed(subject.builder().branch(from, to))) {
            case Branched.Refused refused -> assertEquals(false, near || subject.profile().has(Profile.LONG_BRANCH), refused.why());
            case Branched.Done done       -> {
                DecodedBundle decoded = subject.decode(done.bundle());
                String target = distance < 0 ? ".-0x" + Long.toHexString(-distance) : ".+0x" + Long.toHexString(distance);
                assertEquals(near ? Vector.of("nop.m 0x0", "nop.i 0x0", "br.cond.sptk.few " + target) : Vector.of("nop.m 0x0", "brl.cond.sptk.few " + target), texts(decoded));
                assertEquals(near ? 0x11 : 0x05, done.bundle().fields().code());
            }
        }
        Outcomes.label("distance").collect(near ? "near" : "far").coverage(checker -> Vector.of("near", "far").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    private static Seq<String> texts(DecodedBundle decoded) {
        return decoded.slots().map(slot -> Assembly.text(assertInstanceOf(Decoded.Assigned.class, slot).instruction()));
    }

    @Guarantee
    @Label("no branch begins or ends within a bundle")
    @Builds.Checks(BRANCH_REFUSED)
    void branchesOutOfReachAreRefused(Subject subject, @ForAll("bundleAddresses") VirtualAddress from, @ForAll("distances") long distance, @ForAll @IntRange(min = 1, max = 15) int astray,
                                      @ForAll @IntRange(max = 2) int which) {
        VirtualAddress there = new VirtualAddress(from.bits() + distance + (which == 0 ? 0 : astray));
        VirtualAddress here = new VirtualAddress(from.bits() + (which == 1 ? 0 : astray));
        assertEquals(BRANCH_REFUSED, assertInstanceOf(Branched.Refused.class, observed(subject.builder().branch(here, there))).because());
    }

    @Provide
    Arbitrary<Asked> blocks() {
        return Asked.blocks();
    }

    @Provide
    Arbitrary<Asked> blocksWithPortions() {
        return Asked.blocks().filter(asked -> asked.block().instructions().exists(each -> !each.portions().isEmpty()));
    }

    @Provide
    Arbitrary<Flaw> flaws() {
        return Arbitraries.of(Flaw.values());
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions();
    }

    @Provide
    Arbitrary<VirtualAddress> bundleAddresses() {
        return Instructions.words().map(word -> new VirtualAddress(word & -16));
    }

    /// Half of them near the limits of 25 bits.
    @Provide
    Arbitrary<Long> distances() {
        return Arbitraries.oneOf(Instructions.words().map(word -> word & -16), Instructions.words().map(word -> word << 40 >> 40 & -16L),
            Arbitraries.of(0L, 16L, -16L, 0xfffff0L, 0x1000000L, -0x1000000L, -0x1000010L, 0x1fffff0L));
    }
}
