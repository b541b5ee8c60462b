package vmmref.model.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.spec.Executions.BRANCH_TAKEN;
import static vmmref.spec.Executions.BREAK_RAISED;
import static vmmref.spec.Executions.INSTRUCTION_NULLIFIED;
import static vmmref.spec.Executions.LONG_SLOT_ILLEGAL;
import static vmmref.spec.Executions.NOTHING_DONE;
import static vmmref.spec.Executions.SINGLE_BITS_CLEARED;
import static vmmref.spec.Executions.SLOT_FOLLOWED;
import static vmmref.spec.Executions.TEMPLATE_ILLEGAL;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.execute.Ready;
import vmmref.model.execute.ReadyBundle;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Code;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;
import vmmref.spec.Integers;
import vmmref.spec.References;
import vmmref.spec.Translations;

class StepTest {
    private static final Step STEP = Step.of(Semantics.architected(Profile.named("maximal").get()));
    private static final long AT = 0x4000;
    private static final long IT = 1L << 36;
    private static final long TB = 1L << 26;
    private static final long SS = 1L << 40;
    private static final Bundle THREE = bundle("MII", "nop.m 0", "adds r8=5,r0", "(p6) adds r9=7,r0");
    private static final Bundle LONG = bundle("MLX", "nop.m 0", "movl r8=0x123456789a");
    private static final Bundle BRANCH = bundle("MIB", "nop.m 0", "nop.i 0", "(p6) br.cond.sptk.few .+0x120");

    private static Bundle bundle(String notation, String... texts) {
        return switch (Assembler.architected().bundle(notation, Vector.of(texts))) {
            case AssembledBundle.Done done       -> done.bundle();
            case AssembledBundle.Refused refused -> throw new IllegalArgumentException(refused.why());
        };
    }

    private static Machine machine(long psr) {
        return Machine.of(new Addressing(new Psr(psr), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0x101 << 8 | 14 << 2))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
    }

    private static Machine holding(Machine machine, long at, Bundle bundle) {
        return machine.withMemory(machine.memory().with(new PhysicalAddress(at), 8, bundle.low()).with(new PhysicalAddress(at + 8), 8, bundle.high()));
    }

    /// {@return a machine without translation that executes a slot of a bundle next, which memory holds}
    private static Machine at(long psr, Bundle bundle, int slot) {
        return holding(machine(psr), AT, bundle).withPosition(new Position(new VirtualAddress(AT), slot, Option.none()));
    }

    private static Position fetched(Bundle bundle, int slot, Option<Pte> page) {
        return new Position(new VirtualAddress(AT), slot, Option.some(new Code(bundle, page)));
    }

    private static Position fetched(Bundle bundle, int slot) {
        return fetched(bundle, slot, Option.none());
    }

    private static Executed next(Machine machine) {
        return STEP.next(machine, Choice.USUAL);
    }

