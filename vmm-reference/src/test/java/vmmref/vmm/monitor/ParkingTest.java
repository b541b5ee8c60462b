package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.ScratchSet;

/// The guest of [Fixture] before a bundle at 0x1010 that is branched around by a stub which parks registers; it is interrupted at every place of the stub, once in each life.
class ParkingTest {
    private static final long AT = 0x1010;
    private static final int MOST = 200;
    private static final int DFL = 18;
    private static final int DFH = 19;
    /// No stub has so many places.
    private static final int LONGEST = 64;
    static final Monitoring RULES = Fixture.rules("maximal").catching(Catching.KEYS).taking(ScratchSet.HIGH).patching(2, 14);

    /// PMD4 to PMD7 are 0x44, 0x45, 0x44 and 0x47.
    private static final Map<Integer, Long> MONITORS = HashMap.of(4, 0x44L, 5, 0x45L, 6, 0x44L, 7, 0x47L);

    static Machine guest(String template, Vector<String> texts, long operand, long pta) {
        Bundle code = ((AssembledBundle.Done) Assembler.architected().bundle(template, texts)).bundle();
        Memory memory = Memory.ZERO.with(new PhysicalAddress(AT), 8, code.low()).with(new PhysicalAddress(AT + 8), 8, code.high());
        Machine filled = Vector.rangeClosed(1, 31).foldLeft(Fixture.machine(RULES), (machine, number) -> new Place.General(number).with(machine, new GeneralValue(number == 5 ? 0 : 0x1000 + number, number == 5)));
        Machine floating = filled.withFloating(Vector.range(2, FloatingRegisters.NUMBER).foldLeft(filled.floating(), (all, number) -> all.with(number, FloatingValue.integer(number))));
        Machine known = new Place.Predicate(6).with(new Place.General(8).with(floating, GeneralValue.of(operand)), true);
        Machine monitored = MONITORS.foldLeft(known, (machine, each) -> new Place.Indirect(IndirectRegisters.File.PMD, each._1).with(machine, each._2));
        return monitored.withAddressing(monitored.addressing().withPta(new Pta(pta))).withPosition(Position.at(AT)).withMemory(memory);
    }

    private static Machine alone(Machine guest) {
        Turn turn = Turn.of(RULES.guest());
        Machine machine = guest;
        for (int turns = 0; machine.position().bundle().bits() == AT && turns < MOST; turns++) machine = machine.with(((Executed.Done) turn.next(machine, Choice.USUAL).executed()).effects());
        return machine;
    }

    /// {@return the guest behind its bundle, after it was interrupted once}
    ///
    /// @param when after so many turns
    private static Hosting monitored(Machine guest, int when) {
        Monitored monitored = Monitored.of(RULES);
        Hosting hosting = Hosting.of(RULES, Vector.of(Guest.of(guest, Fixture.map())), new Resources(15, 3, 1000, 1000));
        for (int turns = 0; hosting.isExit() || !hosting.believed().position().equals(Position.at(AT + 16)) || !isBack(hosting); turns++) {
            assertTrue(turns < MOST, () -> "the guest does not come to its end");
            hosting = turns == when && !hosting.isExit() ? hosting.with(RULES.transferred(hosting.monitor(), hosting.machine(), 0, new GuestPhysicalAddress(0x6000), 1)) : monitored.next(hosting, Choice.USUAL).after();
        }
        return hosting;
    }

    private static boolean isBack(Hosting hosting) {
        return hosting.monitor().copies().detoured(hosting.machine().position().bundle()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "M;MI; ~ thash r26=r8 ~ nop.m 0 ~ adds r30=1,r26", "M;MI; ~ ttag r26=r8 ~ nop.m 0 ~ adds r2=1,r3", "M;MI; ~ thash r8=r8 ~ nop.m 0 ~ add r2=r6,r8", "M;MI; ~ thash r2=r3 ~ nop.m 0 ~ adds r30=1,r2",
        "M;MI; ~ nop.m 0 ~ ttag r26=r8 ~ adds r30=1,r30", "M;MI; ~ nop.m 0 ~ mov r26=cpuid[r8] ~ adds r4=1,r4", "M;MI; ~ nop.m 0 ~ mov r26=pmd[r8] ~ adds r30=1,r26", "M;MI; ~ nop.m 0 ~ mov r2=pmd[r8] ~ mov r3=pr"})
    void whoIsInterruptedAnywhereSeesNothing(String template, String first, String second, String third) {
        for (long pta : new long[] {0x8000 | 15 << 2, 0x4000000000100000L | 20 << 2 | 1 << 8, 0xe000000000000000L | 61L << 2}) {
            for (long operand : new long[] {4, 0x5004, 7, 0xe000000000005000L, 0x1fff000000000000L}) {
                if (second.contains("cpuid") && (operand & 0xff) > 4) continue;
                Machine guest = guest(template, Vector.of(first, second, third), operand, pta);
                Machine expected = alone(guest);
                Hosting start = monitored(guest, MOST);
                same(expected, start);
                for (int when = 0; when < LONGEST; when++) same(expected, monitored(guest, when));
            }
        }
    }

    @Test
    void aSetIsOpenToStubsThatParkRegisters() {
        Scratching scratching = Fixture.rules("maximal").taking(new ScratchSet(2, 128)).scratching();
        assertEquals(new Psr(1L << DFL), scratching.disabled(new Psr(1L << DFH), true));
        assertEquals(new Psr(1L << DFL | 1L << DFH), scratching.disabled(new Psr(0), false));
        assertEquals(Passage.ENTRY, Scratching.parking(0));
        assertEquals(Passage.EXIT, Scratching.parking(3));
    }

    @Test
    void registersAreParkedAtLevelZeroWhereThereAreStubsAndAllOfTheSet() {
        Monitoring taking = Fixture.rules("maximal").catching(Catching.KEYS).taking(ScratchSet.HIGH);
        assertTrue(taking.patching(2, 14).parks() && taking.patching(2, 14).parks(0));
        assertFalse(taking.patching(2, 14).parks(3) || taking.parks() || taking.patching(2, 0).parks() || taking.patching(0, 14).parks());
        assertFalse(Fixture.rules("maximal").catching(Catching.KEYS).taking(new ScratchSet(40, 128)).patching(2, 14).parks());
        assertEquals(1L << 5, taking.patching(2, 14).kept(Presence.INSIDE) ^ taking.patching(2, 14).kept(Presence.OUTSIDE));
        assertEquals(taking.kept(Presence.INSIDE), taking.patching(2, 14).kept(Presence.OUTSIDE));
    }

    private static void same(Machine expected, Hosting hosting) {
        Machine believed = hosting.believed();
        assertEquals(expected.general(), believed.general());
        assertEquals(expected.predicates(), believed.predicates());
        assertEquals(expected.floating(), believed.floating());
        assertEquals(expected.psr(), believed.psr());
        assertEquals(expected.last(), believed.last());
    }
}
