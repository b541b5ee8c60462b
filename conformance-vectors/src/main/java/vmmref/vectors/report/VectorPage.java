/// What a person wants to know of one vector.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clauses;
import vmmref.spec.Sentence;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Vector;

/// `flags` is the pack's table of flags: why such cases exist.
public record VectorPage(Fields flags, Ink ink) {

    /// {@return the page of a vector}
    public String text(Vector vector) {
        return "%s   %s\n  %s\n".formatted(ink.strong(vector.id()), vector.level().json(), vector.title())
            + "  in: " + Json.line(vector.in()) + "\n"
            + needs(vector)
            + expected(vector)
            + vector.clauses().map(this::clause).mkString()
            + vector.flags().map(this::flag).mkString()
            + vector.near().map(near -> "  near: %s differs in one field, and another clause decides it\n".formatted(near)).getOrElse("")
            + "  %s\n".formatted(ink.quiet("source %s, frame %s, since %s, %s".formatted(vector.source(), vector.frame(), vector.since(), vector.hash())));
    }

    private static String needs(Vector vector) {
        return vector.needs().conditions().isEmpty() ? ""
            : "  needs: %s\n".formatted(vector.needs().conditions().map(need -> need._1 + " " + need._2).mkString(", "));
    }

    private String expected(Vector vector) {
        Seq<Seq<String>> rows = vector.expect().post().toList()
            .map(place -> List.of(place._1, place._2, vector.expect().by().get(place._1).getOrElse("")));
        return new Columns(List.of("place", "expected", "decided by"),
            rows.prepend(List.of("outcome", vector.expect().outcome().json(), vector.expect().because().getOrElse("")))).text("  ", ink::quiet);
    }

    private String clause(String name) {
        return "  %s: %s\n".formatted(name, Clauses.named(name).map(clause -> Sentence.plain(clause.sentence().text())).getOrElse("unknown to this specification"));
    }

    private String flag(String name) {
        return Option.of(flags.json().get(name)).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
            .map(flag -> "  %s: %s %s\n".formatted(name, flag.path("bug").asString(""), flag.path("effect").asString("")))
            .getOrElse("  %s\n".formatted(name));
    }
}
