/// Vectors that went wrong for one cause, as far as it can be told from outside.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clauses;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Verdict;

/// The `number`th of a run's clusters, which are counted from 1. `clauses` decided what went wrong, the most frequent first; with a `reason`,
/// the clause that the vectors are about, if they have one in common. `examples` are the simplest of its `cases`; `ids` names those that a
/// report may list, and `unlisted` counts the others.
public record Cluster(int number, int of, Verdict verdict, int cases, String reason, Seq<String> clauses, Seq<Trait> traits,
                      Seq<Exhibit> examples, Seq<String> ids, int unlisted) {

    private static final int NAMED = 3;
    private static final int WAYS  = 2;

    /// {@return where it stands among the others}
    public String place() {
        return "cluster %d of %d: %s".formatted(number, of, size());
    }

    /// {@return how many cases it has, in words}
    public String size() {
        return cases == 1 ? "1 case" : "%,d cases".formatted(cases);
    }

    /// {@return what goes wrong and what decides it, in a sentence without a full stop}
    public String sentence() {
        return reason.isEmpty() ? ways() + deciding() : reason + about();
    }

    /// {@return the cluster as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("cases", cases).put("verdict", verdict.word());
        json.set("clauses", Json.texts(clauses));
        json.put("sentence", sentence());
        ArrayNode ways = json.putArray("ways");
        traits.forEach(trait -> {
            ObjectNode way = Json.object().put("text", trait.words()).put("cases", trait.cases());
            ObjectNode patterns = way.putObject("patterns");
            trait.patterns().forEach(pattern -> patterns.put(pattern._1, pattern._2));
            ways.add(way);
        });
        json.set("examples", Json.texts(examples.map(Exhibit::id)));
        return json;
    }

    private String ways() {
        if (traits.isEmpty()) return "another answer than expected";
        String rest = traits.size() > WAYS ? ", or is wrong in %,d other ways".formatted(traits.size() - WAYS) : "";
        return traits.take(WAYS).map(Trait::words).mkString(", or ") + rest;
    }

    private String deciding() {
        return switch (clauses.size()) {
            case 0  -> "";
            case 1  -> "; decided by " + clauses.head() + title();
            default -> "; decided by %,d clauses, most often %s".formatted(clauses.size(), clauses.take(NAMED).mkString(", "));
        };
    }

    private String about() {
        return clauses.headOption().map(clause -> "; most of these vectors are about " + clause + title()).getOrElse("");
    }

    private String title() {
        return clauses.headOption().flatMap(name -> Option.of(name).flatMap(Clauses::named)).map(clause -> " (" + clause.sentence().title() + ")").getOrElse("");
    }
}
