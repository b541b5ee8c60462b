/// What a person wants to know of one clause.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clause;
import vmmref.spec.Formal;
import vmmref.spec.Proof;
import vmmref.spec.Sentence;
import vmmref.spec.Tie;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

/// `rules` and `properties` are methods; `proofs` are theorems, each with the method that it is about; `vectors` counts the vectors of the pack that are about the clause, by source.
public record ClausePage(Sentence sentence, Seq<String> rules, Seq<String> properties, Seq<Proof> proofs, Map<String, Integer> vectors, Seq<String> examples) {

    private static final int EXAMPLES = 3;

    /// {@return the page of a clause}
    public static ClausePage of(Clause clause, Pack pack) {
        List<Vector> about = pack.vectors(Tier.FULL).filter(vector -> vector.clauses().contains(clause.name())).toList();
        return new ClausePage(clause.sentence(), TiedMethods.of(clause, Tie.Kind.RULE), TiedMethods.of(clause, Tie.Kind.CHECKS), Proof.of(clause),
            TreeMap.ofEntries(about.groupBy(Vector::source).mapValues(List::size)),
            about.filter(vector -> vector.expect().clauses().headOption().contains(clause.name())).appendAll(about).map(Vector::id).distinct().take(EXAMPLES));
    }

    /// {@return the page for a person}
    public String text(Ink ink) {
        return "%s   %s   %s\n".formatted(ink.strong(sentence.name()), level(), sentence.title())
            + "  %s\n".formatted(Sentence.plain(sentence.text()))
            + "  source      %s\n".formatted(Sentence.plain(sentence.source()))
            + "  formal      %s\n".formatted(formal())
            + "  rule        %s\n".formatted(listed(rules))
            + "  properties  %s\n".formatted(listed(properties))
            + "  proofs      %s\n".formatted(proofs.isEmpty() ? "none" : "%d for all inputs, such as %s".formatted(proofs.size(),
                proofs.take(EXAMPLES).map(proof -> "%s of %s".formatted(proof.theorem(), proof.method())).mkString(", ")))
            + "  vectors     %s\n".formatted(vectors.isEmpty() ? "none" : "%,d (%s), such as %s".formatted(vectors.values().sum().intValue(),
                vectors.map(source -> "%s %,d".formatted(source._1, source._2)).mkString(", "), examples.mkString(", ")))
            + ink.quiet("  read on     spec/%s".formatted(sentence.anchor())) + "\n";
    }

    /// {@return the page as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("clause", sentence.name()).put("level", level()).put("title", sentence.title()).put("sentence", sentence.text())
            .put("source", sentence.source()).put("formal", formal()).put("digest", sentence.digest()).put("anchor", sentence.anchor());
        json.set("rules", Json.texts(rules));
        json.set("properties", Json.texts(properties));
        ArrayNode proved = json.putArray("proofs");
        proofs.forEach(proof -> proved.addObject().put("theorem", proof.theorem()).put("method", proof.method()).put("domain", proof.domain()));
        ObjectNode counts = json.putObject("vectors");
        vectors.forEach((source, count) -> counts.put(source, count));
        return json;
    }

    private String level() {
        return sentence.level().name().toLowerCase(Locale.ROOT);
    }

    private String formal() {
        return switch (sentence.formal()) {
            case Formal.Law(String property)  -> "law " + property;
            case Formal.Alloy(String check)   -> "alloy " + check;
            case Formal.Smt(String file)      -> "smt " + file;
            case Formal.None(String reason)   -> "none: " + reason;
        };
    }

    private static String listed(Seq<String> methods) {
        return methods.isEmpty() ? "none" : methods.mkString(", ");
    }
}
