package vmmref.model.translate;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.spec.Clause;
import vmmref.spec.References;

/// A machine at level 0 that translates everything and collects interruptions: its region N has the identifier 100 + N, and both streams hold one page of region 1 in register 2.
final class Example {
    static final VirtualAddress PAGE = at(0x2000000000004000L);
    static final PageSize SIZE = new PageSize(14);
    static final int RID = 0x101;
    static final int KEY = 0x55;
    static final int SLOT = 2;
    /// ppn 1234, ar 3, pl 3, d, a, ma 0, p.
    static final long ENTRY = 0x12347e1;
    static final Translation TRANSLATION = page(ENTRY);
    static final Addressing MACHINE = empty().withTlb(Tlb.EMPTY.withRegister(Stream.DATA, SLOT, Option.some(TRANSLATION)).withRegister(Stream.INSTRUCTION, SLOT, Option.some(TRANSLATION)));

    static final int AC = 3;
    static final int IC = 13;
    static final int PK = 15;
    static final int DT = 17;
    static final int IT = 36;
    static final int DA = 38;
    static final int ED = 43;
    static final int IA = 45;
    static final int VM = 46;

    static final long HERE = PAGE.bits() + 0x40;
    static final Translated DROPPED = new Translated.Dropped(References.PREFETCH_DROPPED);

    private Example() { }

    static VirtualAddress at(long bits) {
        return new VirtualAddress(bits);
    }

    static Translator rules(String profile) {
        return Translator.architected(Profile.named(profile).get());
    }

    static Translation page(long entry) {
        return Translation.of(PAGE, RID, SIZE, KEY, new Pte(entry));
    }

    /// {@return the machine without translations}
    static Addressing empty() {
        return new Addressing(new Psr(0x1008022000L), false, false, new Dcr(0), RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((0x100L + number) << 8 | 14 << 2))),
            ProtectionKeyRegisters.zero(16), Tlb.EMPTY);
    }

    /// {@return the machine with another entry for its page}
    static Addressing entry(long entry) {
        Option<Translation> page = Option.some(page(entry));
        return MACHINE.withTlb(Tlb.EMPTY.withRegister(Stream.DATA, SLOT, page).withRegister(Stream.INSTRUCTION, SLOT, page));
    }

    static Addressing set(Addressing machine, int... bits) {
        for (int bit : bits) machine = machine.withPsr(machine.psr().with(bit, true));
        return machine;
    }

    static Addressing clear(Addressing machine, int... bits) {
        for (int bit : bits) machine = machine.withPsr(machine.psr().with(bit, false));
        return machine;
    }

    static Addressing level(Addressing machine, int level) {
        return machine.withPsr(machine.psr().withCpl(level));
    }

    /// {@return the machine with keys enforced and the key of the page in a register with some of v{0}, wd{1}, rd{2} and xd{3}}
    static Addressing keyed(Addressing machine, int flags) {
        return set(machine.withKeys(machine.keys().with(7, new ProtectionKeyRegister((long) KEY << 8 | flags))), PK);
    }

    static Reference load(long address) {
        return Reference.data(ReferenceType.LOAD, at(address), 8);
    }

    static Translated raised(Interruption kind, long address, Clause because) {
        return new Translated.Raised(new Fault(kind, Option.some(at(address))), because);
    }

    /// {@return a fault after which IFA holds nothing}
    static Translated raised(Interruption kind, Clause because) {
        return new Translated.Raised(new Fault(kind, Option.none()), because);
    }

    /// {@return what comes of a reference on an implementation of the profile `maximal`}
    static Translated translated(Addressing machine, Reference reference) {
        return rules("maximal").translate(machine, reference, Choice.USUAL);
    }

    static Translated translated(Addressing machine, ReferenceType type) {
        return translated(machine, reference(type, at(HERE)));
    }

    static Reference reference(ReferenceType type, VirtualAddress address) {
        return type == ReferenceType.FETCH ? Reference.fetch(address) : type.touchesMemory() ? Reference.data(type, address, 8) : Reference.query(type, address);
    }

    static Translated to(long address, MemoryAttribute attribute, Clause because) {
        return new Translated.To(new PhysicalAddress(address), attribute, because);
    }

    static Translated answered(long value, Clause because) {
        return new Translated.Answered(value, because);
    }
}
