package vmmref.properties;

import io.vavr.collection.Array;
import io.vavr.collection.Vector;
import java.util.Random;
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
import org.openjdk.jmh.infra.Blackhole;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;

/// Loads translated in a second, every one a hit with its key in the last of 16 registers at worst, beside a small mutable loop that finds the page in one array and checks a mask.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TranslateBenchmark {
    private static final int REFERENCES = 4096;
    private static final int KEYS = 16;
    private static final int[] SIZES = {12, 14, 16, 24};

    @Param({"64", "640", "6400"})
    public int entries;

    private final Semantics semantics = Semantics.architected(Profile.named("itanium2").get());
    private final Reference[] references = new Reference[REFERENCES];
    private final int[] slots = new int[REFERENCES];
    private long[] frames;
    private Addressing machine;

    /// Pages of all sizes, side by side, spread over the regions.
    @Setup
    public void fill() {
        Random random = new Random(2026);
        Tlb tlb = Tlb.EMPTY;
        Translation[] pages = new Translation[entries];
        frames = new long[entries];
        for (int index = 0; index < entries; index++) {
            PageSize size = new PageSize(SIZES[random.nextInt(SIZES.length)]);
            int region = random.nextInt(8);
            pages[index] = Translation.of(new VirtualAddress((long) region << 61 | (long) index << 24), 0x100 + region, size, 0x200 + index % KEYS,
                new Pte(0x7e1 | (long) (index + 1) << 24));
            frames[index] = pages[index].entry().frame();
            tlb = tlb.withCached(Stream.DATA, pages[index], true);
        }
        for (int index = 0; index < REFERENCES; index++) {
            slots[index] = random.nextInt(entries);
            Translation page = pages[slots[index]];
            references[index] = Reference.data(ReferenceType.LOAD, new VirtualAddress(page.page().bits() | random.nextLong() & page.size().mask() & ~7L), 8);
        }
        machine = new Addressing(new Psr(0x1008022000L).with(15, true), false, false, new Dcr(0),
            RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((0x100L + number) << 8 | 14 << 2))),
            ProtectionKeyRegisters.of(Array.range(0, KEYS).map(number -> new ProtectionKeyRegister((0x200L + number) << 8 | 1))), tlb);
    }

    @Benchmark
    @OperationsPerInvocation(REFERENCES)
    public void translate(Blackhole results) {
        for (Reference reference : references) results.consume(semantics.translator().translate(machine, reference, Choice.USUAL));
    }

    @Benchmark
    @OperationsPerInvocation(REFERENCES)
    public void calibration(Blackhole results) {
        long checksum = 0;
        for (int index = 0; index < REFERENCES; index++) {
            long frame = frames[slots[index]];
            if ((references[index].address().bits() & 7) == 0) checksum += frame | references[index].address().bits() & 0xfff;
        }
        results.consume(checksum);
    }
}
