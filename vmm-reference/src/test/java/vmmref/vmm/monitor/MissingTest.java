package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Cause;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.PageTable;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Guests;

/// Exits by references, as the hardware delivers them to the monitor of the guest of [Fixture].
class MissingTest {
    private final Monitoring rules = Fixture.rules("maximal");
    private final Hosting start = Fixture.hosting(rules, new Resources(15, 3, 1000, 1000));

    private static Answer missed(Hosting hosting, Interruption kind, ReferenceType type, long address) {
        Cause cause = new Cause(kind, Vector.empty(), 0, Option.some(type), Option.some(new VirtualAddress(address)), 0, 0);
        Machine called = hosting.machine().with(hosting.rules().host().delivery().of(hosting.machine(), cause, Choice.USUAL));
        return hosting.rules().on(hosting.monitor(), called);
    }

    private static Seq<Instruction.InsertCache> inserted(Answer answer) {
        return answer.done().flatMap(operation -> operation instanceof Privileged.Translating(Instruction.InsertCache insertion) ? Option.some(insertion) : Option.none());
    }

    private static Bundle bundle(String template, String... texts) {
        return ((AssembledBundle.Done) Assembler.architected().bundle(template, Vector.of(texts))).bundle();
    }

    private static Machine executing(Machine machine, Bundle bundle) {
        return machine.withMemory(Memory.ZERO.with(new PhysicalAddress(0x1000), 8, bundle.low()).with(new PhysicalAddress(0x1008), 8, bundle.high()));
    }

    /// The walker does not know entries that hang from others, and calls the monitor.
    @Test
    void whatHangsInTheTableIsFoundWithoutTheGuest() {
        Hosting hosting = start;
        int rid = hosting.machine().addressing().regions().get(1).identifier();
        VirtualAddress near = new VirtualAddress(0x2000000000005000L);
        VirtualAddress far = new VirtualAddress(0x2000000000405000L);
        Translation hanging = Translation.of(far, rid, new PageSize(12), 7, new Pte(0x661 | 1L << 40));
        Answer filled = Tables.put(Tables.put(Fixture.answer(hosting), Translation.of(near, rid, new PageSize(12), 7, new Pte(0x661)), near), hanging, far);
        Answer answer = missed(new Hosting(rules, filled.monitor(), hosting.machine().withMemory(filled.machine().memory())), Interruption.DATA_TLB, ReferenceType.LOAD, far.bits());
        assertFalse(answer.decided().contains(Guests.MISS_SEARCHED));
        assertEquals(Vector.of(hanging), answer.machine().addressing().tlb().matching(Stream.DATA, rid, far).map(each -> each.translation()));
        Answer other = missed(new Hosting(rules, filled.monitor(), hosting.machine().withMemory(filled.machine().memory())), Interruption.DATA_TLB, ReferenceType.LOAD, far.bits() + 0x1000);
        assertTrue(other.decided().contains(Guests.MISS_SEARCHED));
    }

    @Test
    void whatTheGuestHasIsFilled() {
        Answer answer = missed(start, Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, 0x5000);
        assertEquals(Vector.of(new VirtualAddress(0x5000)), inserted(answer).map(Instruction.InsertCache::ifa));
        assertEquals(Position.at(0x1000), answer.machine().position());
    }

    @Test
    void whatLeadsNowhereEndsTheGuest() {
        Translation away = Translation.of(new VirtualAddress(0x2000000000000000L), 2, new PageSize(12), 1, new Pte(0x661 | 0x100000));
        Machine machine = Fixture.machine(rules);
        Machine translated = machine.withTlb(machine.addressing().tlb().withCached(Stream.DATA, away, true));
        Answer answer = missed(Hosting.of(rules, Vector.of(Guest.of(executing(translated, bundle("M;MI;", "ld8 r26=[r8]", "nop.m 0", "nop.i 0")), Fixture.map())), new Resources(15, 3, 1000, 1000)), Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, 0x2000000000000010L);
        assertEquals(Option.some(Guests.MEMORY_ABSENT), answer.ended());
    }

    @Test
    void whoHasEndedDoesNotGoOn() {
        Answer ended = Fixture.answer(Fixture.hosting(rules, new Resources(15, 3, 1000, 1000))).ended(Guests.MEMORY_ABSENT);
        assertEquals(ended, Resuming.of(ended, Fixture.machine(rules)));
    }

