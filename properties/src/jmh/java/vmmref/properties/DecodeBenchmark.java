package vmmref.properties;

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
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;

/// Bundles decoded in a second, beside a small mutable loop that takes the same bundles apart without saying what they mean.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodeBenchmark {
    private static final int BUNDLES = 4096;

    /// `instructions`: instructions of every form, as a program has; `noise`: any of the 2^128 bundles.
    @Param({"instructions", "noise"})
    public String bundles;

    private final Semantics semantics = Semantics.architected(Profile.named("itanium2").get());
    private final Bundle[] program = new Bundle[BUNDLES];

    @Setup
    public void write() {
        Random random = new Random(2026);
        for (int index = 0; index < BUNDLES; index++) {
            program[index] = bundles.equals("noise") ? new Bundle(random.nextLong(), random.nextLong()) : bundle(random);
        }
    }

    private static Bundle bundle(Random random) {
        Form form = Instructions.forms().get(random.nextInt(Instructions.forms().size()));
        Instruction instruction = form.instruction(new vmmref.model.bundle.Slot(random.nextLong() >>> 23, form.unit() == Unit.X ? random.nextLong() >>> 23 : 0)
            .and(form.fieldMask()));
        return Instructions.bundle(form.unit(), instruction.encode());
    }

    @Benchmark
    @OperationsPerInvocation(BUNDLES)
    public void decode(Blackhole results) {
        for (Bundle bundle : program) results.consume(semantics.decode().apply(bundle));
    }

    @Benchmark
    @OperationsPerInvocation(BUNDLES)
    public void calibration(Blackhole results) {
        long checksum = 0;
        for (Bundle bundle : program) {
            int template = (int) bundle.low() & 0x1f;
            long slot0 = bundle.low() >>> 5 & (1L << 41) - 1;
            long slot1 = (bundle.low() >>> 46 | bundle.high() << 18) & (1L << 41) - 1;
            long slot2 = bundle.high() >>> 23;
            for (long slot : new long[] {slot0, slot1, slot2}) {
                checksum += switch ((int) (slot >>> 37)) {
                    case 0, 1   -> slot >>> 27 & 0x3f;
                    case 4, 5   -> slot >>> 30 & 0x3f;
                    case 8, 9   -> slot >>> 13 & 0x7f;
                    case 12, 13 -> slot >>> 6 & 0x3f;
                    default     -> template;
                };
            }
        }
        results.consume(checksum);
    }
}
