package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
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
import vmmref.vmm.Vmm;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;

/// A guest with 64 pages of memory from frame 0x10000000 on, which believes everything to be translated, and a host with a page table of 1,024 entries.
final class Fixture {
    static final long FIRST = 1L << 40;
    static final int PAGES = 64;
    static final Psr TRANSLATED = new Psr(1L << 13 | 1L << 17 | 1L << 27 | 1L << 36 | 1L << 44);

    private Fixture() { }

    static Monitoring rules(String profile) {
        return Vmm.reference(Profile.named(profile).get()).monitoring();
    }

    static GuestMap map() {
        return map(FIRST);
    }

    static GuestMap map(long first) {
        return GuestMap.EMPTY.with(new GuestMap.Run(0, PAGES, new Backing.Frames(new PhysicalAddress(first))));
    }

    /// {@return a guest's own machine: region n has the identifier n + 1, and 64 KB from address 0 on are translated to themselves}
    static Machine machine(Monitoring rules) {
        RegionRegisters regions = RegionRegisters.of(Vector.range(0, RegionRegisters.NUMBER).map(number -> new RegionRegister((number + 1L) << 8 | 12 << 2)));
        Translation code = Translation.of(new VirtualAddress(0), 1, new PageSize(16), 1, new Pte(0x661 | 3 << 7));
        Tlb tlb = Tlb.EMPTY.withRegister(Stream.INSTRUCTION, 0, Option.some(code)).withRegister(Stream.DATA, 0, Option.some(code));
        ProtectionKeyRegisters keys = ProtectionKeyRegisters.zero(rules.guest().translator().dimensions().pkrs());
        return Machine.of(new Addressing(TRANSLATED, false, false, new Dcr(0), regions, keys, tlb)).withPosition(Position.at(0x1000)).withLast(new VirtualAddress(0x1000));
    }

    static Machine holding(Machine machine, Seq<Integer> keys) {
        ProtectionKeyRegisters held = keys.zipWithIndex().foldLeft(machine.addressing().keys(), (all, key) -> all.with(key._2, new ProtectionKeyRegister((long) key._1 << 8 | 1)));
        return machine.withAddressing(machine.addressing().withKeys(held));
    }

    static Hosting hosting(Monitoring rules, Resources resources) {
        return Hosting.of(rules, Vector.of(Guest.of(machine(rules), map())), resources);
    }

    /// {@return an answer that has not begun: the machine as the monitor finds it}
    static Answer answer(Hosting hosting) {
        return Answer.begun(hosting.rules(), hosting.monitor(), hosting.machine().withPsr(hosting.machine().psr().with(13, false).withCpl(0)));
    }
}
