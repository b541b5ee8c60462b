/// results.jsonl: what a run found, a line for each vector, so that it can be read and judged again.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Tally;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.Verdict;

/// Every line is on disk before the next vector is judged; a run that is killed leaves whole lines. The first line says who was judged by
/// what, the last one counts the verdicts; without a last line the run did not end.
public final class ResultsFile implements Run.Listener, AutoCloseable {

    /// The file's name within the folder that the user named.
    public static final String NAME = "results.jsonl";

    private static final int FORMAT = 1;

    private final Path file;
    private final Writer out;

    private ResultsFile(Path file, Writer out) {
        this.file = file;
        this.out  = out;
    }

    /// Opens the file in a folder, which is made if it is not there; an older file is replaced.
    /// @throws UsageMistake if that cannot be done
    public static ResultsFile in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            return new ResultsFile(file, Files.newBufferedWriter(file));
        } catch (IOException cannot) {
            throw mistake(file, cannot);
        }
    }

    /// Writes the first line.
    /// @throws UsageMistake if it cannot be written
    public void begin(String pack, Tier tier, Hello hello) {
        ObjectNode run = Json.object().put("format", FORMAT).put("pack", pack).put("tier", tier.json());
        run.set("hello", hello.json());
        ObjectNode line = Json.object();
        line.set("run", run);
        write(line);
    }

    @Override
    public void judged(Judgement judgement) {
        write(line(judgement));
    }

    /// Writes the last line.
    /// @throws UsageMistake if it cannot be written
    public void end(Tally tally) {
        ObjectNode line = Json.object();
        line.set("summary", verdicts(tally));
        write(line);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException cannot) {
            throw mistake(file, cannot);
        }
    }

    /// {@return all nine verdicts with their counts}
    static ObjectNode verdicts(Tally tally) {
        ObjectNode counts = Json.object();
        List.of(Verdict.values()).forEach(verdict -> counts.put(verdict.word(), tally.count(verdict)));
        return counts;
    }

    /// {@return one judgement as a line holds it}
    public static ObjectNode line(Judgement judgement) {
        ObjectNode line = Json.object().put("id", judgement.vector().id()).put("h", judgement.vector().hash()).put("verdict", judgement.verdict().word());
        if (judgement.verdict().ran()) line.put("frame", judgement.frame());
        judgement.reason().forEach(reason -> line.put("why", reason));
        if (!judgement.differences().isEmpty()) {
            ArrayNode differs = line.putArray("differs");
            judgement.differences().forEach(difference -> differs.add(difference.json()));
        }
        judgement.reply().flatMap(ResultsFile::answer).forEach(answer -> line.set("answer", answer));
        judgement.reply().map(Reply::stderr).filter(said -> !said.isEmpty()).forEach(said -> line.put("stderr", said));
        return line;
    }

    private static Option<ObjectNode> answer(Reply reply) {
        return reply instanceof Reply.Answered answered ? answered.raw().orElse(Option.of(answered.answer().json())) : Option.none();
    }

    private void write(ObjectNode line) {
        try {
            out.write(line.toString());
            out.write('\n');
            out.flush();
        } catch (IOException cannot) {
            throw mistake(file, cannot);
        }
    }

    private static UsageMistake mistake(Path file, IOException cannot) {
        return new UsageMistake("%s cannot be written: %s; name another folder with --out, or make room".formatted(file, reason(cannot)));
    }

    private static String reason(IOException cannot) {
        return switch (cannot) {
            case java.nio.file.AccessDeniedException denied      -> "permission denied";
            case java.nio.file.FileAlreadyExistsException exists -> "there is a file where the folder should be";
            case java.nio.file.FileSystemException system        -> Option.of(system.getReason()).getOrElse(system.getClass().getSimpleName());
            default                                              -> String.valueOf(cannot.getMessage());
        };
    }
}
