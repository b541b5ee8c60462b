package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Recognitions.OWN_PASSED;
import static vmmref.spec.Recognitions.PATTERN_DIFFERS;
import static vmmref.spec.Recognitions.PATTERN_MATCHED;
import static vmmref.spec.Recognitions.RECOGNISED_REBUILT;
import static vmmref.spec.Recognitions.SCAN_COMPLETE;
import static vmmref.spec.Recognitions.SENSITIVE_DISJOINT;
import static vmmref.spec.Recognitions.SENSITIVE_EMULATED;
import static vmmref.spec.Recognitions.SENSITIVE_PATCHED;
import static vmmref.spec.Recognitions.SENSITIVE_PROTECTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Recognitions;
import vmmref.vmm.build.Built;
import vmmref.vmm.build.InstructionDescription;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Catalogue;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Place;
import vmmref.vmm.recognize.Recognized;
import vmmref.vmm.recognize.Recognizer;
import vmmref.vmm.recognize.Variable;

/// What holds of the recognition of single instructions.
class RecognitionGuarantees {
    private static final VirtualAddress START = new VirtualAddress(0x2000000000004000L);

    @Guarantee
    @Rare
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("an instruction of a form is recognised, whatever its unused bits hold, with the values of its operands")
    @Recognitions.Checks(PATTERN_MATCHED)
    void everyInstructionOfAFormIsRecognised(Subject subject, @ForAll("instructions") Instruction instruction, @ForAll("noise") Slot noise) {
        Slot unused = noise.and(unused(instruction));
        Recognized.Hit hit = (Recognized.Hit) observed(single(subject.recognize(Vector.of(pattern(instruction)), code(instruction, unused), Own.NOTHING), instruction));
        instruction.operands().forEach(operand -> assertEquals(Option.some(operand.value()), hit.values().get(operand.operand().name()), operand.operand().name()));
        assertEquals((long) instruction.qualifyingPredicate(), hit.values().get("qp").getOrElse(0L));
        Outcomes.label("form").collect(instruction.form()).coverage(checker -> Instructions.forms().forEach(form -> checker.check(form).count(count -> count > 0)));
    }

    @Guarantee
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("an instruction one bit of whose key is another is not recognised")
    @Recognitions.Checks(PATTERN_DIFFERS)
    void oneBitOfTheKeyMakesTheDifference(Subject subject, @ForAll("oftenSensitive") Instruction instruction, @ForAll @IntRange(max = 40) int bit) {
        Seq<Slot> key = Vector.range(0, Slot.WIDTH).map(each -> Slot.of(1L << each)).filter(each -> each.isWithin(instruction.form().keyMask().or(instruction.form().zeroMask())));
        Slot one = key.get(bit % key.size());
        Code code = new Code(START, Vector.of(Instructions.bundle(instruction.form().unit(), instruction.encode().xor(one))));
        assertNotThere(subject, instruction, code, PATTERN_DIFFERS);
    }

    @Guarantee
    @Label("what stands in a slot of another unit is not recognised")
    @Recognitions.Checks(PATTERN_DIFFERS)
    void theSameBitsInAnotherUnit(Subject subject, @ForAll("instructions") Instruction instruction, @ForAll("slotUnits") Unit unit) {
        Discard.unless(!instruction.form().unit().fits(unit) && instruction.encode().l() == 0, "the instruction may stand there");
        Code code = new Code(START, Vector.of(Instructions.bundle(unit, instruction.encode())));
        assertEquals(Vector.empty(), subject.recognize(Vector.of(pattern(instruction)), code, Own.NOTHING).filter(each -> each.place().slot() == Instructions.position(unit)));
        Recognized there = Recognizer.everywhere(Vector.of(pattern(instruction)), code, Own.NOTHING).find(each -> each.place().slot() == Instructions.position(unit)).get();
        assertEquals(PATTERN_DIFFERS, observed(there).because());
    }

