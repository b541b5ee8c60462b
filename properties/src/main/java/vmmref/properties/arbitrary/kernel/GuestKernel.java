package vmmref.properties.arbitrary.kernel;

import io.vavr.Function1;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.SplittableRandom;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.properties.arbitrary.Legible;
import vmmref.properties.arbitrary.Sized;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;

/// A guest that is an operating system: a kernel, with handlers of every interruption, that does something at level 0 and then lets processes take turns, which call it, miss pages and are interrupted.
///
/// @param seed      what fills registers, data and the entries of pages
/// @param format    of the page table that is walked
/// @param keyed     whether protection keys are checked
/// @param slice     how many instructions a process has until the timer interrupts it; 0 if it does not
/// @param kernel    what the kernel does first
/// @param processes what each process does
public record GuestKernel(long seed, TableFormat format, boolean keyed, int slice, Seq<Act> kernel, Seq<Seq<Act>> processes) implements Legible, Sized {
    private static final long IC = 1L << 13;
    private static final long I = 1L << 14;
    private static final long PK = 1L << 15;
    private static final long TRANSLATED = 1L << 17 | 1L << 27 | 1L << 36;
    private static final long DFH = 1L << 19;
    private static final long BN = 1L << 44;
    private static final long USER = 3L << 32;
    private static final Pte OPEN = new Pte(0x661);
    private static final int TIMER = 0xef;
    /// RSC of level 1, which a guest sees that is shown the real level.
    private static final long SHOWN = 4;
    private static final Function1<KernelCode, Memory> KERNELS = Function1.of(GuestKernel::resident).memoized();
    private static final int VECTOR_STEP = 0x100;
    /// Behind the last of its frames, from the first one on.
    private static final long FAR = 0x200000;

    private static final Seq<Integer> VECTORS = Vector.rangeBy(0, 0x5000, 0x400).appendAll(Vector.rangeClosedBy(0x5000, 0x6b00, VECTOR_STEP));

    /// {@return what the kernel does first}
    public Listing main() {
        return new Listing(Layout.MAIN, code().labels(), kernel.flatMap(Act::texts).append("br.cond.sptk.few @launch"));
    }

    /// {@return what the kernel does for processes, and what it calls}
    public Listing code() {
        return new KernelCode(format, slice).listing();
    }

    /// What kernel and processes do first: what serves interruptions and calls is that of every such guest.
    @Override
    public int instructions() {
        return kernel.appendAll(processes.flatMap(acts -> acts)).map(Act::instructions).sum().intValue();
    }

