package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Executions.BREAK_RAISED;
import static vmmref.spec.Executions.BUNDLE_FETCHED;
import static vmmref.spec.Executions.ENCODING_ALWAYS_ILLEGAL;
import static vmmref.spec.Executions.ENCODING_IGNORED;
import static vmmref.spec.Executions.ENCODING_ILLEGAL;
import static vmmref.spec.Executions.INSTRUCTION_NULLIFIED;
import static vmmref.spec.Executions.LONG_SLOT_ILLEGAL;
import static vmmref.spec.Executions.MEANING_UNMODELLED;
import static vmmref.spec.Executions.NOTHING_DONE;
import static vmmref.spec.Executions.SINGLE_BITS_CLEARED;
import static vmmref.spec.Executions.SLOT_FOLLOWED;
import static vmmref.spec.Executions.TEMPLATE_ILLEGAL;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Status;
import vmmref.model.instruction.Treatment;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Executions;

/// What holds of every step.
class StepGuarantees {
    private static final long SINGLE = 0x2000_0000_0000L | 0x800_0000_0000L | 0x80_0000_0000L | 0x40_0000_0000L | 0x20_0000_0000L;
    private static final VirtualAddress BEFORE = new VirtualAddress(0x1230);

    @Guarantee
    @Label("a bundle comes from where its page lies, little-endian whatever PSR.be is, and from nowhere without a page")
    @Executions.Checks(BUNDLE_FETCHED)
    void fetching(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 1023) int at, @ForAll @IntRange(min = 1, max = 0x3ff) int frame, @ForAll boolean bigEndian) {
        VirtualAddress address = new VirtualAddress(Started.CODE + 16L * at);
        Machine plain = start.machine().withPsr(start.psr().with(36, true).with(1, bigEndian)).withPosition(Position.at(address.bits()));
        Translation page = Translation.of(new VirtualAddress(0), plain.addressing().regions().of(address).identifier(), new PageSize(16), 0, new Pte(0x661 | 3 << 7 | (long) frame << 16));
        PhysicalAddress physical = new PhysicalAddress((long) frame << 16 | address.bits());
        Bundle branch = Single.of(Unit.B, "br.cond.sptk.few .+0x120").bundle();
        Machine machine = new Place.Bytes(new PhysicalAddress(physical.bits() + 8), 8).with(new Place.Bytes(physical, 8).with(plain, branch.low()), branch.high());
        Executed there = observed(subject.step(machine.withTlb(Tlb.EMPTY.withCached(Stream.INSTRUCTION, page, true)).withPosition(new Position(address, 2, Option.none())), Choice.USUAL), BUNDLE_FETCHED);
        assertEquals(Position.at(address.bits() + 0x120), ((Executed.Done) there).effects().last().value());
        Executed nowhere = subject.step(machine.withTlb(Tlb.EMPTY), Choice.USUAL);
        assertTrue(nowhere instanceof Executed.Raised(Fault(var kind, var where, var code), var because) && kind == Interruption.ALTERNATE_INSTRUCTION_TLB && where.contains(address), nowhere::toString);
    }

    @Guarantee
    @Label("slots are executed in their order, and then the next bundle")
    @Executions.Checks(SLOT_FOLLOWED)
    void goingOn(Subject subject, @ForAll("starts") Started start, @ForAll("templates") Template template) {
        Machine machine = Started.holding(start.machine().withLast(BEFORE), template.bundle(template.instructionUnits().map(Single::nop)));
        Seq<Integer> slots = template.isLong() ? Vector.of(0, 1) : Vector.of(0, 1, 2);
        for (int slot : slots) {
            assertEquals(slot, machine.position().slot());
            assertEquals(Started.CODE, machine.position().bundle().bits());
            machine = machine.with(((Executed.Done) observed(subject.step(machine, Choice.USUAL))).effects());
        }
        assertEquals(Position.at(Started.CODE + 16), machine.position());
        assertEquals(start.psr().ic() ? new VirtualAddress(Started.CODE) : BEFORE, machine.last());
        Outcomes.label("long").collect(template.isLong()).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("an instruction whose qualifying predicate is 0 does nothing, and cannot be told from nop")
    @Executions.Checks(INSTRUCTION_NULLIFIED)
    void nullified(Subject subject, @ForAll("starts") Started start, @ForAll("predicated") Instruction instruction, @ForAll @IntRange(min = 1, max = 63) int predicate) {
        Machine machine = new Place.Predicate(predicate).with(start.machine(), false);
        Single single = Single.of(instruction.predicatedBy(predicate));
        Machine before = single.in(machine);
        Executed executed = observed(single.on(subject, machine));
        assertEquals(INSTRUCTION_NULLIFIED, executed.because());
        assertEquals(before, before.with(((Executed.Done) executed).effects()).withPosition(before.position()));
        assertEquals(1, ((Executed.Done) executed).effects().writes().size());
    }

    @Guarantee
    @Label("bits that last for one instruction are gone after it, and only after it")
    @Executions.Checks(SINGLE_BITS_CLEARED)
    void singleBits(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 31) int set, @ForAll("units") Unit unit) {
        long bits = Vector.of(37, 38, 39, 43, 45).zipWithIndex().filter(bit -> (set >> bit._2 & 1) != 0).map(bit -> 1L << bit._1).fold(0L, (one, other) -> one | other);
        Machine machine = start.machine().withPsr(new Psr(start.psr().bits() & ~SINGLE | bits));
        Machine nop = Started.holding(machine, Single.of(unit, "nop." + unit.name().toLowerCase(Locale.ROOT) + " 0").bundle());
        Machine after = nop.with(((Executed.Done) observed(subject.step(nop, Choice.USUAL))).effects());
        assertEquals(start.psr().bits() & ~SINGLE, after.psr().bits());
        Executed broken = Single.of(unit, "break." + unit.name().toLowerCase(Locale.ROOT) + " 0").on(subject, machine);
        assertTrue(broken instanceof Executed.Raised, broken::toString);
    }

    @Guarantee
    @Label("a bundle with a reserved template code is illegal in each slot")
    @Executions.Checks(TEMPLATE_ILLEGAL)
    void reservedTemplates(Subject subject, @ForAll("starts") Started start, @ForAll("reserved") int code, @ForAll("bundles") Bundle bundle, @ForAll @IntRange(min = 0, max = 2) int slot) {
        Machine machine = Started.holding(start.machine(), new Bundle(bundle.low() & -32 | code, bundle.high()));
        assertEquals(illegal(TEMPLATE_ILLEGAL), observed(subject.step(machine.withPosition(machine.position().withSlot(slot)), Choice.USUAL)));
    }

    @Guarantee
    @Label("a bundle with a long instruction has no slot 2")
    @Executions.Checks(LONG_SLOT_ILLEGAL)
    void slotTwoOfALongInstruction(Subject subject, @ForAll("starts") Started start, @ForAll("bundles") Bundle bundle, @ForAll boolean stop) {
        Machine machine = Started.holding(start.machine(), new Bundle(bundle.low() & -32 | (stop ? 5 : 4), bundle.high()));
        assertEquals(illegal(LONG_SLOT_ILLEGAL), observed(subject.step(machine.withPosition(machine.position().withSlot(2)), Choice.USUAL)));
    }

    @Guarantee
    @Label("what encodes no instruction is illegal, illegal if predicated, or nothing")
    @Executions.Checks({ENCODING_ILLEGAL, ENCODING_ALWAYS_ILLEGAL, ENCODING_IGNORED})
    void unassigned(Subject subject, @ForAll("starts") Started start, @ForAll("holes") Slot slot, @ForAll("slotUnits") Unit unit) {
        Decoded decoded = subject.decode(Instructions.bundle(unit, slot)).slots().get(Instructions.position(unit));
        Discard.unless(decoded instanceof Decoded.Unassigned, "the slot encodes something in this unit");
        Decoded.Unassigned found = (Decoded.Unassigned) decoded;
        Machine machine = Started.holding(start.machine(), Instructions.bundle(unit, slot));
        boolean predicate = machine.predicate((int) slot.bits() & 63);
        Executed executed = observed(subject.step(machine.withPosition(machine.position().withSlot(Instructions.position(unit))), Choice.USUAL));
        if (found.treatment() == Treatment.NOP || found.treatment() == Treatment.ILLEGAL_IF_PREDICATED && !predicate) {
            assertEquals(predicate ? ENCODING_IGNORED : INSTRUCTION_NULLIFIED, executed.because());
            assertEquals(1, ((Executed.Done) executed).effects().writes().size());
        } else {
            assertEquals(illegal(found.treatment() == Treatment.ILLEGAL ? ENCODING_ALWAYS_ILLEGAL : ENCODING_ILLEGAL), executed);
        }
        Outcomes.label("treatment").collect(found.treatment(), predicate).coverage(Combinations.each(Vector.of(Treatment.values()), Combinations.EITHER));
    }

    @Guarantee
    @Label("an instruction has a meaning exactly if the table of forms says that it executes")
    @Executions.Checks(MEANING_UNMODELLED)
    void unmodelled(Subject subject, @ForAll("starts") Started start, @ForAll("anything") Instruction instruction) {
        Instruction always = instruction.form().format().field("qp").isDefined() ? instruction.predicatedBy(0) : instruction;
        Executed executed = observed(Single.of(always).on(subject, start.machine()));
        assertEquals(instruction.form().status() != Status.EXECUTES, executed.because() == MEANING_UNMODELLED, () -> instruction.form() + ": " + executed);
    }

    @Guarantee
    @Label("nop, hint and brp do nothing")
    @Executions.Checks(NOTHING_DONE)
    void nothing(Subject subject, @ForAll("starts") Started start, @ForAll("nothings") Instruction instruction) {
        Instruction always = instruction.form().format().field("qp").isDefined() ? instruction.predicatedBy(0) : instruction;
        Machine before = Single.of(always).in(start.machine());
        Executed.Done done = (Executed.Done) observed(Single.of(always).on(subject, start.machine()));
        assertEquals(NOTHING_DONE, done.because());
        assertEquals(before, before.with(done.effects()).withPosition(before.position()));
    }

    @Guarantee
    @Label("break raises Break Instruction")
    @Executions.Checks(BREAK_RAISED)
    void breaks(Subject subject, @ForAll("starts") Started start, @ForAll("breakpoints") Instruction instruction) {
        assertEquals(new Executed.Raised(new Fault(Interruption.BREAK_INSTRUCTION, Option.none()), BREAK_RAISED), observed(Single.of(instruction.predicatedBy(0)).on(subject, start.machine())));
    }

    private static Executed illegal(Executions because) {
        return new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), because);
    }

    private static final Seq<String> LOOK_THEMSELVES = Vector.of("br.wtop", "br.wexit", "frcpa", "frsqrta", "fprcpa", "fprsqrta");
    private static final Seq<Template> TEMPLATES = Templates.architected().assigned();

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Template> templates() {
        return Arbitraries.of(TEMPLATES.asJava());
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(Unit.M, Unit.I, Unit.F, Unit.B);
    }

    @Provide
    Arbitrary<Unit> slotUnits() {
        return Arbitraries.of(Instructions.slotUnits().asJava());
    }

    @Provide
    Arbitrary<Integer> reserved() {
        return Arbitraries.of(0x06, 0x07, 0x14, 0x15, 0x1a, 0x1b, 0x1e, 0x1f);
    }

    @Provide
    Arbitrary<Bundle> bundles() {
        return Instructions.bundles();
    }

    @Provide
    Arbitrary<Slot> holes() {
        return Arbitraries.oneOf(Instructions.corruptedSlots(), Instructions.slots().map(slot -> Slot.of(slot.bits() & 0x7ffffffffL | 0x100_0000_0000L))).map(slot -> Slot.of(slot.bits()));
    }

    @Provide
    Arbitrary<Instruction> predicated() {
        return Instructions.instructions(form -> form.format().field("qp").isDefined() && form.status() == Status.EXECUTES
            && !form.syntax().mnemonic().contains(".unc") && !LOOK_THEMSELVES.contains(form.syntax().mnemonic()));
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions(form -> form.need().isEmpty());
    }

    /// Instructions of every form, a quarter of them of the few that have no meaning.
    @Provide
    Arbitrary<Instruction> anything() {
        Arbitrary<Instruction> all = instructions();
        return Arbitraries.oneOf(Vector.of(all, all, all, Instructions.instructions(form -> form.need().isEmpty() && form.status() != Status.EXECUTES)).asJava());
    }

    @Provide
    Arbitrary<Instruction> nothings() {
        return Instructions.instructions(form -> form.syntax().mnemonic().matches("(nop|hint)\\..|brp(\\.ret)?"));
    }

    @Provide
    Arbitrary<Instruction> breakpoints() {
        return Instructions.instructions(form -> form.syntax().mnemonic().startsWith("break."));
    }
}
