package vmmref.properties;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterStack;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;

/// Nanoseconds of a step where the page table grows, of which a cache holds 128 translations, and where calls go deeper: both should stay the same.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GrowthBenchmark {
    private static final int STEPS = 10_000;
    private static final long CODE = 0x4000;
    private static final int LOG2 = 14;
    private static final int RID = 0x100;
    /// Present, write back, accessed, dirty, level 3, read, write and execute.
    private static final long SOUND = 0x7e1;

    private static final Step STEP = Step.of(Semantics.architected(Profile.named("itanium2").get()));

    private static Machine after(Machine machine) {
        Machine now = machine;
        for (int count = 0; count < STEPS; count++) now = now.with(((Executed.Done) STEP.next(now, Choice.USUAL)).effects());
        return now;
    }

    /// {@return a machine that executes a program next, its first 16 KB and those behind translated to themselves for fetches}
    private static Machine executing(Addressing addressing, Memory memory, String... bundles) {
        Memory held = memory;
        long at = CODE;
        for (Bundle bundle : Vector.of(bundles).map(GrowthBenchmark::assembled)) {
            held = held.with(new PhysicalAddress(at), 8, bundle.low()).with(new PhysicalAddress(at + 8), 8, bundle.high());
            at += 16;
        }
        return Machine.of(addressing).withMemory(held).withPosition(Position.at(CODE)).framed(Cfm.of(1, 0, 0), new RegisterStack(0, 0, new VirtualAddress(1L << 40), 0));
    }

    private static Bundle assembled(String text) {
        Seq<String> parts = Vector.of(text.split("\\|"));
        return switch (Assembler.architected().bundle(parts.head(), parts.tail())) {
            case AssembledBundle.Done done       -> done.bundle();
            case AssembledBundle.Refused refused -> throw new IllegalStateException(refused.why());
        };
    }

    private static Addressing addressing(long psr) {
        Translation code = Translation.of(new VirtualAddress(0), RID, new PageSize(16), 0, new Pte(SOUND));
        return new Addressing(new Psr(1L << 13 | 1L << 36 | psr), false, false, new Dcr(0),
            RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((RID + number) << 8 | LOG2 << 2))), ProtectionKeyRegisters.zero(16),
            Tlb.EMPTY.withRegister(Stream.INSTRUCTION, 0, Option.some(code)));
    }

    private static Machine general(Machine machine, int register, long value) {
        return new Place.General(register).with(machine, GeneralValue.of(value));
    }

    /// Touches a word of each of many pages of region 1, for ever; all but the few that are in the cache are walked for, in a table of short entries that one register maps.
    @State(Scope.Thread)
    public static class Pages {
        private static final long TABLE = 0x2000000004000000L;
        private static final long AT = 1L << 36;
        private static final int SIZE = 22;
        /// The number of the first page: its entry is where the table begins.
        private static final long FIRST = 1L << SIZE - 3;

        @Param({"ld8 r15=[r11]", "st8 [r11]=r10"})
        public String touch;

        @Param({"256", "4096", "65536"})
        public int pages;

        private Machine machine;

        @Setup
        public void fill() {
            Translation table = Translation.of(new VirtualAddress(TABLE), RID + 1, new PageSize(SIZE), 0, new Pte(AT | SOUND));
            Addressing plain = addressing(1L << 17);
            Addressing walking = plain.withTlb(plain.tlb().withRegister(Stream.DATA, 0, Option.some(table))).withPta(new Pta(TABLE & (1L << 61) - 1 | SIZE << 2 | 1))
                .withRegions(plain.regions().with(1, new RegionRegister((RID + 1) << 8 | LOG2 << 2 | 1)));
            Memory memory = Memory.ZERO;
            for (long number = 0; number < pages; number++) memory = memory.with(new PhysicalAddress(AT + (number << 3)), 8, (1L << 37) + (number << LOG2) | SOUND);
            machine = general(general(general(general(executing(walking, memory,
                "MII;|adds r11=0,r8|adds r14=-1,r23|nop.i 0",
                "MII;|nop.m 0|mov.i ar.lc=r14|nop.i 0",
                "MIB;|%s|nop.i 0|nop.b 0".formatted(touch),
                "MIB;|add r10=r10,r22|add r11=r11,r22|br.cloop.sptk.few .-0x10",
                "MIB;|nop.m 0|nop.i 0|br.cond.sptk.few .-0x40"), 8, 1L << 61 | FIRST << LOG2), 10, 1), 22, 1L << LOG2), 23, pages);
        }
    }

    /// Calls itself to some depth and comes back, for ever, in frames of eleven local registers that go to memory and come back.
    @State(Scope.Thread)
    public static class Calls {
        @Param({"8", "64", "512", "4096"})
        public int depth;

        private Machine machine;

        @Setup
        public void fill() {
            machine = general(executing(addressing(0), Memory.ZERO,
                "MIB;|adds r32=0,r23|nop.i 0|br.call.sptk.few b0=.+0x20",
                "MIB;|nop.m 0|nop.i 0|br.cond.sptk.few .-0x10",
                "MII;|alloc r33=ar.pfs,12,11,0|mov r34=b0|nop.i 0",
                "MIB;|adds r43=-1,r32|cmp.eq p6,p7=r0,r32|(p6) br.cond.sptk.few .+0x20",
                "MIB;|nop.m 0|nop.i 0|br.call.sptk.few b0=.-0x20",
                "MII;|nop.m 0|mov.i ar.pfs=r33|mov b0=r34",
                "MIB;|nop.m 0|nop.i 0|br.ret.sptk.many b0"), 23, depth);
        }
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Machine walked(Pages pages) {
        return pages.machine = after(pages.machine);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Machine called(Calls calls) {
        return calls.machine = after(calls.machine);
    }
}
