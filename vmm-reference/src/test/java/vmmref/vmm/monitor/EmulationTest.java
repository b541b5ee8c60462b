package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;

/// Instructions that the monitor does for the guest of [Fixture], in slot 0 at 0x1000.
class EmulationTest {
    private static final Resources SOME = new Resources(15, 3, 1000, 1000);
    private static final Translation PAGE = Translation.of(new VirtualAddress(0x2000000000005000L), 2, new PageSize(12), 1, new Pte(0x661 | 0x5000));

    private final Monitoring rules = Fixture.rules("maximal");

    private Machine executing(String instruction) {
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle("M;MI;", Vector.of(instruction, "nop.m 0", "nop.i 0"))).bundle();
        Machine machine = Fixture.machine(rules).withMemory(Memory.ZERO.with(new PhysicalAddress(0x1000), 8, bundle.low()).with(new PhysicalAddress(0x1008), 8, bundle.high()));
        return new Place.General(10).with(new Place.General(8).with(new Place.General(9).with(machine, GeneralValue.of(0x50000)), GeneralValue.of(0x2000000000005000L)), GeneralValue.of(12 << 2));
    }

    private Hosting hosting(Seq<Guest> guests) {
        return Hosting.of(rules, guests, SOME);
    }

    /// {@return what becomes of guests when the first one has done an instruction}
    private Monitored.Moment after(Hosting start) {
        Monitored monitored = Monitored.of(rules);
        Monitored.Moment moment = monitored.next(start, Choice.USUAL);
        for (int turns = 0; turns < 20 && !moment.retired() && moment.ended().isEmpty(); turns++) moment = monitored.next(moment.after(), Choice.USUAL);
        return moment;
    }

    @Test
    void controlRegistersOfTheMonitorStayItsOwn() {
        Hosting vectors = after(hosting(Vector.of(Guest.of(executing("mov cr.iva=r9"), Fixture.map())))).after();
        assertEquals(0xe800000000000000L, vectors.machine().control(RegisterNumber.IVA));
        assertEquals(0x50000, vectors.believed().control(RegisterNumber.IVA));
        Hosting priority = after(hosting(Vector.of(Guest.of(executing("mov cr.tpr=r9"), Fixture.map())))).after();
        assertEquals(0x10000, priority.machine().control(RegisterNumber.TPR) & 0x10000);
        assertEquals(priority.believed().control(RegisterNumber.TPR), priority.machine().control(RegisterNumber.TPR));
        assertFalse(VirtualProcessor.isKept(RegisterNumber.TPR));
        assertTrue(VirtualProcessor.isKept(RegisterNumber.IVA));
    }

    /// The purge of the first guest's first processor: its second one has the page, and so has another guest.
    @Test
    void aPurgeReachesTheOtherProcessorsOfTheGuest() {
        Machine purging = executing("ptc.g r8,r10");
        Machine other = purging.withTlb(purging.addressing().tlb().withCached(Stream.DATA, PAGE, true));
        Hosting start = hosting(Vector.of(new Guest(Vector.of(purging, other), Fixture.map()), Guest.of(other, Fixture.map(2 * Fixture.FIRST))));
        Hosting second = start.with(rules.switched(start.monitor(), start.machine(), 1));
        int rid = second.machine().addressing().regions().get(1).identifier();
        Answer put = Tables.put(Fixture.answer(second), Translation.of(PAGE.page(), rid, new PageSize(12), 7, new Pte(0x661)), PAGE.page());
        Hosting held = new Hosting(rules, put.monitor(), second.machine().withMemory(put.machine().memory()));
        Hosting first = held.with(rules.switched(held.monitor(), held.machine(), 0));
        Hosting after = after(first).after();
        assertFalse(after.monitor().processors().get(1).belief().addressing().tlb().isCached(Stream.DATA, PAGE));
        assertTrue(after.monitor().processors().get(2).belief().addressing().tlb().isCached(Stream.DATA, PAGE));
        assertEquals(Option.none(), Tables.found(Fixture.answer(after), rid, PAGE.page()).translation());
    }
}
