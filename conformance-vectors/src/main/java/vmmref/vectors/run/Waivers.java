/// Applies a known-failures file to the judgements of a run, and keeps count.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.KnownFailures.Entry;

/// A vector that goes wrong is waived by the first entry that names it and a clause that decided it. An entry is stale when it waived
/// nothing although what it names passed, or when the pack has nothing that it names.
public final class Waivers {

    private final KnownFailures known;
    private final Map<Entry, Integer> waived = new HashMap<>();
    private final Map<Entry, Integer> passed = new HashMap<>();

    public Waivers(KnownFailures known) {
        this.known = known;
    }

    /// {@return the judgement, waived if it went wrong and an entry says so; where there is no answer no clause decided it, and only an entry that names vectors alone says so}
    Judgement applied(Judgement judgement) {
        String id = judgement.vector().id();
        if (judgement.verdict() == Verdict.PASS)
            known.entries().filter(entry -> entry.names(id, judgement.clauses())).forEach(entry -> passed.merge(entry, 1, Integer::sum));
        if (!judgement.verdict().bad())
            return judgement;
        return known.entries().find(entry -> (judgement.isAnswered() || entry.clause().isEmpty()) && entry.names(id, judgement.decidedBy()))
            .peek(entry -> waived.merge(entry, 1, Integer::sum))
            .map(entry -> judgement.waived(entry.reason()))
            .getOrElse(judgement);
    }

    /// {@return what is stale, a sentence for each entry; `pack` gives every vector of the pack, and is asked at most once}
    Seq<String> stale(Supplier<Iterator<Vector>> pack) {
        Seq<Entry> unused  = known.entries().reject(waived::containsKey);
        Seq<Entry> unasked = unused.reject(passed::containsKey);
        Seq<Entry> absent  = unasked.isEmpty() ? unasked : absent(unasked, pack.get());
        return unused.filter(passed::containsKey)
            .map(entry -> "%s of the known failures is stale: what it names passed (%d)".formatted(entry.text(), passed.get(entry)))
            .appendAll(absent.map(entry -> "%s of the known failures is stale: the pack has nothing that it names".formatted(entry.text())));
    }

    private static Seq<Entry> absent(Seq<Entry> entries, Iterator<Vector> pack) {
        Seq<Entry> rest = entries;
        while (!rest.isEmpty() && pack.hasNext()) {
            Vector vector = pack.next();
            rest = rest.reject(entry -> entry.names(vector.id(), vector.clauses()));
        }
        return rest;
    }
}
