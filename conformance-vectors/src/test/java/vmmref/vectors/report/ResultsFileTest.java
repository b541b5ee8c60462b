/// results.jsonl follows its schema, and says clearly when it cannot be written.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Tally;
import vmmref.vectors.run.UsageMistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ResultsFileTest {

    private static final List<Reply> REPLIES = List.of(
        Examples.done(Examples.thashPlaces()),
        Examples.done(Examples.thashPlaces().put("slot0", "ttag r8=r32").put("slot0.unassigned", "nop")),
        Examples.done(Examples.thashPlaces().remove("slot2")),
        new Reply.Crashed("exited with code 1", "last words\n"),
        new Reply.TimedOut(300, false, ""),
        new Reply.Garbled(new Breach(3, "$.seq", "is missing", "copy it", "{}"), ""),
        Examples.answered(new Answer.Unsupported("only encodes")));

    private static ResultsFile.Run run(Tier tier) {
        return new ResultsFile.Run("0.1.0", tier, Option.some("./myemu"), List.of("-k", "codec/*"), 7);
    }

    @Test @DisplayName("every line follows the schema: the first, each verdict, the last")
    void schema(@TempDir Path folder) throws IOException {
        Tally tally = new Tally();
        Judge judge = new Judge(Examples.hello(Examples.ITANIUM2), HashMap.empty(), false);
        try (ResultsFile results = ResultsFile.in(folder.resolve("a/b"))) {
            results.begin(run(Tier.CORE), Examples.hello(Examples.ITANIUM2));
            REPLIES.map(reply -> judge.judge(Examples.thash(), reply)).forEach(judgement -> {
                results.judged(judgement);
                tally.judged(judgement);
            });
            results.end(tally);
        }
        Schemas schemas = Schemas.of(Path.of("vectors"));
        List<JsonNode> lines = List.ofAll(Files.readAllLines(folder.resolve("a/b/results.jsonl"))).map(Json::parse);
        assertEquals(List.empty(), lines.flatMap(line -> schemas.check(Schemas.Form.RESULTS, line).map(mistake -> mistake.text() + " in " + line)));
        assertEquals(List.of("pass", "fail", "error", "crash", "timeout", "error", "unsupported"), lines.init().tail().map(line -> line.get("verdict").asString()));
        assertEquals("{\"pass\":1,\"fail\":1,\"error\":2,\"crash\":1,\"timeout\":1,\"unsupported\":1,\"inexpressible\":0,\"waived\":0,\"revoked\":0}",
            lines.last().get("summary").toString());
        assertEquals("last words\n", lines.get(4).get("stderr").asString());
        assertEquals("ttag r8=r32", lines.get(2).get("answer").get("delta").get("slot0").asString());
    }

    @Test @DisplayName("a line is there before the file is closed")
    void flushed(@TempDir Path folder) throws IOException {
        try (ResultsFile results = ResultsFile.in(folder)) {
            results.begin(run(Tier.SMOKE), Examples.hello(Examples.ITANIUM2));
            assertEquals(1, Files.readAllLines(folder.resolve(ResultsFile.NAME)).size());
        }
    }

    @Test @DisplayName("a folder that cannot be made is a clear message")
    void noFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String said = assertThrows(UsageMistake.class, () -> ResultsFile.in(file.resolve("below"))).getMessage();
        assertTrue(said.contains("cannot be written") && said.contains("--out"), said);
    }

    @Test @DisplayName("a full disk is a clear message")
    void fullDisk(@TempDir Path folder) throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve(ResultsFile.NAME), Path.of("/dev/full"));
        ResultsFile results = ResultsFile.in(folder);
        String said = assertThrows(UsageMistake.class, () -> results.begin(run(Tier.SMOKE), Examples.hello(Examples.ITANIUM2))).getMessage();
        assertTrue(said.contains("No space left on device"), said);
        Files.delete(full);
    }
}
