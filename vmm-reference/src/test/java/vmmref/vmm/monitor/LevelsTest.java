package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Code;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.spec.Guests;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.Catching;

/// The guest of [Fixture], which may see no difference of its level, and executes bundles from 0x1000 on.
class LevelsTest {
    private static final Resources SOME = new Resources(15, 3, 1000, 1000);
    private static final Place.Application PFS = new Place.Application(RegisterNumber.PFS);
    private static final Place.Application RSC = new Place.Application(RegisterNumber.RSC);

    private static final Machine PLAIN = Fixture.machine(Fixture.rules("maximal"));

    private final Monitoring patching = Fixture.rules("maximal").catching(Catching.KEYS).patching(2, 12);
    private final Monitoring rules = patching.exact();

    private Machine machine(String template, String... texts) {
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle(template, Vector.of(texts))).bundle();
        return Fixture.machine(rules).withMemory(Memory.ZERO.with(new PhysicalAddress(0x1000), 8, bundle.low()).with(new PhysicalAddress(0x1008), 8, bundle.high()).with(new PhysicalAddress(0x5000), 8, 0x55));
    }

    private Hosting hosting(Machine machine) {
        return Hosting.of(rules, Vector.of(Guest.of(machine, Fixture.map())), SOME);
    }

    /// {@return what becomes of the guest when it has done some instructions}
    private Monitored.Moment after(Hosting start, int instructions) {
        Monitored monitored = Monitored.of(rules);
        Monitored.Moment moment = monitored.next(start, Choice.USUAL);
        int done = moment.retired() ? 1 : 0;
        for (int turns = 0; turns < 400 && done < instructions && moment.ended().isEmpty(); turns++) {
            moment = monitored.next(moment.after(), Choice.USUAL);
            done += moment.retired() ? 1 : 0;
        }
        return moment;
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 3", "2, 2, 3", "3, 3, 3"})
    void whatTheHardwareHoldsForALevel(long level, long called, long stacked) {
        Machine believed = RSC.with(PFS.with(PLAIN, level << 62 | 0x1234), level << 2 | 0x13);
        Machine real = Levels.HIDDEN.real(believed);
        assertEquals(called << 62 | 0x1234, PFS.of(real));
        assertEquals(stacked << 2 | 0x13, RSC.of(real));
        assertEquals(believed, Levels.HIDDEN.seen(real, believed));
        assertEquals(called << 62, Levels.HIDDEN.real(new Write<>(PFS, level << 62, Guests.INSTRUCTION_EMULATED)).value());
        assertEquals(stacked << 2, Levels.HIDDEN.real(new Write<>(RSC, level << 2, Guests.INSTRUCTION_EMULATED)).value());
    }

    @Test
    void otherBitsOfRscAreThoseOfTheHardware() {
        assertEquals(0x4, RSC.of(Levels.HIDDEN.seen(RSC.with(PLAIN, 0xcL), RSC.with(PLAIN, 0x7L))));
    }

    @Test
    void otherRegistersAreWhatTheyAre() {
        Write<?> write = new Write<>(new Place.Application(RegisterNumber.CCV), 5L << 62 | 0xc, Guests.INSTRUCTION_EMULATED);
        assertEquals(write, Levels.HIDDEN.real(write));
        Write<?> branch = new Write<>(new Place.Branch(1), 4L, Guests.INSTRUCTION_EMULATED);
        assertSame(branch, Levels.HIDDEN.real(branch));
    }

    @Test
    void aLevelThatIsShownIsThatOfTheHardware() {
        Machine machine = RSC.with(PFS.with(PLAIN, 1L << 62), 4L);
        assertSame(machine, Levels.SHOWN.real(machine));
        assertSame(machine, Levels.SHOWN.seen(machine, PLAIN));
        Write<?> write = new Write<>(PFS, 0L, Guests.INSTRUCTION_EMULATED);
        assertSame(write, Levels.SHOWN.real(write));
    }

    @Test
    void codeIsPatchedWhereLevelsAreHidden() {
        assertEquals("what shows a guest its real level is patched, and no code is", assertThrows(IllegalArgumentException.class, () -> Fixture.rules("maximal").catching(Catching.KEYS).exact()).getMessage());
        assertEquals(Levels.HIDDEN, rules.on(Fixture.rules("merced").host()).levels());
        assertEquals(0, rules.on(Fixture.rules("merced").host()).guest().engine().level().applyAsInt(0));
        assertEquals(3, rules.on(Fixture.rules("merced").host()).guest().engine().level().applyAsInt(1));
        assertEquals(Levels.SHOWN, patching.levels());
    }

    @Test
    void theHardwareBeginsAtItsOwnLevel() {
        Hosting hosting = hosting(PFS.with(machine("MII;", "nop.m 0", "nop.i 0", "nop.i 0"), 2L << 62));
        assertEquals(4, RSC.of(hosting.machine()));
        assertEquals(0, RSC.of(hosting.believed()));
        assertEquals(2L << 62, PFS.of(hosting.believed()));
    }

    @Test
    void aCallStaysACallAndRecordsLevel0ForTheGuest() {
        Hosting after = after(hosting(machine("MFB;", "nop.m 0", "nop.f 0", "br.call.sptk.few b0=.+0x10")), 3).after();
        assertEquals(1, PFS.of(after.machine()) >>> 62);
        assertEquals(0, PFS.of(after.believed()) >>> 62);
        assertTrue(after.monitor().copies().made().isEmpty());
    }

    @Test
    void aMoveOfPfsIsTheMonitorsToDo() {
        Hosting after = after(hosting(new Place.General(8).with(machine("MI;I;", "nop.m 0", "mov.i ar.pfs=r8", "mov.i r26=ar.pfs"), GeneralValue.of(1L << 62 | 0x10))), 3).after();
        assertEquals(0x10, PFS.of(after.machine()));
        assertEquals(1L << 62 | 0x10, after.machine().general(26).bits());
        assertEquals(1L << 62 | 0x10, PFS.of(after.believed()));
    }

    @Test
    void aReturnToALevelThatThereIsNotIsOneToLevel3() {
        Machine returning = PFS.with(new Place.Branch(0).with(machine("MFB;", "nop.m 0", "nop.f 0", "br.ret.sptk.few b0"), 0x2000L), 1L << 62);
        assertEquals(3, after(hosting(returning), 3).after().machine().psr().cpl());
        assertEquals(1, after(hosting(PFS.with(returning, 0L)), 3).after().machine().psr().cpl());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 3", "2, 3", "3, 3"})
    void aReturnFromInterruptionToALevelThatThereIsNotIsOneToLevel3(int level, int then) {
        Machine quiet = machine("MFB;", "nop.m 0", "nop.f 0", "rfi").withPsr(Fixture.TRANSLATED.with(13, false));
        Machine returning = new Place.Control(RegisterNumber.IIP).with(new Place.Control(RegisterNumber.IPSR).with(quiet, Fixture.TRANSLATED.withCpl(level).bits()), 0x2000L);
        Machine alone = returning.withPosition(returning.position().withSlot(2));
        assertEquals(then, alone.with(((Executed.Done) Turn.of(rules.guest()).next(alone, Choice.USUAL).executed()).effects()).psr().cpl());
        assertEquals(then, after(hosting(returning), 3).after().believed().psr().cpl());
    }

    @Test
    void theLevelOfTheRegisterStackIsRemembered() {
        Hosting after = after(hosting(machine("M;MI;", "mov.m ar.rsc=8", "mov.m r26=ar.rsc", "nop.i 0")), 2).after();
        assertEquals(12, RSC.of(after.machine()));
        assertEquals(8, RSC.of(after.believed()));
        assertEquals(8, after.machine().general(26).bits());
    }

    /// What the hardware would load is deferred on the guest's own machine, where memory that is not translated is of limited speculation.
    @ParameterizedTest
    @CsvSource({"0, false, 55", "1, true, 0"})
    void aSpeculativeLoadIsThatOfTheGuestsMachine(int untranslated, boolean nat, String value) {
        Machine loading = new Place.General(8).with(machine("MII;", "ld8.s r26=[r8]", "nop.i 0", "nop.i 0"), GeneralValue.of(0x5000));
        Monitored.Moment moment = after(hosting(untranslated == 0 ? loading : loading.withPsr(loading.psr().with(17, false))), 1);
        assertEquals(nat, moment.after().machine().general(26).nat());
        if (!nat) assertEquals(Long.parseLong(value, 16), moment.after().machine().general(26).bits());
        assertTrue(moment.answer().get().decided().contains(PatchedPages.PATCH_TRAPPED));
    }

    private Monitored.Moment making(long backing, boolean translated) {
        Seq<Integer> all = Vector.range(0, 96);
        Machine plain = machine("MII;", "alloc r32=ar.pfs,0,96,0,0", "nop.i 0", "nop.i 0");
        Machine full = plain.withPsr(plain.psr().with(27, translated)).framed(Cfm.of(0, 0, 0), new RegisterStack(0, 96, new VirtualAddress(backing), 0));
        return after(hosting(all.foldLeft(full, (machine, number) -> new Place.Stacked(number).with(machine, GeneralValue.of(number + 1L)))), 1);
    }

    @Test
    void anAllocThatTheMonitorDoesMakesRoom() {
        Monitored.Moment moment = making(0x6000, true);
        assertEquals(Option.none(), moment.ended());
        assertTrue(moment.answer().get().decided().contains(PatchedPages.PATCH_TRAPPED));
        assertEquals(96, moment.after().machine().cfm().sof());
        assertFalse(moment.after().memory(0).written().filter(at -> at.bits() >= 0x6000 && at.bits() < 0x7000).isEmpty());
    }

    @Test
    void anAllocThatStoresNowhereEndsTheGuest() {
        assertEquals(Option.some(Guests.MEMORY_ABSENT), making(0x50000, false).ended());
    }

    @Test
    void whoGoesOnFindsWhatItBelievesIn() {
        Machine first = machine("MII;", "nop.m 0", "nop.i 0", "nop.i 0");
        Machine second = RSC.with(PFS.with(first, 1L << 62 | 0x20), 8L);
        Hosting hosting = Hosting.of(rules, Vector.of(Guest.of(first, Fixture.map()), Guest.of(second, Fixture.map(Fixture.FIRST + 0x1000000))), SOME);
        assertEquals(1L << 62, PFS.of(hosting.machine()));
        Hosting other = hosting.with(rules.switched(hosting.monitor(), hosting.machine(), 1));
        assertEquals(0x20, PFS.of(other.machine()));
        assertEquals(12, RSC.of(other.machine()));
        assertEquals(1L << 62 | 0x20, PFS.of(other.believed()));
        assertEquals(8, RSC.of(other.believed()));
        Hosting back = other.with(rules.switched(other.monitor(), other.machine(), 0));
        assertEquals(4, RSC.of(back.machine()));
        assertEquals(0, RSC.of(back.believed()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 3", "2, 3"})
    void anEntryIsToLevel0OrNone(int page, int level) {
        Bundle epc = ((AssembledBundle.Done) Assembler.architected().bundle("BBB;", Vector.of("epc", "nop.b 0", "nop.b 0"))).bundle();
        Machine user = PFS.with(PLAIN.withPsr(Fixture.TRANSLATED.withCpl(3)), 3L << 62).withPosition(Position.at(0x1000).withCode(new Code(epc, Option.some(new Pte(0x661 | 7 << 9 | page << 7)))));
        Machine after = user.with(((Executed.Done) rules.step().next(user, Choice.USUAL)).effects());
        assertEquals(level, after.psr().cpl());
    }
}
