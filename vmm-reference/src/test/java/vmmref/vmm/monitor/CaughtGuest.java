package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Cause;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.ReferenceType;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.GuestMap;

/// The guest of [Fixture] whose code is in page 1, exits as the hardware delivers them, and what the monitor makes of them.
final class CaughtGuest {
    static final long FRAME = Fixture.FIRST / GuestMap.PAGE;
    private static final Resources HOST = new Resources(15, 3, 1000, 1000);

    private CaughtGuest() { }

    static Bundle bundle(String template, String... texts) {
        return ((AssembledBundle.Done) Assembler.architected().bundle(template, Vector.of(texts))).bundle();
    }

    private static Memory coded(Memory memory, long at, Bundle bundle) {
        return memory.with(new PhysicalAddress(at), 8, bundle.low()).with(new PhysicalAddress(at + 8), 8, bundle.high());
    }

    static Hosting hosting(Catching catching, String text) {
        Monitoring rules = Fixture.rules("maximal").catching(catching);
        Machine machine = Fixture.machine(rules);
        Memory memory = coded(coded(Memory.ZERO, 0x1000, bundle("M;MI;", text, "nop.m 0", "nop.i 0")), 0x3ff0, bundle("M;MI;", "(p6) thash r26=r8", "nop.m 0", "nop.i 0"));
        return Hosting.of(rules, Vector.of(Guest.of(machine.withMemory(memory), Fixture.map())), HOST);
    }

    static Answer exit(Hosting hosting, Interruption kind, ReferenceType type, long address) {
        Cause cause = new Cause(kind, Vector.empty(), 0, Option.some(type), Option.some(new VirtualAddress(address)), 0, 0);
        Machine called = hosting.machine().with(hosting.rules().host().delivery().of(hosting.machine(), cause, Choice.USUAL));
        return hosting.rules().on(hosting.monitor(), called);
    }

    static Answer load(Hosting hosting, long address) {
        return exit(set(hosting, address), Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, address);
    }

    static Answer store(Hosting hosting, long address) {
        return exit(set(hosting, address), Interruption.ALTERNATE_DATA_TLB, ReferenceType.STORE, address);
    }

    /// {@return the answer to an access of which the hardware has a piece that denies it}
    static Answer denied(Hosting hosting, ReferenceType type, long address) {
        return exit(set(hosting, address), Interruption.KEY_PERMISSION, type, address);
    }

    static Answer fetch(Hosting hosting, long address) {
        return exit(hosting, Interruption.ALTERNATE_INSTRUCTION_TLB, ReferenceType.FETCH, address);
    }

    static Hosting set(Hosting hosting, long address) {
        return hosting.with(new Place.General(9).with(new Place.General(8).with(hosting.machine(), GeneralValue.of(address)), GeneralValue.of(0x1122334455667788L)));
    }

    static PageState state(Answer answer, long page) {
        return answer.monitor().pages().state(FRAME + page);
    }

    static Seq<Translation> cached(Answer answer, Stream stream) {
        return answer.machine().addressing().tlb().cached(stream).toVector();
    }

    static Translation only(Answer answer, Stream stream) {
        return cached(answer, stream).single();
    }
}
