/// Answers in a file: what a simulator wrote that was given the prompts and ran by itself.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Vector;

/// The first line is a hello, each other one an answer of the adapter protocol with the `id` of the vector instead of a `seq`. A line that
/// breaks the protocol is an error of its vector where it names one; of two answers to one vector the first counts.
public record AnswersFile(Path file, Hello hello, Map<String, Reply> replies, Seq<Breach> breaches) {

    /// Reads a file by the schemas of a pack.
    /// @throws UsageMistake     if it cannot be read
    /// @throws AdapterBreakdown if its first line is no hello
    public static AnswersFile read(Path file, Schemas schemas) {
        return of(file, UserFile.text(file, "write the answers to the prompts of vmmref vectors export --prompts there"), schemas);
    }

    /// {@return the answers in the text of a file}
    static AnswersFile of(Path file, String text, Schemas schemas) {
        Seq<String> lines = List.ofAll(text.lines().toList());
        Hello hello = hello(file, schemas, lines.headOption().getOrElse(""));
        java.util.Map<String, Reply> replies = new LinkedHashMap<>();
        Seq<Breach> breaches = lines.zipWithIndex().drop(1).flatMap(line -> breach(schemas, replies, line._2 + 1, line._1));
        return new AnswersFile(file, hello, io.vavr.collection.LinkedHashMap.ofAll(replies), breaches);
    }

    /// Takes one line, and says what is wrong with it.
    private static Option<Breach> breach(Schemas schemas, java.util.Map<String, Reply> replies, int number, String text) {
        try {
            ObjectNode json = AnswerLine.object(text).json();
            String     id   = Fields.of(json).text("id");
            Reply reply = reply(schemas, number, text, json);
            if (replies.putIfAbsent(id, reply) != null)
                return Option.some(new Breach(number, "$.id", "is \"%s\", which was answered before".formatted(id), "answer each prompt once", text));
            return Option.when(reply instanceof Reply.Garbled, () -> ((Reply.Garbled) reply).breach());
        } catch (FieldMistake mistake) {
            return Option.some(Breach.of(number, text, mistake));
        }
    }

    private static Reply reply(Schemas schemas, int number, String text, ObjectNode json) {
        try {
            return new Reply.Answered(new AnswerLine(number, json.put("seq", number)).answer(schemas), Option.some(json), "");
        } catch (FieldMistake mistake) {
            return new Reply.Garbled(Breach.of(number, text, mistake), "");
        }
    }

    /// {@return the answers, to be judged; a vector without one is an error}
    public Recorded recorded(Seq<String> news) {
        return new Recorded(hello, this::reply, breaches, news);
    }

    private Reply reply(Vector vector) {
        return replies.get(vector.id()).getOrElse(() -> new Reply.Lost(Verdict.ERROR, "has no answer to it in " + file, ""));
    }

    private static Hello hello(Path file, Schemas schemas, String line) {
        try {
            return AnswerLine.hello(schemas, line);
        } catch (FieldMistake mistake) {
            throw new AdapterBreakdown("%s:1: %s %s; the first line is the answer to hello: who answers, which kinds, which parameters; %s"
                .formatted(file, mistake.path(), mistake.problem(), mistake.remedy()));
        }
    }
}
