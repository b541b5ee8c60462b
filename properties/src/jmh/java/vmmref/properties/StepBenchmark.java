package vmmref.properties;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
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
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.AssembledBundle;
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
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;

/// Instructions executed in a second by programs that never end, beside a small mutable interpreter of the same kind of work.
///
/// Each program runs with as much memory and as many translations as it needs, and with a hundred times as many.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StepBenchmark {
    private static final int STEPS = 10_000;
    private static final long CODE = 0x4000;
    private static final int LOG2 = 14;
    private static final int RID = 0x100;

    /// A program of bundles: the notation of the template, then the instructions, separated by bars. Targets are counted in bytes from their bundle.
    public enum Program {
        /// Fills 32 words at r8 with pseudo-random numbers and sorts them by insertion, for ever.
        SORT(
            "MII;|adds r11=0,r8|adds r14=31,r0|nop.i 0",
            "MII;|nop.m 0|mov.i ar.lc=r14|nop.i 0",
            "MII;|nop.m 0|shl r14=r10,r20|nop.i 0",
            "MII;|xor r10=r10,r14|nop.i 0|nop.i 0",
            "MII;|nop.m 0|shr.u r14=r10,r21|nop.i 0",
            "MII;|xor r10=r10,r14|nop.i 0|nop.i 0",
            "MIB;|st8 [r11]=r10,8|nop.i 0|br.cloop.sptk.few .-0x40",
            "MII;|adds r12=8,r8|adds r15=256,r8|nop.i 0",
            "MII;|ld8 r16=[r12]|adds r13=-8,r12|nop.i 0",
            "MII;|ld8 r17=[r13]|nop.i 0|cmp.ltu p8,p9=r13,r8",
            "MIB;|cmp.ltu.unc p6,p7=r16,r17|nop.i 0|(p8) br.cond.sptk.few .+0x30",
            "MIB;|(p6) adds r18=8,r13|nop.i 0|(p7) br.cond.sptk.few .+0x20",
            "MIB;|st8 [r18]=r17|adds r13=-8,r13|br.cond.sptk.few .-0x30",
            "MII;|adds r18=8,r13|adds r12=8,r12|nop.i 0",
            "MIB;|st8 [r18]=r16|cmp.ltu p6,p7=r12,r15|nop.b 0",
            "MBB;|nop.m 0|(p6) br.cond.sptk.few .-0x70|br.cond.sptk.few .-0xf0"),
        /// Computes the tenth Fibonacci number by calls, for ever.
        CALLS(
            "MIB;|adds r32=10,r0|nop.i 0|br.call.sptk.few b0=.+0x20",
            "MIB;|nop.m 0|nop.i 0|br.cond.sptk.few .-0x10",
            "MII;|alloc r33=ar.pfs,5,4,0|mov r34=b0|nop.i 0",
            "MIB;|adds r8=0,r32|cmp.ltu p6,p7=1,r32|(p7) br.cond.sptk.few .+0x60",
            "MIB;|adds r36=-1,r32|nop.i 0|nop.b 0",
            "MIB;|nop.m 0|nop.i 0|br.call.sptk.few b0=.-0x30",
            "MIB;|adds r35=0,r8|adds r36=-2,r32|nop.b 0",
            "MIB;|nop.m 0|nop.i 0|br.call.sptk.few b0=.-0x50",
            "MIB;|add r8=r8,r35|nop.i 0|nop.b 0",
            "MII;|nop.m 0|mov.i ar.pfs=r33|mov b0=r34",
            "MIB;|nop.m 0|nop.i 0|br.ret.sptk.many b0"),
        /// Adds a word of each of 64 pages, for ever.
        PAGES(
            "MII;|adds r11=0,r8|adds r14=63,r0|nop.i 0",
            "MII;|nop.m 0|mov.i ar.lc=r14|nop.i 0",
            "MIB;|ld8 r15=[r11]|nop.i 0|nop.b 0",
            "MIB;|add r10=r10,r15|add r11=r11,r22|br.cloop.sptk.few .-0x10",
            "MIB;|nop.m 0|nop.i 0|br.cond.sptk.few .-0x40");

        private final Seq<String> bundles;

        Program(String... bundles) {
            this.bundles = Vector.of(bundles);
        }

        private Seq<Bundle> assembled() {
            return bundles.map(text -> Vector.of(text.split("\\|"))).map(parts -> switch (Assembler.architected().bundle(parts.head(), parts.tail())) {
                case AssembledBundle.Done done       -> done.bundle();
                case AssembledBundle.Refused refused -> throw new IllegalStateException(refused.why());
            });
        }
    }

    @Param({"SORT", "CALLS", "PAGES"})
    public Program program;

    @Param({"1", "100"})
    public int times;

    private final Step step = Step.of(Semantics.architected(Profile.named("itanium2").get()));
    private Machine machine;
    private Interpreter interpreter;

    @Setup
    public void fill() {
        Tlb tlb = Tlb.EMPTY.withCached(Stream.INSTRUCTION, page(1), true);
        Memory memory = Memory.ZERO;
        for (int number = 0; number < 64 * times + 2; number++) {
            tlb    = tlb.withCached(Stream.DATA, page(number), true);
            memory = memory.with(new PhysicalAddress((long) number << LOG2), 8, 1 + number);
        }
        long at = CODE;
        for (Bundle bundle : program.assembled()) {
            memory = memory.with(new PhysicalAddress(at), 8, bundle.low()).with(new PhysicalAddress(at + 8), 8, bundle.high());
            at += 16;
        }
        Addressing addressing = new Addressing(new Psr(1L << 13 | 1L << 17 | 1L << 36), false, false, new Dcr(0),
            RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((RID + number) << 8 | LOG2 << 2))), ProtectionKeyRegisters.zero(16), tlb);
        machine = Machine.of(addressing).withMemory(memory).withPosition(Position.at(CODE))
            .withCfm(Cfm.of(1, 0, 0));
        machine = general(general(general(general(general(machine, 8, 0x8000), 10, 88172645463325252L), 20, 13), 21, 7), 22, (long) times << LOG2);
        interpreter = new Interpreter();
    }

    private static Machine general(Machine machine, int register, long value) {
        return new Place.General(register).with(machine, GeneralValue.of(value));
    }

    private static Translation page(int number) {
        return Translation.of(new VirtualAddress((long) number << LOG2), RID, new PageSize(LOG2), 0, new Pte(0x661 | 3 << 7 | (long) number << LOG2));
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Machine step() {
        Machine now = machine;
        for (int count = 0; count < STEPS; count++) {
            now = now.with(((Executed.Done) step.next(now, Choice.USUAL)).effects());
        }
        machine = now;
        return now;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long calibration() {
        return interpreter.run(STEPS);
    }

    /// The same sort on a made-up machine of eight registers, one array of memory and operations that were decoded before.
    private static final class Interpreter {
        private static final int[][] CODE = {
            {0, 3, 1, 0}, {1, 4, 3, -1}, {2, 5, 4, 0}, {3, 5, 2, 2}, {4, 4, 5, 0}, {0, 4, 4, -1}, {3, 4, 0, 2}, {0, 3, 3, 1}, {5, 3, 7, 1}, {6, 0, 0, 0}};
        private final long[] registers = new long[8];
        private final long[] memory = new long[1 << 12];
        private int at;

        long run(int steps) {
            for (int count = 0; count < steps; count++) {
                int[] operation = CODE[at++];
                int target = operation[1];
                long source = registers[operation[2]];
                switch (operation[0]) {
                    case 0 -> registers[target] = source + operation[3];
                    case 1 -> registers[target] = source ^ source << 13;
                    case 2 -> registers[target] = memory[(int) source & memory.length - 1];
                    case 3 -> at += registers[target] < source ? operation[3] - 1 : 0;
                    case 4 -> memory[(int) registers[target] & memory.length - 1] = source;
                    case 5 -> at += registers[target] < source ? -1 : 0;
                    default -> at = 0;
                }
            }
            return registers[3];
        }
    }
}
