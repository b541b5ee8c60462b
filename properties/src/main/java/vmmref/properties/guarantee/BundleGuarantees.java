package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Bundles.BUNDLE_FIELDS;
import static vmmref.spec.Bundles.BUNDLE_LOSSLESS;
import static vmmref.spec.Bundles.INTEGER_UNIT_EITHER;
import static vmmref.spec.Bundles.LONG_INSTRUCTION_SLOTS;
import static vmmref.spec.Bundles.TEMPLATE_ASSIGNED;
import static vmmref.spec.Bundles.TEMPLATE_RESERVED;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Bundles;

/// What holds of bundles and templates.
class BundleGuarantees {

    @Guarantee
    @Label("changing one bit of a bundle changes one bit of one field")
    @Bundles.Checks(BUNDLE_FIELDS)
    void everyBitBelongsToOneField(@ForAll("bundles") Bundle bundle, @ForAll @IntRange(max = 127) int bit) {
        Bundle changed = bit < 64 ? new Bundle(bundle.low() ^ 1L << bit, bundle.high()) : new Bundle(bundle.low(), bundle.high() ^ 1L << bit - 64);
        Bundle.Fields before = bundle.fields();
        Bundle.Fields after = observed(changed.fields(), changed.fields().because());
        assertEquals(bit <= 4 ? 1 << bit : 0, before.code() ^ after.code());
        assertEquals(bit >= 5 && bit <= 45 ? 1L << bit - 5 : 0, before.slot0().bits() ^ after.slot0().bits());
        assertEquals(bit >= 46 && bit <= 86 ? 1L << bit - 46 : 0, before.slot1().bits() ^ after.slot1().bits());
        assertEquals(bit >= 87 ? 1L << bit - 87 : 0, before.slot2().bits() ^ after.slot2().bits());
    }

    @Guarantee
    @Label("each assigned template code names its units and stops")
    @Bundles.Checks({TEMPLATE_ASSIGNED, LONG_INSTRUCTION_SLOTS})
    void unitsAndStops(Subject subject, @ForAll("assigned") int code, @ForAll("bundles") Bundle bundle) {
        Template template = switch (observed(subject.decode(with(code, bundle)))) {
            case DecodedBundle.Three three -> three.template();
            case DecodedBundle.Long both -> both.template();
            case DecodedBundle.Reserved reserved -> throw new AssertionError("code %02x is assigned".formatted(code));
        };
        assertEquals(ASSIGNED.get(code), template.notation());
        Outcomes.label("template").collect(code).coverage(checker -> ASSIGNED.zipWithIndex()
            .filter(each -> !each._1.isEmpty()).forEach(each -> checker.check(each._2).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a bundle with a reserved template holds no instructions")
    @Bundles.Checks(TEMPLATE_RESERVED)
    void reservedTemplatesHoldNoInstructions(Subject subject, @ForAll("reserved") int code, @ForAll("bundles") Bundle bundle) {
        DecodedBundle decoded = observed(subject.decode(with(code, bundle)));
        assertInstanceOf(DecodedBundle.Reserved.class, decoded);
        assertEquals(Vector.empty(), decoded.slots());
    }

    @Guarantee
    @Label("slots 1 and 2 of an MLX bundle are one instruction")
    @Bundles.Checks(LONG_INSTRUCTION_SLOTS)
    void longInstructions(Subject subject, @ForAll("longCodes") int code, @ForAll("ofUnitX") Instruction instruction) {
        Slot both = instruction.encode();
        Bundle bundle = Bundle.of(new Bundle.Fields(code, Slot.of(0x8000000L), Slot.of(both.l()), Slot.of(both.bits())));
        DecodedBundle decoded = observed(subject.decode(bundle));
        assertEquals(2, decoded.slots().size());
        assertEquals(instruction, assertInstanceOf(Decoded.Assigned.class, decoded.slots().get(1)).instruction());
    }

    @Guarantee
    @Label("an integer ALU instruction means the same in M and in I slots")
    @Bundles.Checks(INTEGER_UNIT_EITHER)
    void integerInstructionsInEitherSlot(Subject subject, @ForAll("ofUnitA") Instruction instruction) {
        DecodedBundle inM = subject.decode(Instructions.bundle(Unit.M, instruction.encode()));
        DecodedBundle inI = subject.decode(Instructions.bundle(Unit.I, instruction.encode()));
        assertEquals(instruction, assertInstanceOf(Decoded.Assigned.class, observed(inM.slots().get(0))).instruction());
        assertEquals(inM.slots().get(0), inI.slots().get(1));
    }

    @Guarantee
    @Label("encoding what was decoded gives the bundle back")
    @Bundles.Checks(BUNDLE_LOSSLESS)
    void encodingWhatWasDecoded(Subject subject, @ForAll("bundles") Bundle bundle) {
        DecodedBundle decoded = observed(subject.decode(bundle));
        assertEquals(bundle, decoded.encode());
        Outcomes.label("decoded").collect(decoded.getClass().getSimpleName())
            .coverage(checker -> Vector.of("Three", "Long", "Reserved").forEach(kind -> checker.check(kind).percentage(share -> share > 3)));
    }

    /// By code, typed from the manual; empty where the code is reserved.
    private static final Vector<String> ASSIGNED = Vector.of(
        "MII", "MII;", "MI;I", "MI;I;", "MLX", "MLX;", "", "",
        "MMI", "MMI;", "M;MI", "M;MI;", "MFI", "MFI;", "MMF", "MMF;",
        "MIB", "MIB;", "MBB", "MBB;", "", "", "BBB", "BBB;",
        "MMB", "MMB;", "", "", "MFB", "MFB;", "", "");

    private static Bundle with(int code, Bundle bundle) {
        return new Bundle(bundle.low() & ~0x1fL | code, bundle.high());
    }

    @Provide
    Arbitrary<Bundle> bundles() {
        return Instructions.bundles();
    }

    @Provide
    Arbitrary<Integer> assigned() {
        return Arbitraries.integers().between(0, 31).filter(code -> !ASSIGNED.get(code).isEmpty());
    }

    @Provide
    Arbitrary<Integer> reserved() {
        return Arbitraries.of(0x06, 0x07, 0x14, 0x15, 0x1a, 0x1b, 0x1e, 0x1f);
    }

    @Provide
    Arbitrary<Integer> longCodes() {
        return Arbitraries.of(0x04, 0x05);
    }

    @Provide
    Arbitrary<Instruction> ofUnitX() {
        return Instructions.instructions(form -> form.unit() == Unit.X);
    }

    @Provide
    Arbitrary<Instruction> ofUnitA() {
        return Instructions.instructions(form -> form.unit() == Unit.A);
    }
}
