package vmmref.vmm.monitor;

import static vmmref.spec.Guests.DEVICE_REACHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Choice;
import vmmref.model.translate.PageTable;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Clause;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// The memory of the guest that runs, as the monitor reads and writes it: word by word, as far as an answer needs it. Where nothing is, it reads 0.
///
/// @param answer until now
/// @param memory what was read, at the guest's addresses; nothing else
record GuestMemory(Answer answer, Memory memory) {
    private static final int WORD = 8;
    /// The words of an entry in the long format.
    private static final int ENTRY = 4;

    static GuestMemory of(Answer answer) {
        return new GuestMemory(answer, Memory.ZERO);
    }

    GuestMemory because(Clause clause) {
        return new GuestMemory(answer.because(clause), memory);
    }

    /// {@return the same after the page of an access that the monitor does is what the access makes of it}
    ///
    /// @param believed the machine as the guest believes it to be, at the instruction
    GuestMemory opened(Machine believed, ReferenceType type, PhysicalAddress ofGuest) {
        return answer.monitor().map().host(GuestPhysicalAddress.of(ofGuest)).map(host -> new GuestMemory(Watching.accessed(answer, believed, type, host).opened(), memory)).getOrElse(this);
    }

    /// {@return the same after aligned words were read}
    GuestMemory read(PhysicalAddress ofGuest, int number) {
        Seq<PhysicalAddress> words = Vector.range(0, number).map(word -> new PhysicalAddress((ofGuest.bits() & -WORD) + (long) WORD * word));
        return words.foldLeft(this, GuestMemory::word);
    }

    private GuestMemory word(PhysicalAddress ofGuest) {
        return switch (backing(answer, ofGuest).getOrNull()) {
            case Backing.Frames frames -> loaded(ofGuest, answer.rules().patching().showing().shown(answer.monitor().copies(), host(frames, ofGuest)));
            case Backing.Device device -> new GuestMemory(answer, memory.with(ofGuest, WORD, registers(answer, device).read(device.register(offset(ofGuest)), WORD)));
            case null                  -> this;
        };
    }

    private GuestMemory loaded(PhysicalAddress ofGuest, PhysicalAddress from) {
        Answer.Loaded loaded = answer.loaded(from);
        return new GuestMemory(loaded.answer(), memory.with(ofGuest, WORD, loaded.word()));
    }

    /// {@return the same after the entry was read that the guest's page table may have for an address, if the guest's walker walks for it}
    ///
    /// @param believed the machine as the guest believes it to be
    GuestMemory entry(Semantics guest, Machine believed, VirtualAddress address) {
        if (!believed.addressing().pta().ve() || !believed.addressing().regions().of(address).ve()) return this;
        VirtualAddress at = PageTable.of(guest.translator().walker().hashing(), guest.translator().dimensions().virtualBits(), believed.addressing(), address).entry();
        Option<Entry> page = guest.translator().search().matching(believed.addressing().tlb(), Stream.DATA, believed.addressing().regions().of(at).identifier(), at, Choice.USUAL).headOption();
        return page.filter(entry -> entry.translation().entry().p()).map(entry -> read(entry.translation().physical(at), believed.addressing().pta().isLong() ? ENTRY : 1)).getOrElse(this);
    }

    /// {@return the answer after bytes of the guest's memory were written, behind which there is something}
    static Answer written(Answer answer, PhysicalAddress ofGuest, int size, long value) {
        return switch (backing(answer, ofGuest).get()) {
            case Backing.Frames frames -> Watching.stored(answer.then(new Privileged.Storing(host(frames, ofGuest), size, value, false)), host(frames, ofGuest));
            case Backing.Device device -> registered(answer, device, ofGuest, size, value);
        };
    }

    @Guests.Rule(DEVICE_REACHED)
    static Answer registered(Answer answer, Backing.Device device, PhysicalAddress ofGuest, int size, long value) {
        return answer.because(DEVICE_REACHED).with(answer.monitor().withDevice(device.number(), registers(answer, device).with(device.register(offset(ofGuest)), size, value)));
    }

    private static Memory registers(Answer answer, Backing.Device device) {
        return answer.monitor().devices().getOrElse(device.number(), Memory.ZERO);
    }

    private static Option<Backing> backing(Answer answer, PhysicalAddress ofGuest) {
        return answer.monitor().map().at(GuestPhysicalAddress.of(ofGuest));
    }

    private static PhysicalAddress host(Backing.Frames frames, PhysicalAddress ofGuest) {
        return new PhysicalAddress(frames.first().bits() + offset(ofGuest));
    }

    private static long offset(PhysicalAddress ofGuest) {
        return ofGuest.bits() % GuestMap.PAGE;
    }
}
