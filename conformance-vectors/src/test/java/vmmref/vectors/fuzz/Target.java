/// What reads lines that others wrote.
package vmmref.vectors.fuzz;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.report.Card;
import vmmref.vectors.report.Ink;
import vmmref.vectors.report.Recording;
import vmmref.vectors.report.Repro;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.run.AnswerLine;
import vmmref.vectors.run.AnswersFile;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.KnownFailures;
import vmmref.vectors.run.Reply;
import vmmref.vmm.Vmm;

/// `lines` are right ones; `read` reads one, and throws one of the mistakes that are meant for people if it cannot.
record Target(String name, Seq<String> lines, Reader read) {

    @FunctionalInterface
    interface Reader {
        void read(String line) throws IOException;
    }

    private static final Schemas SCHEMAS = Schemas.of(Path.of("vectors"));
    private static final Vector  THASH   = Examples.thash();
    private static final Judge   JUDGE   = new Judge(Examples.hello(Examples.ITANIUM2), HashMap.empty(), false);
    private static final Card    CARD    = new Card(new Repro(List.of("vmmref", "check")), new Ink(false));
    private static final Kind    RECOGNIZE = Kinds.named("recognize").get();
    private static final Vmm     VMM     = Vmm.reference(Profile.named("itanium2").get());
    private static final String  HELLO   = Json.line(Examples.hello(Examples.ITANIUM2).json());
    private static final String  KNOWN   = "[[known]]\nids = [\"codec/hint/*\"]\nclause = \"HINT_RESERVED\"\nreason = \"why\"\nurl = \"https://example.org\"\n";

    /// {@return every reader of the runner; files that they need are made in a folder}
    static Seq<Target> all(Path folder) {
        Pack pack = Pack.open(Path.of("vectors"));
        Seq<Vector> vectors = pack.vectors(Tier.SMOKE).toList();
        Seq<String> answers = List.of(
            "{\"seq\":7,\"outcome\":\"done\",\"delta\":{\"template\":\"MII;\",\"slot0\":\"thash r8=r32\",\"slot1\":\"nop.i 0x0\",\"slot2\":\"nop.i 0x0\"}}",
            "{\"seq\":7,\"outcome\":\"done\",\"delta\":{\"template\":\"MII;\",\"slot0\":\"ttag r8=r32\",\"slot0.unassigned\":\"nop\",\"slot2\":\"nop.i 0x0\"},\"choice\":{\"walker\":\"aborts\"}}",
            "{\"seq\":7,\"outcome\":\"fault\",\"fault\":{\"kind\":\"data-key-miss\",\"va\":\"0000000000000000\"}}",
            "{\"seq\":7,\"outcome\":\"unsupported\",\"why\":\"only encodes\"}", "{\"seq\":7,\"outcome\":\"error\",\"detail\":\"lost the child\"}", "{\"seq\":7,\"outcome\":\"malformed\"}");
        return List.of(
            new Target("vector", vectors.map(vector -> Json.line(vector.json())), Target::vector),
            new Target("answer", answers, Target::answer),
            new Target("hello", List.of(HELLO), Target::hello),
            new Target("known failures", List.of(KNOWN), line -> KnownFailures.read(written(folder, "known.toml", line))),
            new Target("answers in a file", answers.map(line -> HELLO + "\n" + line.replace("\"seq\":7", "\"id\":\"codec/manual/0001\"") + "\n"),
                text -> AnswersFile.read(written(folder, "answers.jsonl", text), SCHEMAS)),
            new Target("query", queries(), Target::query),
            new Target("kept run", List.of(recording(folder)), text -> Recording.read(written(folder, "results.jsonl", text)).judged().values()
                .forEach(line -> Recording.read(folder.resolve("results.jsonl")).reply(THASH))));
    }

    private static void vector(String line) {
        Fields fields = Json.fields(line);
        SCHEMAS.check(Schemas.Form.VECTOR, fields.json()).forEach(mistake -> Told.people(mistake.text()));
        Vector vector = Vector.of(fields, Bases.none());
        Json.line(vector.json());
        if (JUDGE.unasked(vector).isEmpty()) JUDGE.judge(vector, Examples.done(Examples.thashPlaces()));
        Told.people(CARD.text(JUDGE.judge(vector, new Reply.Crashed("exited with code 1", line))).lines().toList());
    }

    private static Seq<String> queries() {
        return RECOGNIZE.drafts().filter(draft -> draft.typed().isDefined()).map(draft -> Json.line(draft.stimulus().in()));
    }

    /// What can be read can be answered.
    private static void query(String line) {
        Case given = new Case(RECOGNIZE.name(), Needs.none(), Json.fields(line).json());
        RECOGNIZE.unreadable(given).forEach(mistake -> {
            throw mistake;
        });
        RECOGNIZE.expectation(VMM, given);
    }

    private static void answer(String line) {
        AnswerLine answer = AnswerLine.of(line);
        Judgement judgement = JUDGE.judge(THASH, new Reply.Answered(answer.answer(SCHEMAS), Option.some(answer.json()), line));
        Told.people(CARD.text(judgement).lines().toList());
        JsonNode kept = Json.parse(ResultsFile.line(judgement).toString());
        SCHEMAS.check(Schemas.Form.RESULTS, kept).forEach(mistake -> {
            throw new AssertionError("results.jsonl would hold a line that breaks its schema: " + mistake.text() + " in " + kept);
        });
    }

    private static void hello(String line) {
        Hello hello = AnswerLine.hello(SCHEMAS, line);
        new Judge(hello, HashMap.empty(), false).unasked(THASH);
        Json.line(hello.json());
    }

    private static String recording(Path folder) {
        Map<String, Reply> replies = HashMap.of("answered", Examples.done(Examples.thashPlaces()), "crashed", new Reply.Crashed("exited with code 1", "last words"));
        try (ResultsFile results = ResultsFile.in(folder)) {
            results.begin(new ResultsFile.Run("0.1.0", Tier.CORE, Option.some("./myemu"), List.of("-k", "codec/*"), 7), Examples.hello(Examples.ITANIUM2));
            replies.values().forEach(reply -> results.judged(JUDGE.judge(THASH, reply)));
        }
        return text(folder.resolve(ResultsFile.NAME));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// As an adapter's bytes would be: half a surrogate pair becomes a question mark.
    private static Path written(Path folder, String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
