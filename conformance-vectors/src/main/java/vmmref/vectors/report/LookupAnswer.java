/// What comes of an operation, and what may come of it elsewhere, in words.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.spec.References;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.xlate.Story;

/// `others` are the answers of implementations that take other freedoms.
record LookupAnswer(Operation operation, Expectation answer, Seq<Expectation> others) {

    private static final int WIDTH = 76;

    /// {@return the answer to the one operation of a page}
    static LookupAnswer of(LookupPage page) {
        Story alone = new Story(page.machine(), page.memory(), List.of(page.operation()));
        Expectation answer = alone.under(page.rules(), page.choice());
        return new LookupAnswer(page.operation(), answer, alone.expectation(page.rules()).alternatives().reject(other -> same(other, answer)));
    }

    private static boolean same(Expectation one, Expectation other) {
        return one.outcome() == other.outcome() && one.places().equals(other.places());
    }

    /// {@return the name of the clause that decided}
    String because() {
        return answer.because().get();
    }

    boolean isFault() {
        return answer.outcome() == Outcome.FAULT;
    }

    /// {@return the answer as one line; a `whole` one quotes the clause that decided}
    String text(Ink ink, boolean whole) {
        return "  %s   by %s\n".formatted(ink.strong("it " + words(answer)), answer.clauses().mkString(", "))
            + (whole ? lines("    ", "    ", because() + ": " + new NamedClause(because()).sentence(), ink::quiet) : "")
            + others.filter(other -> answer.outcome() != Outcome.UNSPECIFIED).map(this::other).mkString();
    }

    /// What is unspecified has no alternatives worth telling.
    private String other(Expectation other) {
        return lines("  ", "     ", "or it %s where %s, by %s".formatted(words(other), other.choice().map(way -> way._1 + " is " + way._2).mkString(" and "),
            other.clauses().mkString(", ")), line -> line);
    }

    private static String lines(String first, String others, String text, UnaryOperator<String> ink) {
        return LookupWords.wrapped(text, WIDTH - others.length()).zipWithIndex((line, index) -> (index == 0 ? first : others) + ink.apply(line) + "\n").mkString();
    }

    private String words(Expectation expect) {
        return switch (expect.outcome()) {
            case FAULT       -> "faults: " + expect.fault().get("kind").get();
            case ABORT       -> "ends in a machine check";
            case UNSPECIFIED -> "may do anything";
            default          -> done(expect);
        };
    }

    private String done(Expectation expect) {
        return expect.post().get("pa").map(pa -> "goes to %s, %s".formatted(pa, expect.post().get("ma").get()))
            .orElse(expect.post().get("r1").map("answers %s"::formatted))
            .orElse(expect.post().get("r1.nat").map(nat -> "is deferred: its target becomes NaT"))
            .getOrElse(operation instanceof Instruction ? "is done" : expect.because().contains(References.PREFETCH_DROPPED.name()) ? "is dropped" : "raises no fault");
    }

    /// {@return the memory attribute of what is reached; empty if nothing is}
    String attribute() {
        return answer.post().get("ma").getOrElse("");
    }

    /// {@return the answer in few words}
    String end() {
        return switch (answer.outcome()) {
            case FAULT       -> "╳ " + answer.fault().get("kind").get();
            case UNSPECIFIED -> "? anything may happen";
            default          -> answer.post().get("pa").map(pa -> "pa %s, %s".formatted(pa, answer.post().get("ma").get()))
                .orElse(answer.post().get("r1").map("r1 %s"::formatted))
                .orElse(answer.post().get("r1.nat").map(nat -> "r1 NaT"))
                .getOrElse(answer.because().contains(References.PREFETCH_DROPPED.name()) ? "╳ dropped" : "no fault");
        };
    }

    /// {@return the answer as vectors expect it}
    ObjectNode json() {
        return answer.json();
    }

    /// {@return the others as an array}
    ArrayNode othersJson() {
        ArrayNode array = Json.object().putArray("others");
        others.forEach(other -> array.add(other.json()));
        return array;
    }
}