    /// Its own machine tells a guest that an address is misaligned before it looks what is there.
    @Test
    void alignmentComesBeforeAbsence() {
        long nowhere = 0x2000000000000000L;
        Translation away = Translation.of(new VirtualAddress(nowhere), 2, new PageSize(12), 1, new Pte(0x661 | 0x100000));
        Machine plain = executing(Fixture.machine(rules).withPsr(Fixture.TRANSLATED.with(3, true)), bundle("M;MI;", "ld8 r26=[r8]", "nop.m 0", "nop.i 0"));
        Machine machine = new Place.General(8).with(plain, GeneralValue.of(nowhere + 1)).withTlb(plain.addressing().tlb().withCached(Stream.DATA, away, true));
        Answer answer = missed(Hosting.of(rules, Vector.of(Guest.of(machine, Fixture.map())), new Resources(15, 3, 1000, 1000)), Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, nowhere + 1);
        assertEquals(Option.none(), answer.ended());
        assertTrue(answer.decided().contains(Guests.INTERRUPTION_REFLECTED));
    }

    /// The stack of a guest at level 3 is at level 0 here: no piece can stand for it.
    @Test
    void theStackAtAnotherLevelIsTheMonitors() {
        Machine user = executing(Fixture.machine(rules).withPsr(Fixture.TRANSLATED.withCpl(3)), bundle("M;MI;", "flushrs", "nop.m 0", "nop.i 0"));
        Hosting hosting = Hosting.of(rules, Vector.of(Guest.of(user, Fixture.map())), new Resources(15, 3, 1000, 1000));
        Answer other = missed(hosting, Interruption.ALTERNATE_DATA_TLB, ReferenceType.STACK_STORE, 0x5000);
        assertTrue(other.decided().contains(Guests.STACK_EMULATED));
        assertEquals(Vector.empty(), inserted(other));
        Answer own = missed(start, Interruption.ALTERNATE_DATA_TLB, ReferenceType.STACK_STORE, 0x5000);
        assertFalse(own.decided().contains(Guests.STACK_EMULATED));
        assertEquals(1, inserted(own).size());
        Answer data = missed(hosting, Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, 0x5000);
        assertFalse(data.decided().contains(Guests.STACK_EMULATED));
        assertEquals(1, inserted(data).size());
    }

    /// Addresses of data are not translated, those of the stack are: what stands for data stands for one instruction.
    @Test
    void whereDataAndStackDifferAPieceIsLent() {
        Machine split = Fixture.machine(rules).withPsr(Fixture.TRANSLATED.with(17, false));
        Hosting hosting = Hosting.of(rules, Vector.of(Guest.of(split, Fixture.map())), new Resources(15, 3, 1000, 1000));
        Answer data = missed(hosting, Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, 0x5000);
        assertTrue(data.monitor().processor().lent().isDefined());
        assertTrue(data.machine().psr().ss());
        assertTrue(missed(hosting, Interruption.ALTERNATE_INSTRUCTION_TLB, ReferenceType.FETCH, 0x5000).monitor().processor().lent().isEmpty());
        Answer uniform = missed(start, Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, 0x5000);
        assertTrue(uniform.monitor().processor().lent().isEmpty());
        assertFalse(uniform.machine().psr().ss());
    }