    private static Executed illegal(Clause because) {
        return new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), because);
    }

    private static Executed.Done follows(Effects effects, Position position, Clause because) {
        return new Executed.Done(effects.then(Place.Next.NEXT, position, SLOT_FOLLOWED), because);
    }

    @Test
    void slotsFollowEachOther() {
        assertEquals(follows(Effects.NONE, fetched(THREE, 1), NOTHING_DONE), next(at(0, THREE, 0)));
        Effects five = Effects.of(new Place.General(8), GeneralValue.of(5), Integers.SUM_FORMED);
        assertEquals(follows(five, fetched(THREE, 2), Integers.SUM_FORMED), next(at(0, THREE, 1)));
        assertEquals(follows(Effects.NONE, Position.at(AT + 16), INSTRUCTION_NULLIFIED), next(at(0, THREE, 2)));
        assertEquals(follows(Effects.of(new Place.General(9), GeneralValue.of(7), Integers.SUM_FORMED), Position.at(AT + 16), Integers.SUM_FORMED),
            next(new Place.Predicate(6).with(at(0, THREE, 2), true)));
    }

    @Test
    void someInstructionsIgnoreTheirPredicate() {
        Bundle compare = bundle("MII", "(p6) cmp.eq.unc p7,p8=r0,r0", "(p6) cmp.eq p7,p8=r0,r0", "nop.i 0");
        assertEquals(Integers.PREDICATES_CLEARED, next(at(0, compare, 0)).because());
        assertEquals(INSTRUCTION_NULLIFIED, next(at(0, compare, 1)).because());
    }

    @Test
    void longInstructions() {
        assertEquals(fetched(LONG, 1), Place.Next.NEXT.of(at(0, LONG, 0).with(((Executed.Done) next(at(0, LONG, 0))).effects())));
        Machine after = at(0, LONG, 1).with(((Executed.Done) next(at(0, LONG, 1))).effects());
        assertEquals(Position.at(AT + 16), after.position());
        assertEquals(GeneralValue.of(0x123456789aL), after.general(8));
        assertEquals(illegal(LONG_SLOT_ILLEGAL), next(at(0, LONG, 2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void reservedTemplates(int slot) {
        assertEquals(illegal(TEMPLATE_ILLEGAL), next(at(0, new Bundle(THREE.low() & -32 | 6, THREE.high()), slot)));
    }

    @Test
    void whatWasFetchedStaysFetched() {
        Machine machine = holding(machine(IT), AT, LONG).withPosition(fetched(THREE, 1));
        assertEquals(Integers.SUM_FORMED, next(machine).because());
    }

    @Test
    void branches() {
        Machine taken = new Place.Predicate(6).with(at(0, BRANCH, 2), true);
        assertEquals(new Executed.Done(Effects.of(Place.Next.NEXT, Position.at(AT + 0x120), BRANCH_TAKEN), BRANCH_TAKEN), next(taken));
        assertEquals(new Executed.Done(Effects.of(Place.Next.NEXT, Position.at(AT + 0x120), BRANCH_TAKEN), BRANCH_TAKEN), next(taken.withPsr(new Psr(TB))));
        assertEquals(follows(Effects.NONE, Position.at(AT + 16), INSTRUCTION_NULLIFIED), next(at(TB, BRANCH, 2)));
        assertEquals(follows(Effects.NONE, Position.at(AT + 16), INSTRUCTION_NULLIFIED), next(at(SS, BRANCH, 2)));
        assertEquals(follows(Effects.NONE, fetched(THREE, 1), NOTHING_DONE), next(at(SS, THREE, 0)));
    }

    /// The bits id, da, dd, ed and ia.
    @ParameterizedTest
    @ValueSource(ints = {37, 38, 39, 43, 45})
    void someBitsLastForOneInstruction(int bit) {
        long psr = 1L << bit | 0x30 | 1L << 44;
        boolean again = bit == 37 || bit == 45;
        assertEquals(follows(Effects.of(Place.Status.PSR, new Psr(0x30 | 1L << 44), SINGLE_BITS_CLEARED), again ? fetched(THREE, 1).unfetched() : fetched(THREE, 1), NOTHING_DONE), next(at(psr, THREE, 0)));
        Machine after = at(psr, bundle("MII", "sum 0x8", "nop.i 0", "nop.i 0"), 0);
        assertEquals(new Psr(0x38 | 1L << 44), after.with(((Executed.Done) next(after)).effects()).psr());
        Machine taken = new Place.Predicate(6).with(at(psr, BRANCH, 2), true);
        assertEquals(BRANCH_TAKEN, next(taken).because());
        assertEquals(taken.withPsr(new Psr(0x30 | 1L << 44)).withPosition(Position.at(AT + 0x120)), taken.with(((Executed.Done) next(taken)).effects()));
    }

    @Test
    void faultsChangeNothing() {
        Bundle broken = bundle("MII", "break.m 0x7", "nop.i 0", "nop.i 0");
        assertEquals(new Executed.Raised(new Fault(Interruption.BREAK_INSTRUCTION, Option.none()), BREAK_RAISED), next(at(1L << 37, broken, 0)));
    }

    /// {@return a machine that fetches from a page of 16 KB at 4000, which lies at 8000 and permits everything}
    private static Machine paged(Bundle bundle, long entry) {
        Translation page = Translation.of(new VirtualAddress(AT), 0x101, new PageSize(14), 0, new Pte(0x8000 | 0x7e1 | entry));
        return holding(machine(IT), 0x8000, bundle).withPosition(Position.at(AT)).withTlb(Tlb.EMPTY.withRegister(Stream.INSTRUCTION, 0, Option.some(page)));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "52, true"})
    void fetchesAreTranslated(int bit, boolean ed) {
        Machine machine = paged(THREE, 1L << bit);
        Option<Pte> entry = Option.some(new Pte(0x87e1L | 1L << bit));
        assertEquals(follows(Effects.NONE, fetched(THREE, 1, entry), NOTHING_DONE), next(machine));
        Machine after = machine.with(((Executed.Done) next(machine)).effects());
        assertEquals(ed, after.addressing().codeEd());
        assertFalse(machine.addressing().codeEd());
    }

    @Test
    void fetchesFault() {
        Machine missing = paged(THREE, 0).withTlb(Tlb.EMPTY);
        assertEquals(new Executed.Raised(new Fault(Interruption.ALTERNATE_INSTRUCTION_TLB, Option.some(new VirtualAddress(AT))), References.MISS_ALTERNATE), next(missing));
        Machine several = paged(THREE, 0);
        several = several.withTlb(several.addressing().tlb().withRegister(Stream.INSTRUCTION, 1, several.addressing().tlb().register(Stream.INSTRUCTION, 0)));
        assertEquals(new Executed.Unspecified(Translations.MATCHES_SEVERAL), next(several));
    }

    private static Option<Instruction> ready(Machine machine) {
        return STEP.ready(machine, Choice.USUAL).flatMap(Ready::instruction);
    }

    private static Option<Instruction> instruction(Unit unit, String text) {
        return Option.some(((Assembled.Done) Assembler.architected().assemble(unit, text)).instruction());
    }

    @Test
    void whatComesNextIsTold() {
        assertEquals(instruction(Unit.I, "adds r8=5,r0"), ready(at(0, THREE, 1)));
        assertEquals(instruction(Unit.I, "(p6) adds r9=7,r0"), ready(at(0, THREE, 2)));
        assertEquals(instruction(Unit.X, "movl r8=0x123456789a"), ready(at(0, LONG, 1)));
        assertEquals(Option.none(), ready(at(0, LONG, 2)));
        assertEquals(instruction(Unit.I, "adds r8=5,r0"), ready(holding(machine(IT), AT, LONG).withPosition(fetched(THREE, 1))));
        assertEquals(instruction(Unit.M, "nop.m 0"), ready(paged(THREE, 0)));
        assertEquals(Option.none(), ready(paged(THREE, 0).withTlb(Tlb.EMPTY)));
    }

    @Test
    void bundlesTellWhetherTheyAreLong() {
        assertTrue(STEP.decode().of(LONG).isLong());
        assertFalse(STEP.decode().of(THREE).isLong());
        ReadyBundle known = STEP.decode().of(THREE);
        assertEquals(THREE, known.bundle());
        assertTrue(known == STEP.decode().of(THREE));
        Step fresh = Step.of(STEP.rules());
        assertEquals(STEP.rules(), fresh.rules());
        assertEquals(known.decoded(), fresh.decode().of(THREE).decoded());
        assertEquals(Vector.of(instruction(Unit.M, "nop.m 0"), instruction(Unit.I, "adds r8=5,r0"), instruction(Unit.I, "(p6) adds r9=7,r0")), fresh.decode().of(THREE).slots().map(Ready::instruction).toVector());
    }
}
