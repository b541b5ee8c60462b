package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Builds.BRANCH_PATCH_REFUSED;
import static vmmref.spec.Builds.BUNDLE_BRANCHED;
import static vmmref.spec.Builds.SLOT_TRAPPED;
import static vmmref.spec.Builds.STUB_CARRIED;
import static vmmref.spec.Builds.TRAP_REFUSED;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.OperandKind;
import vmmref.model.memory.VirtualAddress;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Programs;
import vmmref.spec.Builds;
import vmmref.vmm.build.BranchPatch;
import vmmref.vmm.build.Carried;
import vmmref.vmm.build.Line;
import vmmref.vmm.build.TrapPatch;
import vmmref.vmm.build.Trapped;

/// What holds of instructions that become breaks, and of bundles that become branches.
class PatchGuarantees {
    private static final VirtualAddress AT = new VirtualAddress(0x4000);
    private static final VirtualAddress STUB = new VirtualAddress(0x8000);
    private static final Seq<String> BOUND_TO_ADDRESS = Vector.of("chk.", "br.call", "brl.", "brp", "epc", "br.cond", "br.w", "br.c", "vmsw");

    @Guarantee
    @Label("a trap patch changes the victim into a break with its predicate, and nothing else")
    @Builds.Checks(SLOT_TRAPPED)
    void onlyTheVictimChanges(Subject subject, @ForAll("bundles") Bundle bundle, @ForAll @IntRange(max = 2) int slot, @ForAll("immediates") long immediate) {
        Seq<Decoded> before = subject.decode(bundle).slots();
        int victim = Math.min(slot, before.size() - 1);
        Discard.unless(!isHeedless(instruction(before.get(victim))), "it can be a victim");
        Bundle patched = assertInstanceOf(Trapped.Done.class, observed(subject.builder().trap(new TrapPatch(bundle, victim, immediate)))).bundle();
        Seq<Decoded> after = subject.decode(patched).slots();
        assertEquals(bundle.fields().code(), patched.fields().code());
        assertEquals(before.removeAt(victim), after.removeAt(victim));
        Unit unit = ((Templates.Meaning.Assigned) Templates.architected().meaning(bundle.fields().code())).template().instructionUnits().get(victim);
        int predicate = instruction(before.get(victim)).qualifyingPredicate();
        String report = "break.%s 0x%x".formatted(unit.name().toLowerCase(java.util.Locale.ROOT), immediate);
        assertEquals(predicate == 0 ? report : "(p%d) %s".formatted(predicate, report), Assembly.text(instruction(after.get(victim))));
        Outcomes.label("unit").collect(unit).coverage(checker -> Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static Instruction instruction(Decoded decoded) {
        return assertInstanceOf(Decoded.Assigned.class, decoded).instruction();
    }

    /// Why there may be no place for a break.
    enum Fault { RESERVED, NO_SLOT, ZERO, WIDE, UNASSIGNED }

    @Guarantee
    @Label("a trap without a place, or that says nothing, is refused")
    @Builds.Checks(TRAP_REFUSED)
    void trapsWithoutAPlaceAreRefused(Subject subject, @ForAll("bundles") Bundle bundle, @ForAll Fault fault, @ForAll("immediates") long immediate) {
        int instructions = subject.decode(bundle).slots().size();
        TrapPatch patch = switch (fault) {
            case RESERVED   -> new TrapPatch(new Bundle(bundle.low() & ~0x1fL | 0x1e, bundle.high()), 0, immediate);
            case NO_SLOT    -> new TrapPatch(bundle, instructions, immediate);
            case ZERO       -> new TrapPatch(bundle, 0, 0);
            case WIDE       -> new TrapPatch(bundle, 0, immediate << 21);
            case UNASSIGNED -> new TrapPatch(new Bundle(0x11L | 3L << 42 | bundle.low() & 7L << 61, bundle.high()), 0, immediate);
        };
        assertEquals(TRAP_REFUSED, assertInstanceOf(Trapped.Refused.class, observed(subject.builder().trap(patch))).because());
        Outcomes.label("fault").collect(fault).coverage(checker -> Vector.of(Fault.values()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a stub executes the other instructions, others in place of the victim, and goes on after the bundle")
    @Builds.Checks({BUNDLE_BRANCHED, STUB_CARRIED})
    void theStubDoesTheRest(Subject subject, @ForAll("movable") Bundle bundle, @ForAll @IntRange(max = 2) int slot, @ForAll("predicable") Seq<Line> replacement, @ForAll("addresses") VirtualAddress at,
                            @ForAll("addresses") VirtualAddress stub) {
        Discard.unless(stub.bits() - at.bits() < -0x80 || stub.bits() - at.bits() > 0x10, "the stub is elsewhere");
        Seq<Stood> before = Stood.in(subject, Vector.of(bundle));
        int victim = Math.min(slot, before.size() - 1);
        Discard.unless(!isHeedless(instruction(subject.decode(bundle).slots().get(victim))), "it can be a victim");
        Carried.Done done = assertInstanceOf(Carried.Done.class, observed(subject.builder().carry(new BranchPatch(bundle, at, victim, replacement, stub))));
        Seq<Bundle> bundles = done.stub().bundles();
        assertEquals(stub, target(subject, at, done.bundle()));
        assertEquals(at.bits() + 16, target(subject, new VirtualAddress(stub.bits() + 16L * (bundles.size() - 1)), bundles.last()).bits());
        int predicate = instruction(subject.decode(bundle).slots().get(victim)).qualifyingPredicate();
        Seq<Stood> instead = Stood.of(replacement).map(each -> new Stood(each.unit(), each.isNop() && predicate == 0 ? each.slot() : Slot.of(each.slot().bits() & ~0x3fL | predicate).or(new Slot(0, each.slot().l())), each.stop(), 0));
        Seq<Stood> until = before.take(victim).appendAll(instead);
        Seq<Stood> expected = (until.isEmpty() ? until : until.init().append(until.last().stopped(before.get(victim).stop()))).appendAll(before.drop(victim + 1));
        assertEquals(Stood.groups(expected), Stood.groups(Stood.in(subject, bundles.init())));
        Outcomes.label("instead").collect(replacement.size()).coverage(checker -> Vector.rangeClosed(0, 3).forEach(size -> checker.check(size).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a stub covers neither the bundle nor the one after it")
    @Builds.Checks(BRANCH_PATCH_REFUSED)
    void aStubLiesBeside(Subject subject, @ForAll("predicable") Seq<Line> replacement, @ForAll("addresses") VirtualAddress at, @ForAll @IntRange(min = -6, max = 3) int distance) {
        Bundle bundle = Templates.architected().named("MII;").get().bundle(Vector.of(Slot.of(0x20d0000200L), Slot.of(0x8000000L), Slot.of(0x8000000L)));
        Carried.Done elsewhere = assertInstanceOf(Carried.Done.class, observed(subject.builder().carry(new BranchPatch(bundle, at, 0, replacement, new VirtualAddress(at.bits() + 0x10000)))));
        Carried here = observed(subject.builder().carry(new BranchPatch(bundle, at, 0, replacement, new VirtualAddress(at.bits() + 16L * distance))));
        boolean covers = distance <= 1 && distance + elsewhere.stub().bundles().size() > 0;
        assertEquals(covers ? BRANCH_PATCH_REFUSED : BUNDLE_BRANCHED, here.because());
        Outcomes.label("distance").collect(distance).coverage(checker -> Vector.rangeClosed(-6, 3).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("what does something though its predicate is 0 is no victim, and stands in no other's place")
    @Builds.Checks({TRAP_REFUSED, BRANCH_PATCH_REFUSED})
    void whatActsInAnyCaseStays(Subject subject, @ForAll("heedless") Instruction heedless, @ForAll @IntRange(max = 63) int predicate) {
        Instruction each = heedless.predicatedBy(predicate);
        Bundle bundle = Instructions.bundle(each.form().unit() == Unit.A ? Unit.I : each.form().unit(), each.encode());
        int slot = Instructions.position(each.form().unit() == Unit.A ? Unit.I : each.form().unit());
        assertEquals(predicate == 0 ? SLOT_TRAPPED : TRAP_REFUSED, observed(subject.builder().trap(new TrapPatch(bundle, slot, 1))).because());
        assertEquals(predicate == 0 ? BUNDLE_BRANCHED : BRANCH_PATCH_REFUSED, observed(subject.builder().carry(new BranchPatch(bundle, AT, slot, Vector.empty(), STUB))).because());
        assertEquals(predicate == 0 ? BUNDLE_BRANCHED : BRANCH_PATCH_REFUSED, observed(subject.builder().carry(new BranchPatch(under(predicate), AT, 0, Vector.of(line(each)), STUB))).because());
        Outcomes.label("predicate").collect(predicate == 0).coverage(checker -> Vector.of(true, false).forEach(zero -> checker.check(zero).count(count -> count > 0)));
    }

    @Guarantee
    @Label("only the last one in place of a victim changes the predicate that it was executed under")
    @Builds.Checks(BRANCH_PATCH_REFUSED)
    void thePredicateLasts(Subject subject, @ForAll("setting") Instruction setting, @ForAll @IntRange(max = 2) int which, @ForAll @IntRange(max = 63) int other) {
        Seq<Long> set = setting.operands().filter(value -> value.operand().kind() == OperandKind.PREDICATE).map(vmmref.model.instruction.Operand.Value::value);
        int predicate = which < set.size() ? set.get(which).intValue() : other;
        Line line = line(setting.predicatedBy(0));
        Line nop = new Line(Unit.M, Slot.of(0x8000000L), false);
        boolean changes = predicate != 0 && (set.isEmpty() || set.contains((long) predicate));
        assertEquals(changes ? BRANCH_PATCH_REFUSED : BUNDLE_BRANCHED, observed(subject.builder().carry(new BranchPatch(under(predicate), AT, 0, Vector.of(line, nop), STUB))).because());
        assertEquals(BUNDLE_BRANCHED, observed(subject.builder().carry(new BranchPatch(under(predicate), AT, 0, Vector.of(nop, line), STUB))).because());
        Outcomes.label("changes").collect(changes).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static Line line(Instruction instruction) {
        return new Line(instruction.form().unit(), instruction.encode(), false);
    }

    /// {@return thash under a predicate, and nops}
    private static Bundle under(int predicate) {
        return Templates.architected().named("MII;").get().bundle(Vector.of(Slot.of(0x20d0000200L | predicate), Slot.of(0x8000000L), Slot.of(0x8000000L)));
    }

    private static boolean isHeedless(Instruction instruction) {
        return instruction.qualifyingPredicate() != 0 && isHeedless(instruction.form());
    }

    private static boolean isHeedless(Form form) {
        return form.syntax().mnemonic().matches(".*\\.unc|fp?rcpa|fp?rsqrta|br\\.wtop|br\\.wexit");
    }

    /// {@return whether a form sets predicates, one or many}
    private static boolean sets(Form form) {
        return form.syntax().text().matches("mov pr.*") || form.operands().exists(operand -> operand.kind() == OperandKind.PREDICATE);
    }

    /// {@return where a bundle branches to whose other slots do nothing}
    private static VirtualAddress target(Subject subject, VirtualAddress from, Bundle bundle) {
        Seq<Decoded> slots = subject.decode(bundle).slots();
        assertEquals(true, Stood.in(subject, Vector.of(bundle)).init().forAll(Stood::isNop), bundle.hex());
        Instruction branch = instruction(slots.last());
        assertEquals(true, Vector.of("br.cond", "brl.cond").contains(branch.form().syntax().mnemonic()) && branch.qualifyingPredicate() == 0, branch.toString());
        return new VirtualAddress(from.bits() + branch.operands().head().value());
    }

    @Guarantee
    @Label("a bundle stays where something in it depends on its address")
    @Builds.Checks(BRANCH_PATCH_REFUSED)
    void whatDependsOnItsAddressStays(Subject subject, @ForAll("bound") Instruction bound, @ForAll @IntRange(max = 63) int predicate) {
        Slot slot = bound.encode();
        Slot nop = Slot.of(0x8000000L);
        Slot victim = Slot.of(0x20d0000200L | predicate);
        Bundle bundle = switch (bound.form().unit()) {
            case A, M       -> Templates.architected().named("MMI;").get().bundle(Vector.of(victim, slot, nop));
            case I          -> Templates.architected().named("MII;").get().bundle(Vector.of(victim, nop, slot));
            case F, B       -> Templates.architected().named("MIB;").get().bundle(Vector.of(victim, nop, slot));
            case L, X       -> Templates.architected().named("MLX;").get().bundle(Vector.of(victim, slot));
        };
        BranchPatch patch = new BranchPatch(bundle, new VirtualAddress(0x4000), 0, Vector.of(new Line(Unit.M, nop, false)), new VirtualAddress(0x8000));
        assertEquals(BRANCH_PATCH_REFUSED, assertInstanceOf(Carried.Refused.class, observed(subject.builder().carry(patch))).because());
        BranchPatch other = new BranchPatch(bundle, patch.at(), bound.form().unit() == Unit.M || bound.form().unit() == Unit.X ? 1 : 2, patch.replacement(), patch.stub());
        assertEquals(isHeedless(bound) ? BRANCH_PATCH_REFUSED : BUNDLE_BRANCHED, observed(subject.builder().carry(other)).because(), "the one that depends on it is the victim");
    }

    private static boolean depends(Form form) {
        return form.syntax().text().equals("mov r1=ip") || form.syntax().text().contains("tag13")
            || form.syntax().text().contains("target") || BOUND_TO_ADDRESS.exists(form.syntax().mnemonic()::startsWith) && !form.syntax().text().matches("br\\.cond\\S* b2");
    }

    /// {@return bundles of all assigned templates, filled with instructions of the forms that a question admits, and such that stops are where some need them}
    private static Arbitrary<Bundle> bundles(java.util.function.Predicate<Form> admitted) {
        Map<Unit, Arbitrary<Slot>> slots = Instructions.slotUnits().toMap(unit -> Tuple.of(unit, Instructions.instructions(admitted.and(form -> form.unit().fits(unit))).map(Instruction::encode)));
        return Arbitraries.of(Templates.architected().assigned().asJava()).flatMap(template -> {
            Seq<Arbitrary<Slot>> units = template.instructionUnits().map(unit -> slots.get(unit).get());
            return units.size() == 2 ? Combinators.combine(units.get(0), units.get(1)).as((one, two) -> template.bundle(Vector.of(one, two)))
                : Combinators.combine(units.get(0), units.get(1), units.get(2)).as((one, two, three) -> template.bundle(Vector.of(one, two, three)));
        });
    }

    private static boolean isFree(Form form) {
        return !depends(form) && !Programs.LAST.contains(form.syntax().mnemonic()) && !Programs.FIRST.contains(form.syntax().mnemonic());
    }

    @Provide
    Arbitrary<Bundle> bundles() {
        return bundles(form -> true);
    }

    @Provide
    Arbitrary<Bundle> movable() {
        return bundles(PatchGuarantees::isFree);
    }

    @Provide
    Arbitrary<Instruction> bound() {
        return Instructions.instructions(form -> depends(form) && form.unit() != Unit.F);
    }

    /// Up to three without a predicate of their own, which set none, either.
    @Provide
    Arbitrary<Seq<Line>> predicable() {
        return Programs.lines(3, form -> isFree(form) && !sets(form) && form.format().field("qp").isDefined())
            .map(lines -> lines.map(line -> line.withSlot(new Slot(line.slot().bits() & ~0x3fL, line.slot().l()))));
    }

    @Provide
    Arbitrary<Instruction> heedless() {
        return Instructions.instructions(PatchGuarantees::isHeedless);
    }

    @Provide
    Arbitrary<Instruction> setting() {
        return Instructions.instructions(form -> sets(form) && !isHeedless(form));
    }

    @Provide
    Arbitrary<Long> immediates() {
        return Instructions.words().map(word -> word & 0x1fffff).filter(word -> word != 0);
    }

    @Provide
    Arbitrary<VirtualAddress> addresses() {
        return Instructions.words().map(word -> new VirtualAddress(word & -16));
    }
}
