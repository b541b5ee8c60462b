package vmmref.properties;

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
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognizer;

/// Slots in which sensitive instructions are looked for in a second, beside a small mutable loop that compares opcodes and remembers nothing.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScanBenchmark {
    private static final int BUNDLES = 65_536;
    private static final int SLOTS = 3 * BUNDLES;

    /// One instruction in so many is drawn from all forms, of which one in eleven is sensitive; the others are no system instructions.
    @Param({"1", "10", "100"})
    public int oneIn;

    private final Recognizer recognizer = Recognizer.reference(Profile.named("itanium2").get());
    private Code code;

    @Setup
    public void write() {
        Random random = new Random(2026);
        code = new Code(new VirtualAddress(0x4000), Vector.fill(BUNDLES, () -> bundle(random)));
    }

    private Bundle bundle(Random random) {
        Template template = Templates.architected().assigned().get(random.nextInt(Templates.architected().assigned().size()));
        return template.bundle(template.instructionUnits().map(unit -> instruction(random, unit, random.nextInt(oneIn) == 0).encode()));
    }

    private static Instruction instruction(Random random, Unit unit, boolean any) {
        Form form;
        do {
            form = Instructions.forms().get(random.nextInt(Instructions.forms().size()));
        } while (!form.unit().fits(unit) || !any && form.key().bits() >>> 38 == 0);
        return form.instruction(new Slot(random.nextLong() >>> 23, unit == Unit.X ? random.nextLong() >>> 23 : 0).and(form.fieldMask()));
    }

    @Benchmark
    @OperationsPerInvocation(SLOTS)
    public int scan() {
        return recognizer.guest().scan(code, Own.NOTHING).size();
    }

    @Benchmark
    @OperationsPerInvocation(SLOTS)
    public int calibration() {
        int hits = 0;
        for (Bundle bundle : code.bundles()) {
            long slot0 = bundle.low() >>> 5 & (1L << 41) - 1;
            long slot1 = (bundle.low() >>> 46 | bundle.high() << 18) & (1L << 41) - 1;
            long slot2 = bundle.high() >>> 23;
            if (slot0 >>> 33 == 0x08) hits++;
            if (slot1 >>> 33 == 0x08) hits++;
            if (slot2 >>> 33 == 0x00) hits++;
        }
        return hits;
    }
}
