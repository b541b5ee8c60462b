package vmmref.properties.arbitrary.kernel;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/// Generators of guests that are operating systems.
public final class GuestKernels {
    private static final int MOST_KERNEL = 8;
    private static final int MOST_PROCESS = 16;
    private static final int MOST_PROCESSES = 3;

    private GuestKernels() { }

    /// {@return kernels of up to 8 acts, and one to three processes of up to 16}
    public static Arbitrary<GuestKernel> kernels() {
        Arbitrary<Seq<Seq<Act>>> processes = listed(processes(), MOST_PROCESS).list().ofMinSize(1).ofMaxSize(MOST_PROCESSES).<Seq<Seq<Act>>>map(Vector::ofAll).withoutEdgeCases();
        return Combinators.combine(Arbitraries.longs().withDistribution(RandomDistribution.uniform()), Arbitraries.of(TableFormat.class), Arbitraries.of(false, true), Arbitraries.of(0, 0, 60, 150, 400), listed(Arbitraries.of(KernelActs.all().asJava()), MOST_KERNEL), processes).as(GuestKernel::new);
    }

    private static Arbitrary<Seq<Act>> listed(Arbitrary<Act> acts, int most) {
        return acts.list().ofMaxSize(most).<Seq<Act>>map(Vector::ofAll).withoutEdgeCases();
    }

    private static Arbitrary<Act> processes() {
        return Arbitraries.of(ProcessActs.kinds().asJava()).flatMap(kind -> Arbitraries.of(kind.asJava()));
    }
}
