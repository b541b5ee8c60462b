package vmmref.model.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.spec.Executions.SLOT_FOLLOWED;
import static vmmref.spec.Interruptions.LAST_COLLECTED;
import static vmmref.spec.Memories.VALUE_LOADED;
import static vmmref.spec.Walks.WALK_INSERTED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;

/// A machine whose page table, at 100000 and of 2^15 bytes, maps the page of its code at 4000 to 30000, and the page of its data at 8000 to 34000.
class WalkedStepTest {
    private static final Semantics RULES = Semantics.architected(Profile.named("itanium2").get());
    private static final int RID = 0x101;
    private static final PageSize SIZE = new PageSize(14);
    private static final Pte CODE = new Pte(0x30661);
    private static final Pte DATA = new Pte(0x34661);

    private static Machine machine(String text, Pte data) {
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle("MII", Vector.of(text, "nop.i 0", "nop.i 0"))).bundle();
        Translation table = Translation.of(new VirtualAddress(0x100000), RID, SIZE, 0, new Pte(0x200661));
        Addressing addressing = new Addressing(new Psr(1L << 13 | 1L << 17 | 1L << 36), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(RID << 8 | 14 << 2 | 1))),
            ProtectionKeyRegisters.zero(16), Tlb.EMPTY.withRegister(Stream.DATA, 0, Option.some(table))).withPta(new Pta(0x100000 | 15 << 2 | 1));
        Machine machine = Machine.of(addressing).withPosition(Position.at(0x4010));
        return new Place.General(9).with(machine.withMemory(machine.memory().with(at(0x200008), 8, CODE.bits()).with(at(0x200010), 8, data.bits())
            .with(at(0x30010), 8, bundle.low()).with(at(0x30018), 8, bundle.high()).with(at(0x34008), 8, 77)), GeneralValue.of(0x8008));
    }

    private static PhysicalAddress at(long bits) {
        return new PhysicalAddress(bits);
    }

    private static Write<?> inserted(Stream stream, long page, Pte entry) {
        return new Write<>(new Place.Cached(stream, Translation.of(new VirtualAddress(page), RID, SIZE, RID, entry)), true, WALK_INSERTED);
    }

    @Test
    void aStepWalksForItsFetchAndForItsData() {
        Executed.Done done = assertInstanceOf(Executed.Done.class, Step.of(RULES).next(machine("ld8 r8=[r9]", DATA), Choice.USUAL));
        assertEquals(Vector.of(inserted(Stream.INSTRUCTION, 0x4000, CODE), inserted(Stream.DATA, 0x8000, DATA)), done.effects().writes().take(2).toVector());
        assertEquals(Vector.of(VALUE_LOADED, LAST_COLLECTED, SLOT_FOLLOWED), done.effects().writes().drop(2).map(Write::because).toVector());
        assertEquals(77, machine("ld8 r8=[r9]", DATA).with(done.effects()).general(8).bits());
    }

    @Test
    void whatAnInstructionPurgesIsWhatItsOwnFetchInserted() {
        Machine machine = new Place.General(9).with(machine("ptc.l r9,r8", DATA), GeneralValue.of(0x4000));
        Machine purging = new Place.General(8).with(machine, GeneralValue.of(14 << 2));
        Executed.Done done = assertInstanceOf(Executed.Done.class, Step.of(RULES).next(purging, Choice.USUAL));
        assertEquals(Vector.empty(), purging.with(done.effects()).addressing().tlb().cached(Stream.INSTRUCTION).toVector());
    }

    @Test
    void queriesAndPrefetchesWalk() {
        for (String text : new String[] {"tpa r8=r9", "probe.r r8=r9,0", "probe.r.fault r9,0", "fc r9", "lfetch [r9]", "lfetch.fault [r9]", "st8 [r9]=r0", "xchg8 r8=[r9],r0", "ld8.s r8=[r9]", "ld16 r8=[r9]"}) {
            Machine machine = text.startsWith("ld16") ? new Place.General(9).with(machine("ld8 r8=[r9]", DATA), GeneralValue.of(0x8010)) : machine(text, DATA);
            Executed.Done done = assertInstanceOf(Executed.Done.class, Step.of(RULES).next(machine, Choice.USUAL));
            assertEquals(inserted(Stream.DATA, 0x8000, DATA), done.effects().writes().get(1), text);
        }
    }

    @Test
    void anInstructionThatFaultsLeavesNothingOfAWalk() {
        Machine machine = machine("ld8 r8=[r9]", new Pte(0));
        Turn.Turned turned = Turn.of(RULES).next(machine, Choice.USUAL);
        assertEquals(Vector.of(Interruption.PAGE_NOT_PRESENT), turned.taken());
        Machine after = machine.with(((Executed.Done) turned.executed()).effects());
        assertEquals(machine.addressing().tlb(), after.addressing().tlb());
        assertEquals(0x400000000L, after.control(RegisterNumber.ISR));
        assertEquals(0x8008, after.control(RegisterNumber.IFA));
    }

    @Test
    void theWalkerIsReadAndWrittenAsARegister() {
        Machine machine = machine("mov cr.pta=r9", DATA);
        Machine changed = machine.with(((Executed.Done) Step.of(RULES).next(new Place.General(9).with(machine, GeneralValue.of(0x200101 | 15 << 2)), Choice.USUAL)).effects());
        assertEquals(0x200101 | 15 << 2, changed.control(RegisterNumber.PTA));
        assertEquals(new Pta(0x200101 | 15 << 2), changed.addressing().pta());
    }
}