    /// {@return the guest on a machine of its own, when its kernel begins}
    ///
    /// @param machine what that implements
    public Machine machine(Dimensions machine) {
        SplittableRandom random = new SplittableRandom(seed);
        Memory memory = memory(random);
        Psr psr = new Psr(IC | BN | TRANSLATED | (keyed ? PK : 0));
        RegionRegisters regions = RegionRegisters.of(Vector.range(0, RegionRegisters.NUMBER).map(number -> new RegionRegister(1L + number << 8 | 12 << 2)));
        ProtectionKeyRegisters keys = ProtectionKeyRegisters.zero(machine.pkrs()).with(0, new ProtectionKeyRegister(1));
        Translation identity = Translation.of(new VirtualAddress(0), regions.get(0).identifier(), new PageSize(Layout.KERNEL_LOG2), 0, OPEN);
        Tlb tlb = Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (all, stream) -> all.withRegister(stream, 0, Option.some(identity)));
        Addressing addressing = new Addressing(psr, false, false, new Dcr(random.nextInt(2) == 0 ? random.nextLong() & 0x7f00 : 0), regions, keys, tlb);
        Machine start = Machine.of(addressing).withPosition(Position.at(Layout.MAIN)).withLast(new VirtualAddress(Layout.MAIN)).framed(Cfm.of(16, 8, 0), new RegisterStack(0, 0, new VirtualAddress(Layout.STACK), 0)).withMemory(memory);
        Machine filled = Vector.rangeClosed(8, 15).foldLeft(start, (each, number) -> general(each, number, random.nextLong()));
        Machine based = general(general(general(filled, 2, Layout.REGION), 3, Layout.PLAYGROUND), 7, Layout.REGION + Layout.CODE);
        Machine controlled = control(control(control(based, RegisterNumber.IVA, Layout.VECTORS), RegisterNumber.PTA, format.pta()), RegisterNumber.ITV, TIMER);
        return Vector.of(Layout.table(0), Layout.process(0)).zipWithIndex().foldLeft(new Place.Application(RegisterNumber.RSC).with(controlled, SHOWN), (each, kept) -> new Place.Application(kept._2).with(each, kept._1));
    }

    private static Machine general(Machine machine, int number, long value) {
        return new Place.General(number).with(machine, GeneralValue.of(value));
    }

    private static Machine control(Machine machine, int number, long value) {
        return new Place.Control(number).with(machine, value);
    }

    /// {@return its memory when its kernel begins}
    Memory memory() {
        return memory(new SplittableRandom(seed));
    }

    @Override
    public Seq<String> reading() {
        return new Reading(this).lines();
    }

    private Memory memory(SplittableRandom random) {
        Memory kernel = main().in(KERNELS.apply(new KernelCode(format, slice)), Layout.MAIN);
        long status = IC | I | BN | TRANSLATED | USER | DFH | (keyed ? PK : 0);
        return processes.zipWithIndex().foldLeft(kernel, (memory, each) -> new Process(each._2, processes.size(), each._1).in(memory, format, status, random));
    }

    /// {@return what serves an interruption, by its vector; most are refused}
    private static String handler(int vector) {
        return switch (vector) {
            case 0x0000         -> "walk";
            case 0x0400, 0x0c00 -> "miss_fetch";
            case 0x0800, 0x1000 -> "miss_data";
            case 0x1400         -> "nested";
            case 0x1800, 0x1c00 -> "key";
            case 0x2000         -> "dirty";
            case 0x2400, 0x2800 -> "accessed";
            case 0x2c00         -> "call";
            case 0x3000         -> "interrupt";
            case 0x5000         -> "absent";
            case 0x5500         -> "floating";
            case 0x5900         -> "debugged";
            case 0x5e00         -> "lower";
            case 0x5f00, 0x6000 -> "stepped";
            default             -> "fault";
        };
    }

    private static Listing vector(int vector, Map<String, Long> labels) {
        return new Listing(Layout.VECTORS + vector, labels, Vector.of("mov r31=pr", "addl r30=0x%x,r0".formatted(Layout.COUNTERS + vector / VECTOR_STEP * 8), "br.cond.sptk.few @" + handler(vector)));
    }

    /// {@return memory with what every kernel has}
    private static Memory resident(KernelCode kernel) {
        Listing code = kernel.listing();
        Map<String, Long> labels = code.labels();
        Memory vectored = VECTORS.foldLeft(code.in(Memory.ZERO, Layout.KERNEL), (memory, vector) -> vector(vector, labels).in(memory, Layout.VECTORS + vector));
        Memory routines = Vector.of(0x0, 0x300).foldLeft(vectored, (memory, at) -> routine(at, "adds r12=1,r12").in(memory, Layout.KERNEL_ROUTINE + at));
        return routine(0x200, "thash r12=r2").in(routines, Layout.KERNEL_ROUTINE + 0x200);
    }

    private static Listing routine(long at, String text) {
        return Listing.of(Layout.KERNEL_ROUTINE + at, Vector.of(text, "br.ret.sptk.few b0"));
    }

    /// {@return where the guest's memory lies on a host: in runs of frames, the last of them first}
    ///
    /// @param first the first frame of the host that is the guest's
    public GuestMap map(long first) {
        SplittableRandom random = new SplittableRandom(~seed);
        GuestMap map = GuestMap.EMPTY;
        for (int page = 0; page < Layout.ALL_PAGES; ) {
            int run = Math.min(Layout.ALL_PAGES - page, 1 << random.nextInt(7));
            map = map.with(new GuestMap.Run(page, run, new Backing.Frames(new PhysicalAddress(first + FAR - (long) (page + run) * GuestMap.PAGE))));
            page = page + run;
        }
        return map;
    }
}
