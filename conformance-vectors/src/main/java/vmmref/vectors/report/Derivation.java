/// How an expectation follows from clauses, place by place.
package vmmref.vectors.report;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Difference;

/// The outcome comes first; then each place, and the parts of it that clauses of their own decided. Of several alternatives one follows the
/// other, and what was chosen stands beside the outcome.
record Derivation(Seq<Line> lines) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// A place or a part of one, its value, and the clause that decided it; a part's value may not be known, and an independent source may name no clause.
    record Line(String place, Option<String> value, Option<NamedClause> clause) { }

    /// {@return the derivation of an expectation; `parts` says what the values of parts are, where that is known}
    static Derivation of(Expectation expect, Map<String, String> parts) {
        return new Derivation(expect.alternatives().flatMap(each -> lines(each, parts)));
    }

    /// {@return a place whose numbers sort as numbers: the tenth event comes after the ninth}
    private static String inOrder(String place) {
        return NUMBER.matcher(place).replaceAll(found -> StringUtils.leftPad(found.group(), 4, '0'));
    }

    private static Seq<Line> lines(Expectation alone, Map<String, String> parts) {
        Map<String, String> values = alone.places();
        Seq<Line> places = HashSet.ofAll(values.keySet()).addAll(alone.by().keySet()).toList().sortBy(Derivation::inOrder)
            .map(place -> new Line(place, values.get(place).orElse(parts.get(place)), alone.by().get(place).map(NamedClause::new)));
        String outcome = alone.outcome().json() + alone.choice().map(choice -> " where %s is %s".formatted(choice._1, choice._2)).mkString(" and");
        return places.prepend(new Line(Difference.OUTCOME, Option.some(outcome), alone.because().map(NamedClause::new)));
    }

    /// {@return the derivation for a person: each sentence where its clause is first named}
    String text(Ink ink) {
        return lines.zipWithIndex().map(line -> {
            Set<NamedClause> said = HashSet.ofAll(lines.take(line._2).flatMap(Line::clause));
            return heading(line._1) + line._1.clause().filter(clause -> !said.contains(clause)).map(clause -> "    " + ink.quiet(clause.sentence()) + "\n").getOrElse("");
        }).mkString();
    }

    private static String heading(Line line) {
        return "  %s%s%s\n".formatted(line.place(), line.value().map(value -> " = " + value).getOrElse(""),
            line.clause().map(clause -> ", by " + clause.name()).getOrElse(", as the source says"));
    }

    /// {@return the derivation as an array}
    ArrayNode json() {
        ArrayNode array = Json.object().putArray("derivation");
        lines.forEach(line -> {
            ObjectNode json = Json.object().put("place", line.place());
            line.value().forEach(value -> json.put("value", value));
            line.clause().forEach(clause -> json.put("clause", clause.name()).put("sentence", clause.sentence()));
            array.add(json);
        });
        return array;
    }

    /// {@return every clause that is named, once}
    Seq<NamedClause> clauses() {
        return List.ofAll(lines).flatMap(Line::clause).distinct();
    }
}
