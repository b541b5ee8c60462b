package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Guest;

/// A guest that loads a word of each of many pages of 4 KB, so many times, and ends. Everything is translated: its code by a register, its pages by what its handler inserts, or by a page table that its machine walks.
///
/// @param walked whether its machine walks; its table of short entries is translated by a register
record Toucher(boolean walked, int pages, int passes) {
    private static final int RID     = 0x100;
    private static final int LOG2    = 12;
    private static final long CODE   = 0x4000;
    private static final long IVA    = 0x10000;
    private static final long VECTOR = IVA + 0x1000;
    private static final long REGION = 1L << 61;
    private static final int TABLE_LOG2 = 20;
    private static final long TABLE  = 1 << 24;
    private static final long FRAMES = 1 << 25;
    private static final long BYTES  = 1 << 29;
    /// The page whose entry is the first of the table.
    private static final long FIRST  = 1L << TABLE_LOG2 - 3;
    /// Present, write back, accessed, dirty, level 0, read, write and execute.
    private static final long SOUND  = 0x661;
    /// ic, dt, rt, it
    private static final long PSR    = 1L << 13 | 1L << 17 | 1L << 27 | 1L << 36;

    private static final Seq<String> PROGRAM = Vector.of(
        "MII;|adds r11=0,r8|adds r14=-1,r23|nop.i 0",
        "MII;|nop.m 0|mov.i ar.lc=r14|nop.i 0",
        "MIB;|ld8 r15=[r11]|nop.i 0|nop.b 0",
        "MIB;|add r10=r10,r15|add r11=r11,r22|br.cloop.sptk.few .-0x10",
        "MII;|adds r9=-1,r9|nop.i 0|nop.i 0",
        "MIB;|nop.m 0|cmp.eq p6,p7=r0,r9|(p7) br.cond.sptk.few .-0x50",
        "MII;|break.m 0|nop.i 0|nop.i 0");

    /// Inserts a page that lies at the offset of its address.
    private static final Seq<String> HANDLER = Vector.of(
        "MII;|mov r16=cr.ifa|addl r18=%d,r0|nop.i 0".formatted(SOUND),
        "MII;|nop.m 0|extr.u r17=r16,12,38|nop.i 0",
        "MII;|nop.m 0|dep.z r17=r17,12,38|nop.i 0",
        "MII;|or r17=r17,r18|nop.i 0|nop.i 0",
        "MII;|itc.d r17|nop.i 0|nop.i 0",
        "MIB;|nop.m 0|nop.i 0|rfi");

    /// {@return the guest, in frames from an address on}
    Guest at(long frames) {
        return Guest.of(machine(), GuestMap.EMPTY.with(new GuestMap.Run(0, BYTES / GuestMap.PAGE, new Backing.Frames(new PhysicalAddress(frames)))));
    }

    static long bytes() {
        return BYTES;
    }

    private Machine machine() {
        Memory memory = put(put(Memory.ZERO, CODE, PROGRAM), VECTOR, HANDLER);
        for (long page = 0; walked && page < pages; page++) memory = memory.with(new PhysicalAddress(TABLE + (page << 3)), 8, FRAMES + (page << LOG2) | SOUND);
        Machine machine = new Place.Control(RegisterNumber.IVA).with(Machine.of(walked ? walking() : plain()).withMemory(memory).withPosition(Position.at(CODE)), IVA);
        return general(general(general(general(machine, 8, REGION + (walked ? FIRST << LOG2 : FRAMES)), 9, passes), 22, 1 << LOG2), 23, pages);
    }

    private static Addressing plain() {
        Tlb tlb = Tlb.EMPTY.withRegister(Stream.INSTRUCTION, 0, Option.some(Translation.of(new VirtualAddress(0), RID, new PageSize(24), 0, new Pte(SOUND))));
        return new Addressing(new Psr(PSR), false, false, new Dcr(0), RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((RID + number) << 8 | LOG2 << 2))), ProtectionKeyRegisters.zero(16), tlb);
    }

    private static Addressing walking() {
        long table = REGION + BYTES * 4;
        Addressing plain = plain();
        return plain.withTlb(plain.tlb().withRegister(Stream.DATA, 0, Option.some(Translation.of(new VirtualAddress(table), RID + 1, new PageSize(TABLE_LOG2), 0, new Pte(TABLE | SOUND)))))
            .withPta(new Pta(table & REGION - 1 | TABLE_LOG2 << 2 | 1)).withRegions(plain.regions().with(1, new RegionRegister((RID + 1) << 8 | LOG2 << 2 | 1)));
    }

    private static Machine general(Machine machine, int register, long value) {
        return new Place.General(register).with(machine, GeneralValue.of(value));
    }

    private static Memory put(Memory memory, long at, Seq<String> bundles) {
        Memory held = memory;
        long next = at;
        for (Bundle bundle : bundles.map(Toucher::assembled)) {
            held = held.with(new PhysicalAddress(next), 8, bundle.low()).with(new PhysicalAddress(next + 8), 8, bundle.high());
            next += 16;
        }
        return held;
    }

    private static Bundle assembled(String text) {
        Seq<String> parts = Vector.of(text.split("\\|"));
        return switch (Assembler.architected().bundle(parts.head(), parts.tail())) {
            case AssembledBundle.Done done       -> done.bundle();
            case AssembledBundle.Refused refused -> throw new IllegalStateException(text + ": " + refused.why());
        };
    }
}
