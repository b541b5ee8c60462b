/// A base of vectors, with the machine that it is.
package vmmref.vectors.machine;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Json;

/// Both bases execute at level 0 in a frame of 32 registers, 16 of them local, with interruption collection on. Each general and floating-point register holds another value, and each of the 128 bytes of data, too.
public record MachineBase(Base base, Machine machine) {
    /// The address of the bundle that is executed first.
    public static final long CODE = 0x4000;
    /// The address of 128 bytes of data.
    public static final long DATA = 0x8000;
    /// The address to which dirty registers go.
    public static final long BACKING = 0xc000;
    /// The size of the frame.
    public static final int SOF = 32;

    private static final int SIZE = 128;
    private static final int RID = 0x101;
    private static final PageSize PAGE = new PageSize(16);
    /// Present, write back, accessed, dirty, level 3, read, write and execute.
    private static final Pte IDENTITY = new Pte(0x661 | 3 << 7);
    private static final long IC = 1L << 13;
    private static final long VIRTUAL_BITS = 1L << 17 | 1L << 27 | 1L << 36;

    /// Nothing is translated.
    public static final MachineBase FLAT = of("flat@1", start(new Psr(IC), Tlb.EMPTY));
    /// Everything is translated, the first 64 KB to themselves with all rights at all levels.
    public static final MachineBase VIRTUAL = of("virtual@1", start(new Psr(IC | VIRTUAL_BITS), Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (tlb, stream) ->
        tlb.withRegister(stream, 0, Option.some(Translation.of(new VirtualAddress(0), RID, PAGE, 0, IDENTITY))))));

    /// As flat, with vectors at 8000 and something in each register that interruptions write.
    public static final MachineBase VECTORED = of("vectored@1", vectored(FLAT.machine));
    /// The same, everything translated.
    public static final MachineBase VECTORED_VIRTUAL = of("vectored-virtual@1", vectored(VIRTUAL.machine));

    private static Machine vectored(Machine machine) {
        return Vector.of("cr.iva=8000", "cr.ipsr=2004", "cr.isr=f0", "cr.iip=5550", "cr.ifa=6660", "cr.itir=30", "cr.iipa=7770", "cr.ifs=8000000000000810", "cr.iim=12345", "cr.iha=9990", "last=3ff0")
            .map(text -> text.split("=")).foldLeft(machine, (each, place) -> MachineState.with(each, place[0], place[1]));
    }

    private static MachineBase of(String name, Machine machine) {
        return new MachineBase(new Base(name, MachineState.json(machine)), machine);
    }

    private static Machine start(Psr psr, Tlb tlb) {
        Addressing addressing = new Addressing(psr, false, false, new Dcr(0), RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((RID + number) << 8 | 16 << 2))),
            ProtectionKeyRegisters.zero(16), tlb);
        Machine machine = Machine.of(addressing).withPosition(Position.at(CODE)).framed(Cfm.of(SOF, SOF / 2, 0), new RegisterStack(0, 0, new VirtualAddress(BACKING), 0)).withGeneral(general()).withFloating(floating());
        Machine branching = Vector.range(0, Machine.BRANCHES).foldLeft(machine, (each, number) -> new Place.Branch(number).with(each, 0x4100L + 16 * number));
        return Vector.range(0, SIZE / 8).foldLeft(branching, (each, group) -> new Place.Bytes(new PhysicalAddress(DATA + 8 * group), 8).with(each, bytes(8 * group)));
    }

    private static GeneralRegisters general() {
        return Vector.range(1, 32).appendAll(Vector.range(GeneralRegisters.STACKED, GeneralRegisters.STACKED + SOF))
            .foldLeft(GeneralRegisters.RESET, (all, physical) -> all.with(physical, GeneralValue.of(0x1111 * (physical < 32 ? physical : physical - GeneralRegisters.STACKED + 32L))));
    }

    private static FloatingRegisters floating() {
        return Vector.range(2, 64).foldLeft(FloatingRegisters.RESET, (all, number) -> all.with(number, FloatingValue.integer(number)));
    }

    /// Bytes that say where they lie; bit 7 of them is 1.
    private static long bytes(int first) {
        return Vector.range(0, 8).foldLeft(0L, (word, index) -> word | (0x80L + first + index & 0xff) << 8 * index);
    }

    /// {@return a stimulus that starts from here, but for how another machine differs}
    public Stimulus stimulus(Machine start, ObjectNode in) {
        return Stimulus.of(in).from(base, MachineState.differing(start, machine, base.state()));
    }

    /// {@return the stimulus of one step}
    public Stimulus step(Machine start) {
        return stimulus(start, Json.object());
    }

    /// {@return a machine with a bundle in memory}
    public static Machine holding(Machine machine, long at, Bundle bundle) {
        return new Place.Bytes(new PhysicalAddress(at + 8), 8).with(new Place.Bytes(new PhysicalAddress(at), 8).with(machine, bundle.low()), bundle.high());
    }
}