    @Guarantee
    @Label("a value beyond its limit is not recognised, and one within is")
    @Recognitions.Checks({PATTERN_MATCHED, PATTERN_DIFFERS})
    void valuesKeepWithinTheirLimits(Subject subject, @ForAll("reads") Instruction instruction, @ForAll @IntRange(max = 127) int least, @ForAll @IntRange(max = 127) int width) {
        InstructionPattern limited = InstructionPattern.of(instruction.form()).where("ar3", least, least + width);
        long register = instruction.operands().find(operand -> operand.operand().name().equals("ar3")).get().value();
        Seq<Recognized> found = subject.recognize(Vector.of(BlockPattern.of(limited)), code(instruction, Slot.ZERO), Own.NOTHING);
        assertEquals(register >= least && register <= least + width, found.size() == 1);
        Recognizer.everywhere(Vector.of(BlockPattern.of(limited)), code(instruction, Slot.ZERO), Own.NOTHING).forEach(Observed::observed);
        Outcomes.label("limit").collect(found.isEmpty() ? "beyond" : "within").coverage(checker -> Vector.of("beyond", "within").forEach(side -> checker.check(side).percentage(share -> share > 10)));
    }

    @Guarantee
    @Label("the monitor's own branches and breaks are passed over, and those of others are not")
    @Recognitions.Checks({OWN_PASSED, PATTERN_MATCHED})
    void ownPatchesArePassed(Subject subject, @ForAll("patches") String text, @ForAll @IntRange(max = 3) int where) {
        long value = Long.decode(text.replaceFirst(".*[ .]\\+?(0x\\w+)$", "$1"));
        Own.Range around = switch (where) {
            case 0  -> new Own.Range(value, value + 1);
            case 1  -> new Own.Range(value - 8, value + 8);
            case 2  -> new Own.Range(value + 1, value + 17);
            default -> new Own.Range(value - 16, value);
        };
        Own own = text.contains(".cond") ? new Own(new Own.Range(START.bits() + around.least(), START.bits() + around.end()), new Own.Range(0, 0)) : new Own(new Own.Range(0, 0), around);
        Unit unit = Instructions.slotUnits().find(each -> Assembler.architected().assemble(each, text) instanceof Assembled.Done).get();
        Instruction instruction = ((Assembled.Done) Assembler.architected().assemble(unit, text)).instruction();
        Seq<Recognized> found = subject.recognize(Vector.of(pattern(instruction)), code(instruction, Slot.ZERO), own).filter(each -> each.place().equals(place(instruction)));
        assertEquals(where < 2 ? 0 : 1, found.size(), text);
        Recognized there = observed(Recognizer.everywhere(Vector.of(pattern(instruction)), code(instruction, Slot.ZERO), own).find(each -> each.place().equals(place(instruction))).get());
        assertEquals(where < 2 ? OWN_PASSED : PATTERN_MATCHED, there.because());
    }

