/// How an instruction that makes a reference gets into the way of a guest: into a page of code that the guest has besides, at an address of its own.
package vmmref.vectors.gpmap;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.machine.Single;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitor;
import vmmref.vmm.monitor.VirtualProcessor;

final class Planting {
    /// The register that is loaded or stored, and the one that holds the address.
    static final int DATA = 9;
    private static final int ADDRESS = 10;
    /// Where the page lies for the guest, translated and not, and on the host.
    private static final VirtualAddress VIRTUAL = new VirtualAddress(0xe000_1000_0000_0000L);
    private static final long GUEST = 0x7_ffff_f000L;
    private static final PhysicalAddress HOST = new PhysicalAddress(0x8_0000_0000L);
    private static final int KEY = 0x3c0de;
    /// Present, write back, accessed, dirty, level 3, read and execute.
    private static final Pte CODE = new Pte(0x1 | 0x60 | 3 << 7 | 1 << 9 | GUEST);
    private static final int ED = 52;
    private static final int REGISTERS = 8;
    private static final int LOWEST = 3;
    private static final int LOADRS = 16;
    private static final int WORD = 8;

    private Planting() { }

    /// {@return a host whose guest is about to make a reference; devices hold what tells them apart}
    static Hosting of(Hosting start, Reference reference, boolean ed) {
        if (reference.type() == ReferenceType.FETCH) return new Hosting(start.rules(), start.monitor(), start.machine().withPosition(new Position(reference.address(), 0, Option.none())));
        Monitor monitor = start.monitor();
        VirtualProcessor processor = monitor.processor();
        GuestMap map = monitor.map().with(new GuestMap.Run(GUEST / GuestMap.PAGE, 1, new Backing.Frames(HOST)));
        VirtualProcessor planted = new VirtualProcessor(processor.machine(), processor.belief().withAddressing(coded(processor.belief().addressing(), ed)), processor.lent(), processor.left(), processor.presence());
        Monitor known = new Monitor(monitor.maps().update(processor.machine(), map), monitor.processors().update(monitor.running(), planted), monitor.running(), monitor.regions(), monitor.keys(), monitor.table(), monitor.opened(), Emulated.devices(monitor.devices(), map, reference.address()), monitor.pages(), monitor.area(), monitor.copies());
        VirtualAddress at = processor.belief().psr().it() ? VIRTUAL : new VirtualAddress(GUEST);
        return new Hosting(start.rules(), known, holding(aiming(start.machine(), reference), reference).withPosition(Position.at(at.bits())));
    }

    /// {@return what a guest believes that has the page in a translation register, and its key in a protection-key register}
    private static Addressing coded(Addressing believed, boolean ed) {
        Translation page = Translation.of(VIRTUAL, believed.regions().of(VIRTUAL).identifier(), new PageSize(GuestMap.PAGE_LOG2), KEY, CODE.with(ED, ED, ed ? 1 : 0));
        Tlb tlb = believed.tlb();
        boolean there = tlb.entries(Stream.INSTRUCTION).all().exists(entry -> entry.translation().equals(page));
        ProtectionKeyRegisters keys = believed.keys();
        Option<Integer> free = Vector.range(0, keys.number()).reverse().find(number -> keys.get(number).bits() == 0).filter(number -> keys.holding(KEY).isEmpty());
        Addressing keyed = free.map(number -> believed.withKeys(keys.with(number, new ProtectionKeyRegister((long) KEY << 8 | 1)))).getOrElse(believed);
        return there ? keyed : keyed.withTlb(tlb.withRegister(Stream.INSTRUCTION, Vector.range(0, REGISTERS).find(slot -> tlb.register(Stream.INSTRUCTION, slot).isEmpty()).get(), Option.some(page)));
    }

    private static Machine holding(Machine machine, Reference reference) {
        Bundle bundle = Single.of(Single.instruction(text(reference)), 0).get().bundle();
        return new Place.Bytes(new PhysicalAddress(HOST.bits() + WORD), WORD).with(new Place.Bytes(HOST, WORD).with(machine, bundle.low()), bundle.high());
    }

    private static Machine aiming(Machine machine, Reference reference) {
        if (reference.type().isOfStack()) return stacking(machine, reference);
        return new Place.General(ADDRESS).with(new Place.General(DATA).with(machine, GeneralValue.of(0)), new GeneralValue(reference.address().bits(), reference.nat()));
    }

    /// {@return a machine with one dirty register that goes to an address, or whose last register would come from there}
    private static Machine stacking(Machine machine, Reference reference) {
        boolean load = reference.type() == ReferenceType.STACK_LOAD;
        RegisterStack stack = load ? new RegisterStack(0, 0, new VirtualAddress(reference.address().bits() + WORD), 0) : new RegisterStack(0, 1, reference.address(), 0);
        long rsc = (reference.level() == LOWEST ? LOWEST : 1L) << 2 | (load ? (long) WORD << LOADRS : 0);
        return new Place.Application(RegisterNumber.RSC).with(machine.framed(Cfm.EMPTY, stack), rsc);
    }

    private static String text(Reference reference) {
        return switch (reference.type()) {
            case STORE            -> "st%d [r10]=r9".formatted(reference.size());
            case EXCHANGE         -> "xchg%d r9=[r10],r9".formatted(reference.size());
            case FETCHADD         -> "fetchadd%d.acq r9=[r10],1".formatted(reference.size());
            case SPECULATIVE_LOAD -> "ld%d.s r9=[r10]".formatted(reference.size());
            case LFETCH           -> "lfetch [r10]";
            case LFETCH_FAULT     -> "lfetch.fault [r10]";
            case STACK_LOAD       -> "loadrs";
            case STACK_STORE      -> "flushrs";
            default               -> "ld%d r9=[r10]".formatted(reference.size());
        };
    }
}
