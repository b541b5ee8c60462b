package vmmref.vectors.running;

import io.vavr.collection.Vector;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.vectors.elf.Elf;
import vmmref.vectors.elf.Segment;
import vmmref.vectors.run.UsageMistake;

/// The machine on which a program starts: nothing is translated, the privilege level is 0, every register is 0 as far as it may be.
public final class Loading {
    private static final int WORD = 8;
    private static final int BE   = 1;
    private static final int IC   = 13;
    /// Pages of 16 KB.
    private static final RegionRegister REGION = new RegionRegister(14 << 2);

    private Loading() { }

    /// {@return a machine with an executable in its memory, at its entry}
    /// @throws UsageMistake if the implementation has no memory at such an address; the message names the file
    public static Machine machine(Path file, Elf elf, Profile profile) {
        int bits = profile.dimensions().physicalBits();
        elf.segments().find(segment -> !new PhysicalAddress(segment.end() - 1).isImplemented(bits)).forEach(segment -> {
            throw new UsageMistake("%s: %s goes beyond the %d bits of physical address that %s has; link it at a lower address, or name another profile".formatted(file, segment, bits, profile.name()));
        });
        Addressing addressing = new Addressing(new Psr(0).with(IC, true).with(BE, elf.bigEndian()), false, false, new Dcr(0),
            RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, REGION)), ProtectionKeyRegisters.zero(profile.dimensions().pkrs()), Tlb.EMPTY);
        return Machine.of(addressing).withPosition(Position.at(elf.entry())).withMemory(elf.segments().foldLeft(Memory.ZERO, Loading::loaded));
    }

    private static Memory loaded(Memory memory, Segment segment) {
        ByteBuffer bytes = segment.bytes();
        Memory filled = memory;
        for (int done = 0; done < bytes.limit(); ) {
            long at  = segment.physical() + done;
            int size = (int) Math.min(WORD - (at & WORD - 1), bytes.limit() - done);
            filled = filled.with(new PhysicalAddress(at), size, littleEndian(bytes, done, size));
            done += size;
        }
        return filled;
    }

    private static long littleEndian(ByteBuffer bytes, int start, int size) {
        long word = 0;
        for (int i = size - 1; i >= 0; i--) word = word << 8 | Byte.toUnsignedLong(bytes.get(start + i));
        return word;
    }
}
