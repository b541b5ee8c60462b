/// The failures that show one symptom: how many, in which ways, and the simplest of them.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.Comparator;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;

/// What is kept does not grow with the number of failures, the ids excepted, of which whoever adds says how many are kept.
final class Sightings {

    /// How many examples are kept.
    static final int EXAMPLES = 3;
    /// How many ways are told apart.
    static final int WAYS = 64;

    /// A failure that may be shown; what is smaller is simpler.
    record Ranked(boolean beyondSmoke, int length, Exhibit exhibit) implements Comparable<Ranked> {

        private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::beyondSmoke).thenComparingInt(Ranked::length)
            .thenComparing(ranked -> ranked.exhibit().id());

        static Ranked of(Judgement judgement, boolean smoke) {
            Exhibit exhibit = Exhibit.of(judgement);
            return new Ranked(!smoke, exhibit.length(), exhibit);
        }

        @Override
        public int compareTo(Ranked other) {
            return ORDER.compare(this, other);
        }
    }

    private int cases;
    private Map<String, Counts<Contrast>> contrasts = HashMap.empty();
    private final Counts<String> about = new Counts<>(WAYS);
    private List<Ranked> examples = List.empty();
    private List<String> ids = List.empty();

    /// Counts a failure; `listed` says whether its id is kept.
    void add(Judgement judgement, boolean smoke, boolean listed) {
        cases++;
        judgement.decidedBy().forEach(clause -> count(judgement, clause));
        judgement.vector().clauses().forEach(about::add);
        examples = examples.append(Ranked.of(judgement, smoke)).sorted().take(EXAMPLES);
        if (listed) ids = ids.prepend(judgement.vector().id());
    }

    private void count(Judgement judgement, String clause) {
        judgement.differences().find(difference -> difference.clauses().contains(clause)).forEach((Difference difference) -> {
            if (!contrasts.containsKey(clause)) contrasts = contrasts.put(clause, new Counts<>(WAYS));
            contrasts.get(clause).get().add(Contrast.of(judgement, difference, clause));
        });
    }

    int cases() {
        return cases;
    }

    /// {@return the ways in which a place differs that a clause decided}
    Counts<Contrast> contrasts(String clause) {
        return contrasts.get(clause).getOrElse(() -> new Counts<>(WAYS));
    }

    /// {@return the clauses that the vectors are about, and how many are about each}
    Counts<String> about() {
        return about;
    }

    /// {@return the simplest, the simplest first}
    Seq<Ranked> examples() {
        return examples;
    }

    Seq<String> ids() {
        return ids.reverse();
    }
}
