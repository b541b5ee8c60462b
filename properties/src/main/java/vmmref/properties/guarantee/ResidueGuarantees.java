package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Encodings.HINT_RESERVED;
import static vmmref.spec.Encodings.PREDICATE_NOT_ZERO;
import static vmmref.spec.Encodings.UNUSED_BITS;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Treatment;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.ReservedHint;
import vmmref.spec.Encodings;

/// What holds of the bits that do not matter.
class ResidueGuarantees {

    @Guarantee
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("setting unused bits changes nothing but the residue")
    @Encodings.Checks(UNUSED_BITS)
    void unusedBits(Subject subject, @ForAll("withUnusedBits") Instruction instruction, @ForAll("slots") Slot noise) {
        String format = instruction.form().format().name();
        Slot set = noise.and(UNUSED.get(format).get());
        Discard.unless(!set.isZero(), "no unused bit is set");
        Decoded decoded = observed(decoded(subject, instruction, instruction.encode().or(set)));
        assertEquals(new Decoded.Assigned(instruction, set, UNUSED_BITS), decoded);
        Outcomes.label("format").collect(format).coverage(checker ->
            UNUSED.keySet().forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Costs(4)
    @Label("a reserved hint is no hint")
    @Encodings.Checks(HINT_RESERVED)
    void reservedHints(Subject subject, @ForAll("hinted") ReservedHint hinted) {
        Instruction unhinted = hinted.instruction();
        Slot reserved = hinted.encode();
        Decoded.Assigned decoded = assertInstanceOf(Decoded.Assigned.class, observed(decoded(subject, unhinted, reserved)));
        assertEquals(Assembly.text(unhinted), Assembly.text(decoded.instruction()));
        assertEquals(reserved, decoded.encode());
        assertEquals(hinted.changed(), decoded.residue());
        Outcomes.label("format").collect(unhinted.form().format().name()).coverage(checker ->
            HashSet.of("M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12", "M16", "M17", "B5", "B7", "I21").forEach(format -> checker.check(format).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a form without predicate is no instruction when the bits of one are not 0")
    @Encodings.Checks(PREDICATE_NOT_ZERO)
    void predicateNotZero(Subject subject, @ForAll("unpredicated") Instruction instruction, @ForAll @IntRange(min = 1, max = 63) int predicate) {
        Slot slot = instruction.encode().or(Slot.of(predicate));
        assertEquals(new Decoded.Unassigned(slot, Treatment.ILLEGAL, PREDICATE_NOT_ZERO), observed(decoded(subject, instruction, slot)));
        Outcomes.label("mnemonic").collect(instruction.form().syntax().mnemonic()).coverage(checker ->
            UNPREDICATED.forEach(mnemonic -> checker.check(mnemonic).count(count -> count > 0)));
    }

    /// Typed from the drawings of the formats: the bits that no field covers, `L` those of the L slot.
    private static final Map<String, Slot> UNUSED = HashMap.ofEntries(
        unused("A1", "36"), unused("A2", "36"), unused("A7", "19:13"), unused("I1", "27"), unused("I2", "27"), unused("I3", "27:24"), unused("I5", "27"), unused("I6", "27 19 13"),
        unused("I7", "27"), unused("I8", "27:25"), unused("I9", "27 19:13"), unused("I10", "36"), unused("I11", "36"), unused("I12", "36"), unused("I14", "13"), unused("I17", "19:14"),
        unused("I19", "26"), unused("I21", "36 12:9"), unused("I22", "36 26:16"), unused("I23", "32 23:20"), unused("I25", "36 26:13"), unused("I26", "36 12:6"), unused("I27", "12:6"),
        unused("I28", "36 19:13"), unused("I29", "36 19:13"),
        unused("M1", "19:13"), unused("M4", "12:6"), unused("M6", "19:13"), unused("M9", "12:6"), unused("M13", "19:6"), unused("M14", "12:6"), unused("M15", "12:6"),
        unused("M17", "19:16"), unused("M18", "29:28 26:20"), unused("M19", "29:28 26:20"), unused("M24", "36 26:6"), unused("M25", "36 26:6"), unused("M26", "36 26:13"),
        unused("M27", "36 26:13"), unused("M28", "19:6"), unused("M29", "36 12:6"), unused("M30", "12:6"), unused("M31", "36 19:13"), unused("M32", "36 12:6"), unused("M33", "36 19:13"),
        unused("M34", "36 32:31"), unused("M35", "36 26:20 12:6"), unused("M36", "36 26:13"), unused("M37", "26"), unused("M38", "36"), unused("M39", "36 19:15"),
        unused("M40", "36 19:15 12:6"), unused("M41", "36 26:20 12:6"), unused("M42", "36 12:6"), unused("M43", "36 19:13"), unused("M45", "36 12:6"), unused("M46", "36 19:13"),
        unused("M47", "36 19:6"),
        unused("B1", "11:9"), unused("B2", "11:9"), unused("B3", "11:9"), unused("B4", "36 26:16 11:9"), unused("B5", "36 31:16 11:9"), unused("B6", "5 2:0"),
        unused("B7", "36 26:16 5 2:0"), unused("B8", "36:33 26:6"), unused("B9", "35:33 26"),
        unused("F3", "35:34"), unused("F5", "36:35"), unused("F7", "19:13"), unused("F8", "36"), unused("F9", "36:34"), unused("F10", "36 26:20"), unused("F11", "36:34 26:20"),
        unused("F12", "36 12:6"), unused("F13", "36 26:6"), unused("F14", "26"), unused("F15", "35:34 26"), unused("F16", "35:34"), unused("X1", "26"), unused("X3", "11:9", 0b11),
        unused("X4", "11:9", 0b11));

    private static Tuple2<String, Slot> unused(String format, String ranges) {
        return unused(format, ranges, 0);
    }

    private static Tuple2<String, Slot> unused(String format, String ranges, long l) {
        return Tuple.of(format, new Slot(BitRange.mask(ranges), l));
    }

    /// Typed from the manual: the instructions that take no qualifying predicate and whose bits 5:0 must be zero.
    private static final HashSet<String> UNPREDICATED = HashSet.of("alloc", "flushrs", "loadrs", "cover", "clrrrb", "clrrrb.pr", "rfi", "bsw.0", "bsw.1",
        "epc", "vmsw.0", "vmsw.1", "br.cloop", "br.ctop", "br.cexit");

    private static Decoded decoded(Subject subject, Instruction instruction, Slot slot) {
        return subject.decode(Instructions.bundle(instruction.form().unit(), slot)).slots().get(Instructions.position(instruction.form().unit()));
    }

    @Provide
    Arbitrary<Instruction> withUnusedBits() {
        return Instructions.instructions(form -> UNUSED.containsKey(form.format().name()));
    }

    @Provide
    Arbitrary<Slot> slots() {
        return Instructions.longSlots();
    }

    @Provide
    Arbitrary<Instruction> unpredicated() {
        return Instructions.instructions(form -> UNPREDICATED.contains(form.syntax().mnemonic()));
    }

    @Provide
    Arbitrary<ReservedHint> hinted() {
        return ReservedHint.reservedHints();
    }
}
