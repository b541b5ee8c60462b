/// What a person wants to know of one vector.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Vector;

public record VectorPage(Flags flags, Ink ink) {

    /// {@return the page of a vector}
    public String text(Vector vector) {
        return "%s   %s\n  %s\n".formatted(ink.strong(vector.id()), vector.level().json(), vector.title())
            + Asked.lines(vector.stimulus())
            + needs(vector)
            + expected(vector.expect().alternatives())
            + vector.clauses().map(name -> "  %s: %s\n".formatted(name, new NamedClause(name).sentence())).mkString()
            + vector.flags().map(name -> "  " + flags.named(name).text() + "\n").mkString()
            + vector.near().map(near -> "  near: %s differs in one field, and another clause decides it\n".formatted(near)).getOrElse("")
            + "  %s\n".formatted(ink.quiet("source %s, frame %s, since %s, %s".formatted(vector.source(), vector.frame(), vector.since(), vector.hash())));
    }

    private static String needs(Vector vector) {
        return vector.needs().conditions().isEmpty() ? ""
            : "  needs: %s\n".formatted(vector.needs().conditions().map(need -> need._1 + " " + need._2).mkString(", "));
    }

    private String expected(Seq<Expectation> alternatives) {
        if (alternatives.size() == 1) return table(alternatives.head());
        return alternatives.zipWithIndex().map(each -> "  alternative %d of %d%s\n".formatted(each._2 + 1, alternatives.size(),
            each._1.choice().map(choice -> ", %s %s".formatted(choice._1, choice._2)).mkString()) + table(each._1)).mkString();
    }

    private String table(Expectation expect) {
        Seq<Seq<String>> rows = expect.places().toList().map(place -> List.of(place._1,
            place._2 + expect.mask().get(place._1).map(" (mask %s)"::formatted).getOrElse(""), expect.by().get(place._1).getOrElse("")));
        return new Columns(List.of("place", "expected", "decided by"),
            rows.prepend(List.of("outcome", expect.outcome().json(), expect.because().getOrElse("")))).text("  ", ink::quiet);
    }
}
