/// What a run left behind in its folder: who was asked, and what came of each vector.
package vmmref.vectors.report;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Recorded;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.UserFile;
import vmmref.vectors.run.Verdict;

/// `judged` maps an id to its line. `complete` says whether the run ended, or was interrupted.
public record Recording(Path file, ResultsFile.Run run, Hello hello, Map<String, Line> judged, boolean complete) {

    /// What was said of one vector.
    public record Line(String id, Verdict verdict, ObjectNode json) {

        /// {@return what came of asking, if it was asked}
        Option<Reply> reply() {
            String stderr = json.path("stderr").asString("");
            Fields fields = Fields.of(json);
            return fields.optional("answer").<Reply>map(answer -> new Reply.Answered(Answer.of(answer), Option.some(answer.json()), stderr))
                .orElse(() -> fields.optional("lost").map(lost ->
                    new Reply.Lost(lost.word("verdict", Verdict::named, Verdict.values(), Verdict::word), lost.text("trouble"), stderr)));
        }
    }

    /// Reads what a run left.
    /// @param named the folder of the run, or the file in it
    /// @throws UsageMistake if there is no such file, or a line of it is damaged; the last line may be cut off, as in a run that was killed
    public static Recording read(Path named) {
        Path file = Files.isDirectory(named) ? named.resolve(ResultsFile.NAME) : named;
        return of(file, UserFile.text(file, "name the folder that was given to --out"));
    }

    /// {@return what the text of a file says of a run}
    static Recording of(Path file, String text) {
        Seq<String> lines = List.ofAll(text.lines().toList());
        if (lines.isEmpty()) throw new UsageMistake(file + " is empty: the run wrote nothing; run vmmref check --out again");
        try {
            Fields first = Json.fields(lines.head()).child("run");
            Seq<ObjectNode> rest = lines.tail().zipWithIndex((line, index) -> whole(file, index + 2, line, index + 2 == lines.size())).flatMap(line -> line);
            return new Recording(file, run(first), Hello.of(first.child("hello")),
                LinkedHashMap.ofEntries(rest.filter(line -> line.has("id")).zipWithIndex((line, index) -> line(file, index + 2, line)).map(line -> io.vavr.Tuple.of(line.id(), line))),
                rest.exists(line -> line.has("summary")));
        } catch (FieldMistake mistake) {
            throw damaged(file, 1, mistake);
        }
    }

    /// {@return what came of asking about a vector then}
    public Option<Reply> reply(Vector vector) {
        return judged.get(vector.id()).flatMap(Line::reply);
    }

    /// {@return the recorded answers, to be judged again}
    public Recorded again() {
        return Recorded.of(hello, vector -> reply(vector).getOrElse(() ->
            new Reply.Answered(new Answer.Unsupported("the run did not ask it"), Option.none(), "")));
    }

    private static ResultsFile.Run run(Fields first) {
        return new ResultsFile.Run(first.text("pack"), first.word("tier", Tier::named, Tier.values(), Tier::json),
            first.optionalText("implementation"), first.texts("options"), first.integer("selected"));
    }

    private static Option<ObjectNode> whole(Path file, int number, String line, boolean last) {
        try {
            return Option.some(Json.fields(line).json());
        } catch (FieldMistake mistake) {
            if (last) return Option.none();
            throw damaged(file, number, mistake);
        }
    }

    private static Line line(Path file, int number, ObjectNode json) {
        try {
            Fields fields = Fields.of(json);
            Line read = new Line(fields.text("id"), fields.word("verdict", Verdict::named, Verdict.values(), Verdict::word), json);
            read.reply();
            return read;
        } catch (FieldMistake mistake) {
            throw damaged(file, number, mistake);
        }
    }

    private static UsageMistake damaged(Path file, int number, FieldMistake mistake) {
        return new UsageMistake("%s:%d: %s %s; the file is damaged, or no run wrote it".formatted(file, number, mistake.path(), mistake.problem()));
    }
}
