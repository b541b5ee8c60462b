package vmmref.properties.campaign;

import java.util.List;
import net.jqwik.api.Shrinkable;

/// A finding, and the case that it came down to.
///
/// @param finding  before
/// @param law      that does not hold
/// @param smallest the case
/// @param failure  how it fails
/// @param tries    cases that were executed on the way
record Smaller(Finding finding, Law law, List<Object> smallest, Failure failure, int tries) {
    private static final long PATIENCE = 30_000_000_000L;

    static Smaller of(Bench bench, Finding finding) {
        Law law = Law.named(finding.law()).get();
        Seat seat = bench.seat(law);
        List<Object> stored = Findings.arguments(law, finding.found());
        Failure failure = new Failure(finding.symptom(), finding.message());
        if (finding.stage() == Stage.REPLAY) return new Smaller(finding, law, stored, failure, 0);
        Shrinkable<List<Object>> found = seat.at(finding.stage(), finding.number());
        if (!found.value().equals(stored)) return new Smaller(finding, law, stored, failure, 0);
        Shrinking shrinking = Shrinking.of(seat, found, failure, deadline());
        return new Smaller(finding, law, shrinking.smallest().value(), shrinking.failure(), shrinking.tries());
    }

    Finding explained(Bench bench) {
        return new Finding(finding.law(), finding.sentence(), finding.subject(), failure.symptom(), failure.message(), finding.seed(), finding.stage(), finding.number(),
            Findings.written(law, smallest), finding.found(), tries, Explaining.of(bench.seat(law), smallest, deadline()).asJava());
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE;
    }
}
