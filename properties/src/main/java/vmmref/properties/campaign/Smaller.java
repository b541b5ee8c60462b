package vmmref.properties.campaign;

import io.vavr.control.Option;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Shrinkable;

/// A finding, and the case that it came down to.
///
/// @param finding   before
/// @param law       that does not hold
/// @param shrinking what it came down to
record Smaller(Finding finding, Law law, Shrinking shrinking) {
    private static final long PATIENCE = 30_000_000_000L;

    /// {@return what a finding comes down to; nothing if somebody says stop meanwhile}
    /// @throws NotationMistake if the law takes other arguments by now
    static Option<Smaller> of(Bench bench, Law law, Finding finding, BooleanSupplier stop) {
        Seat seat = bench.seat(law);
        Shrinkable<List<Object>> found = again(seat, finding, Findings.arguments(law, finding.found()));
        return Shrinking.of(seat, found, new Failure(finding.symptom(), finding.message()), deadline(), stop).map(shrinking -> new Smaller(finding, law, shrinking));
    }

    /// {@return the case as its generator made it, from which alone it becomes smaller; as it is stored if the generator makes another one by now}
    private static Shrinkable<List<Object>> again(Seat seat, Finding finding, List<Object> stored) {
        return seat.made(finding.stage(), finding.number()).filter(made -> made.value().equals(stored)).getOrElse(() -> Shrinkable.unshrinkable(stored));
    }

    /// {@return the finding with its case made smaller and explained; nothing if somebody says stop meanwhile}
    Option<Finding> explained(Bench bench, BooleanSupplier stop) {
        List<Object> smallest = shrinking.smallest().value();
        return Explaining.of(bench.seat(law), smallest, deadline(), stop).map(roles -> new Finding(finding.law(), finding.sentence(), finding.subject(), finding.symptom(), shrinking.failure().message(),
            finding.seed(), finding.stage(), finding.number(), Findings.written(law, smallest), finding.found(), shrinking.tries(), roles.asJava()));
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE;
    }
}
