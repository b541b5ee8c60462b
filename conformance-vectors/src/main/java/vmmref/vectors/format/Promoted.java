package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Finds of campaigns that were given a place among the vectors.
///
/// Each is a line of `found.jsonl`, as `vmmref campaign promote` prints it: kind, title, needs, stimulus and expectation of a vector, and the finding that it comes from.
public final class Promoted {
    private static final String FILE = "found.jsonl";
    private static final String SOURCE = "campaign";
    private static final String TOPIC = "found";

    private Promoted() { }

    /// {@return the cases of a kind, whose stimuli name some bases}
    /// @throws FieldMistake if a line is malformed; it names the line
    public static Seq<Draft> drafts(String kind, Seq<Base> bases) {
        return drafts(text(), kind, bases);
    }

    static Seq<Draft> drafts(String lines, String kind, Seq<Base> bases) {
        return List.ofAll(lines.lines().toList()).zipWithIndex().reject(line -> line._1.isBlank()).flatMap(line -> draft(line._1, line._2 + 1, kind, bases));
    }

    private static Option<Draft> draft(String line, int number, String kind, Seq<Base> bases) {
        try {
            Fields fields = Json.fields(line);
            String its = fields.word("kind", Kinds::named, Kinds.all().toJavaArray(Kind[]::new), Kind::name).name();
            return Option.when(its.equals(kind), () -> draft(fields, bases));
        } catch (FieldMistake mistake) {
            throw new FieldMistake("%s:%d: %s".formatted(FILE, number, mistake.path()), mistake.problem(), mistake.remedy());
        }
    }

    private static Draft draft(Fields fields, Seq<Base> bases) {
        Expectation expected = Expectation.of(fields.child("expect"));
        return new Draft(TOPIC, Tier.CORE, expected.outcome() == Outcome.UNSPECIFIED ? Level.UNSPECIFIED : Level.MUST, fields.text("title"), List.empty(), Needs.of(fields.child("needs")),
            Stimulus.of(fields, bases.foldLeft(Bases.none(), Bases::with)), Option.some(expected), SOURCE, Option.none());
    }

    private static String text() {
        try (InputStream in = Promoted.class.getResourceAsStream("/vmmref/vectors/campaign/found.jsonl")) {
            if (in == null) throw new IllegalStateException("found.jsonl is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("found.jsonl cannot be read", broken);
        }
    }
}
