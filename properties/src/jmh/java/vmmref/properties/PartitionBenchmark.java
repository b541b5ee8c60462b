package vmmref.properties;

import io.vavr.collection.Vector;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
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
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;

/// Events in a second: random traces from reset, beside a small mutable loop that counts what each cell is asked.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PartitionBenchmark {
    private static final int EVENTS = 16_384;
    private static final int LONGEST = 60;

    @Param({"minimal", "itanium2", "maximal"})
    public String profile;

    private Hardware hardware;
    private Partitioner rules;
    private Vector<Trace> traces;
    private final Event[] events = new Event[EVENTS];
    private final int[] asked = new int[8];

    /// Traces of the hardware of the profile, until there are enough events.
    @Setup
    public void generate() {
        hardware = Hardware.of(Profile.named(profile).get());
        rules    = Partitioner.architected(Profile.named(profile).get());
        JqwikSession.run(() -> {
            RandomGenerator<Trace> generator = Traces.traces(LONGEST).generator(1000, false);
            Random random = new Random(2026);
            traces = Vector.empty();
            int filled = 0;
            while (filled < EVENTS) {
                Trace trace = generator.next(random).value();
                if (!trace.hardware().equals(hardware)) continue;
                Trace fitting = new Trace(hardware, trace.events().take(EVENTS - filled));
                traces = traces.append(fitting);
                for (Event event : fitting.events()) events[filled++] = event;
            }
        });
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int events() {
        int sum = 0;
        for (Trace trace : traces) {
            Complex complex = Complex.reset(hardware);
            for (Event event : trace.events()) complex = rules.react(complex, event).complex();
            sum += complex.register().secure();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int calibration() {
        int sum = 0;
        for (Event event : events) sum += event instanceof Event.OfCell ofCell ? ++asked[ofCell.cell().number()] : 1;
        return sum;
    }
}