    /// The frame of a guest at level 3 lacks a register, which its stack at level 0 holds.
    @Test
    void aWordThatAFrameLacksIsLoaded() {
        Machine user = Fixture.machine(rules).withPsr(Fixture.TRANSLATED.withCpl(3)).withMemory(Memory.ZERO.with(new PhysicalAddress(0x5ff0), 8, 77)).framed(Cfm.of(4, 0, 0), new RegisterStack(0, -1, new VirtualAddress(0x5ff8), 0));
        Hosting hosting = Hosting.of(rules, Vector.of(Guest.of(user, Fixture.map())), new Resources(15, 3, 1000, 1000));
        Hosting loading = hosting.with(hosting.machine().withStack(hosting.machine().stack().withLoading(true)));
        Answer answer = missed(loading, Interruption.ALTERNATE_DATA_TLB, ReferenceType.STACK_LOAD, 0x5ff0);
        assertTrue(answer.decided().contains(Guests.STACK_EMULATED));
        assertEquals(0, answer.machine().stack().dirty());
        assertEquals(new VirtualAddress(0x5ff0), answer.machine().stack().bspstore());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheGuestsTableHasIsFilled(boolean format) {
        Machine machine = Fixture.machine(rules);
        Machine walking = new Place.Control(RegisterNumber.PTA).with(machine, 0x8000L | 15 << 2 | (format ? 1 << 8 : 0) | 1);
        Machine regions = walking.withAddressing(walking.addressing().withRegions(walking.addressing().regions().with(0, new RegionRegister(1 << 8 | 12 << 2 | 1))));
        VirtualAddress page = new VirtualAddress(0x17000);
        PageTable table = PageTable.of(rules.guest().profile(), regions.addressing(), page);
        long at = table.entry().bits();
        Memory entry = Memory.ZERO.with(new PhysicalAddress(at), 8, 0x661 | 0x9000);
        Memory memory = format ? entry.with(new PhysicalAddress(at + 8), 8, 12 << 2).with(new PhysicalAddress(at + 16), 8, table.tag()) : entry;
        Answer answer = missed(Hosting.of(rules, Vector.of(Guest.of(regions.withMemory(memory), Fixture.map())), new Resources(15, 3, 1000, 1000)), Interruption.DATA_TLB, ReferenceType.LOAD, page.bits() + 0x123);
        assertEquals(Vector.of(new VirtualAddress(0x17123)), inserted(answer).map(Instruction.InsertCache::ifa));
        assertEquals(Vector.of(Fixture.FIRST + 0x9000), inserted(answer).map(insertion -> new Pte(insertion.r2().bits()).frame()));
    }

    @ParameterizedTest
    @CsvSource({"probe.r.fault, 3, false", "probe.r.fault, 0, true"})
    void aProbeAsksForTheLevelThatItNames(String name, int level, boolean granted) {
        Translation kernel = Translation.of(new VirtualAddress(0x2000000000000000L), 2, new PageSize(12), 1, new Pte(0x461 | 0x5000));
        Machine machine = executing(Fixture.machine(rules), bundle("M;MI;", name + " r9," + level, "nop.m 0", "nop.i 0"));
        Machine asking = new Place.General(9).with(machine.withTlb(machine.addressing().tlb().withCached(Stream.DATA, kernel, true)), GeneralValue.of(0x2000000000000010L));
        Answer answer = missed(Hosting.of(rules, Vector.of(Guest.of(asking, Fixture.map())), new Resources(15, 3, 1000, 1000)), Interruption.DATA_ACCESS_RIGHTS, ReferenceType.PROBE_R_FAULT, 0x2000000000000010L);
        assertEquals(Vector.empty(), inserted(answer));
        assertEquals(granted, answer.retires());
        assertEquals(granted ? 0x1000 : 0x5300, answer.machine().position().bundle().bits());
    }

    /// A host with 51 bits of address: one that traps tells in IIP, and so in IFA, only what it implements.
    @ParameterizedTest
    @CsvSource({"merced, 1ffc000000000000, true", "minimal, 0004000000000000, false"})
    void whereTheHostHasNoAddress(String host, String ifa, boolean atOnce) {
        Monitoring other = Fixture.rules(host);
        Machine machine = executing(Fixture.machine(other).withPsr(Fixture.TRANSLATED.with(13, false)), bundle("MFB;", "nop.m 0", "nop.f 0", "rfi"));
        Machine going = new Place.Control(RegisterNumber.IPSR).with(new Place.Control(RegisterNumber.IIP).with(machine, 1L << 50), Fixture.TRANSLATED.bits());
        Monitored monitored = Monitored.of(other);
        Hosting hosting = Hosting.of(other, Vector.of(Guest.of(going.withPosition(new Position(new VirtualAddress(0x1000), 2, Option.none())), Fixture.map(0))), new Resources(15, 3, 1000, 1000));
        boolean wasThere = false;
        for (int turns = 0; turns < 20 && hosting.machine().position().bundle().bits() != 0x5e00; turns++) {
            hosting = monitored.next(hosting, Choice.USUAL).after();
            wasThere = wasThere || hosting.machine().position().bundle().bits() == 1L << 50;
        }
        assertEquals(Long.parseLong(ifa, 16), hosting.believed().control(RegisterNumber.IFA));
        assertEquals(0x5e00, hosting.believed().position().bundle().bits());
        assertEquals(!atOnce, wasThere);
    }

    @Test
    void aFetchAndAddReachesMoreThanAnExchange() {
        Translation exported = Translation.of(new VirtualAddress(0x2000000000000000L), 2, new PageSize(12), 1, new Pte(0x661 | 5 << 2 | 0x5000));
        Machine machine = Fixture.machine(rules);
        Machine translated = machine.withTlb(machine.addressing().tlb().withCached(Stream.DATA, exported, true));
        Answer answer = missed(Hosting.of(rules, Vector.of(Guest.of(translated, Fixture.map())), new Resources(15, 3, 1000, 1000)), Interruption.ALTERNATE_DATA_TLB, ReferenceType.EXCHANGE, 0x2000000000000010L);
        assertEquals(1, inserted(answer).size());
        assertEquals(new Psr(0).bits(), answer.machine().control(RegisterNumber.DCR));
    }
}
