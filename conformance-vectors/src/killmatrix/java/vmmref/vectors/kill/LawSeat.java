package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import java.util.BitSet;
import vmmref.properties.campaign.LawCases;
import vmmref.properties.guarantee.Subject;
import vmmref.spec.Clause;

/// A law, and what it is known to reach.
///
/// @param reach of all its cases that were tried
/// @param cold  of those that were tried before anything was asked
/// @param steps of a case, on average
record LawSeat(LawCases cases, BitSet reach, BitSet cold, long steps, long most) {
    private static final long MANY = 50;
    private static final long FREE = 5_000_000;

    /// {@return the same with what it reached before anything was asked}
    LawSeat after(LawSeat first) {
        return new LawSeat(cases, reach, first.reach, steps, most);
    }

    boolean reaches(int spot) {
        return reach.get(spot) || cold.get(spot);
    }

    String name() {
        return cases.law().name();
    }

    Seq<String> clauses() {
        return cases.law().clauses().map(Clause::name);
    }

    /// {@return what a case fails with: nothing, or the thrown thing; that a case takes too long is a failure, too}
    Answered tried(Subject subject, long number) {
        return Answered.of(most * MANY + FREE, () -> cases.failure(subject, number).map(failed -> failed.getClass().getSimpleName()).getOrElse(""));
    }
}