    @Guarantee
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("the sensitive instructions are those of the opcode tables, each with what is done about it")
    @Recognitions.Checks({SENSITIVE_PATCHED, SENSITIVE_EMULATED, SENSITIVE_PROTECTED})
    void sensitiveInstructionsAreRecognised(Subject subject, @ForAll("instructions") Instruction instruction, @ForAll("noise") Slot noise) {
        Slot slot = instruction.encode().or(noise.and(unused(instruction)));
        Unit unit = instruction.form().unit();
        Code code = code(instruction, noise.and(unused(instruction)));
        Option<Action> action = SensitiveKeys.action(unit, slot);
        assertEquals(action.toVector(), subject.sensitive(false, code, Own.NOTHING).flatMap(found -> observed(found).block().action()), instruction.toString());
        Option<Action> exact = action.orElse(() -> Option.when(SensitiveKeys.isExact(unit, slot), Action.PATCH_TRAP));
        assertEquals(exact.toVector(), subject.sensitive(true, code, Own.NOTHING).flatMap(found -> found.block().action()), instruction.toString());
        Outcomes.label("action").collect(action.map(Action::name).getOrElse("none")).coverage(checker -> Vector.of(Action.values()).map(Action::name).append("none").forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a scan finds the sensitive instructions that decoding finds, and no others")
    @Recognitions.Checks(SCAN_COMPLETE)
    void aScanFindsWhatDecodingFinds(Subject subject, @ForAll("programs") Seq<Bundle> bundles) {
        Seq<Recognized> found = subject.sensitive(false, new Code(START, bundles), Own.NOTHING);
        assertEquals(decoded(subject, bundles, instruction -> SensitiveKeys.action(instruction.form().unit(), instruction.encode()).isDefined()), found.map(Recognized::place));
        assertEquals(decoded(subject, bundles, instruction -> SensitiveKeys.action(instruction.form().unit(), instruction.encode()).isDefined() || SensitiveKeys.isExact(instruction.form().unit(), instruction.encode())),
            subject.sensitive(true, new Code(START, bundles), Own.NOTHING).map(Recognized::place));
        observed(found, SCAN_COMPLETE);
        Outcomes.label("hits").collect(found.isEmpty() ? "none" : "some").coverage(checker -> Vector.of("none", "some").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Guarantee
    @Label("an instruction is recognised once, so that one action is taken")
    @Recognitions.Checks(SENSITIVE_DISJOINT)
    void oneActionForAnInstruction(Subject subject, @ForAll("oftenSensitive") Instruction instruction) {
        Seq<Recognized> found = subject.sensitive(true, code(instruction, Slot.ZERO), Own.NOTHING);
        assertTrue(found.size() <= 1, found.map(each -> each.block().name()).mkString(", "));
        observed(found, SENSITIVE_DISJOINT);
    }

    @Guarantee
    @Property(tries = 10)
    @Costs(100)
    @Label("no slot matches two patterns of the catalogue")
    @Recognitions.Checks(SENSITIVE_DISJOINT)
    void patternsExcludeEachOther(@ForAll("profiles") Profile profile) {
        Seq<InstructionPattern> patterns = Catalogue.of(profile).blocks(true).flatMap(block -> block.members().head().patterns()).toVector();
        assertEquals(profile.has(Profile.VIRTUAL_MACHINE_SWITCH), patterns.exists(pattern -> pattern.name().startsWith("vmsw")), "instructions that there are on the implementation");
        for (int one = 0; one < patterns.size(); one++) {
            for (int other = one + 1; other < patterns.size(); other++) assertTrue(excludeEachOther(patterns.get(one), patterns.get(other)), patterns.get(one) + " and " + patterns.get(other));
        }
        observed(patterns, SENSITIVE_DISJOINT);
    }

    @Guarantee
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("what was recognised is built again")
    @Recognitions.Checks(RECOGNISED_REBUILT)
    void whatWasRecognisedIsBuiltAgain(Subject subject, @ForAll("instructions") Instruction instruction, @ForAll("noise") Slot noise) {
        Recognized.Hit hit = (Recognized.Hit) single(subject.recognize(Vector.of(pattern(instruction)), code(instruction, noise.and(unused(instruction))), Own.NOTHING), instruction);
        Seq<Variable> variables = hit.bindings().bound().head().pattern().variables();
        InstructionDescription description = InstructionDescription.of(instruction.form().instruction(Slot.ZERO), variables.map(Variable::name), 0);
        Seq<Long> values = InstructionDescription.supplied(variables.map(Variable::operand), variables.map(variable -> hit.values().get(variable.name()).get())).get();
        assertEquals(Vector.of(instruction.encode()), ((Built.Done) description.build(values)).slots());
        assertEquals(Option.some(values), description.values(instruction.encode()), "the values that it was built from");
        if (!values.isEmpty()) assertInstanceOf(Built.Refused.class, description.build(values.init()), "a value is not supplied");
        observed(hit, RECOGNISED_REBUILT);
    }

    /// The notations of the forms all of whose instructions are sensitive.
    private static final Set<String> SENSITIVE = Catalogue.of(Profile.named("maximal").get()).blocks(false)
        .flatMap(block -> block.members().head().patterns()).filter(pattern -> pattern.limits().isEmpty()).map(InstructionPattern::name).toSet();

    private static Seq<Place> decoded(Subject subject, Seq<Bundle> bundles, Predicate<Instruction> sensitive) {
        return bundles.zipWithIndex().flatMap(bundle -> subject.decode(bundle._1).slots().zipWithIndex()
            .filter(slot -> slot._1 instanceof Decoded.Assigned(Instruction instruction, Slot residue, var because) && sensitive.test(instruction)).map(slot -> new Place(bundle._2, slot._2)));
    }

    private static boolean excludeEachOther(InstructionPattern one, InstructionPattern other) {
        boolean units = one.unit() != other.unit() && one.unit() != Unit.A && other.unit() != Unit.A;
        return units || !one.value().xor(other.value()).and(one.mask()).and(other.mask()).isZero()
            || one.limits().exists(limit -> other.limits().exists(each -> each.operand().equals(limit.operand()) && (limit.most() < each.least() || each.most() < limit.least())));
    }

    private static BlockPattern pattern(Instruction instruction) {
        return BlockPattern.of(InstructionPattern.of(instruction.form()));
    }

    private static Slot unused(Instruction instruction) {
        Slot used = instruction.form().keyMask().or(instruction.form().fieldMask()).or(instruction.form().zeroMask());
        return new Slot((1L << Slot.WIDTH) - 1, instruction.form().unit() == Unit.X ? (1L << Slot.WIDTH) - 1 : 0).xor(used);
    }

    private static Code code(Instruction instruction, Slot unused) {
        return new Code(START, Vector.of(Instructions.bundle(instruction.form().unit(), instruction.encode().or(unused))));
    }

    private static Place place(Instruction instruction) {
        return new Place(0, Instructions.position(instruction.form().unit()));
    }

    private static Recognized single(Seq<Recognized> found, Instruction instruction) {
        return found.filter(each -> each.place().equals(place(instruction))).single();
    }

    private static void assertNotThere(Subject subject, Instruction instruction, Code code, Recognitions because) {
        assertEquals(Vector.empty(), subject.recognize(Vector.of(pattern(instruction)), code, Own.NOTHING).filter(each -> each.place().equals(place(instruction))));
        Recognized there = Recognizer.everywhere(Vector.of(pattern(instruction)), code, Own.NOTHING).find(each -> each.place().equals(place(instruction))).get();
        assertEquals(because, observed(there).because());
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions();
    }

    @Provide
    Arbitrary<Instruction> oftenSensitive() {
        return Arbitraries.oneOf(Instructions.instructions(), Instructions.instructions(form -> SENSITIVE.contains(form.syntax().text())));
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return Arbitraries.of(Profile.all().asJava());
    }

    @Provide
    Arbitrary<Slot> noise() {
        return Instructions.longSlots();
    }

    @Provide
    Arbitrary<Unit> slotUnits() {
        return Arbitraries.of(Instructions.slotUnits().asJava());
    }

    /// Moves from an application register.
    @Provide
    Arbitrary<Instruction> reads() {
        return Instructions.instructions(form -> form.syntax().text().equals("mov.m r1=ar3"));
    }

    @Provide
    Arbitrary<String> patches() {
        return Arbitraries.of("br.cond.sptk.few .+0x0", "br.cond.dptk.many .+0x4000", "(p6) br.cond.spnt.few .+0xfffff0", "brl.cond.sptk.few .+0x123456789abcdef0", "(p63) brl.cond.dpnt.many .+0x0",
            "break.m 0x80000", "break.i 0x1", "break.f 0x1fffff", "break.b 0x1234", "break.x 0x123456789abcdef");
    }

    @Provide
    Arbitrary<Seq<Bundle>> programs() {
        Arbitrary<Bundle> encoded = Instructions.instructions().map(instruction -> Instructions.bundle(instruction.form().unit(), instruction.encode()));
        return Arbitraries.oneOf(Instructions.bundles(), encoded).list().ofMinSize(1).ofMaxSize(12).map(Vector::ofAll);
    }
}
