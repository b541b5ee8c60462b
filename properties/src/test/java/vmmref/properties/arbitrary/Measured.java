package vmmref.properties.arbitrary;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;

/// How often each answer to a question came up.
///
/// @param counts in the order of the answers
/// @param total  of what the shares are
record Measured(Classifier<?> classifier, Map<String, Integer> counts, int total) {

    /// Counts the answers to a question as values come.
    static final class Counter<T> {
        private final Classifier<T> classifier;
        private final java.util.Map<String, Integer> counts = new java.util.LinkedHashMap<>();
        private int values;
        private int parts;

        Counter(Classifier<T> classifier) {
            this.classifier = classifier;
            classifier.answers().forEach(answer -> counts.put(answer, 0));
        }

        void count(T value) {
            for (String answer : classifier.asked().apply(value)) {
                if (counts.computeIfPresent(answer, (known, count) -> count + 1) == null) throw new AssertionError(classifier.question() + ": " + answer);
                parts++;
            }
            values++;
        }

        Measured measured() {
            return new Measured(classifier, LinkedHashMap.ofAll(counts), classifier.kind() == Classifier.Kind.PARTS ? parts : values);
        }
    }

    /// {@return the share of an answer, in percent}
    double share(String answer) {
        return 100.0 * counts.get(answer).getOrElseThrow(() -> new AssertionError(classifier.question() + " has no answer " + answer)) / total;
    }

    /// {@return a table of Markdown with one column for each answer, or where they are too many for the two extremes}
    String table() {
        Seq<String> answers = counts.keySet().toVector();
        if (classifier.kind() != Classifier.Kind.WIDE) return table(answers, answers.map(this::percent));
        Tuple2<String, Integer> least = counts.toVector().minBy(Tuple2::_2).get();
        Tuple2<String, Integer> most  = counts.toVector().maxBy(Tuple2::_2).get();
        return table(Vector.of("come up", "the least", "the most"),
            Vector.of(counts.values().count(count -> count > 0) + " of " + counts.size(), percent(least._1) + ": " + least._1, percent(most._1) + ": " + most._1));
    }

    private String table(Seq<String> headings, Seq<String> cells) {
        return "| " + classifier.question() + " | " + headings.mkString(" | ") + " |\n|---|" + headings.map(each -> "---:|").mkString() + "\n| % | " + cells.mkString(" | ") + " |\n";
    }

    private String percent(String answer) {
        return String.format(Locale.ROOT, "%.1f", share(answer));
    }
}
