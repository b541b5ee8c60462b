/// results.jsonl: what a run found, a line for each vector, so that it can be read and judged again.
package vmmref.vectors.report;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Tally;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.Verdict;

/// Every line is on disk before the next vector is judged; a run that is killed leaves whole lines, and so does a disk that is full. The first
/// line says who was judged by what, the last one counts the verdicts; without a last line the run did not end.
public final class ResultsFile implements vmmref.vectors.run.Run.Listener, AutoCloseable {

    /// The file's name within the folder that the user named.
    public static final String NAME = "results.jsonl";

    /// What an earlier run's file in the same folder is renamed to.
    public static final String EARLIER = "results.earlier.jsonl";

    /// What to do where a file of a run cannot be written.
    static final String REMEDY = "name another folder with --out, or make room";

    private static final int FORMAT = 1;

    private final Path file;
    private final Set<String> there;
    private final boolean begun;
    private final WholeLines out;

    ResultsFile(Path file, Set<String> there, boolean begun, WholeLines out) {
        this.file  = file;
        this.there = there;
        this.begun = begun;
        this.out   = out;
    }

    /// What the first line says of a run. `implementation` is what the user asked for, and `options` selected so many vectors.
    public record Run(String pack, Tier tier, Option<String> implementation, Seq<String> options, int selected) { }

    /// Opens the file in a folder, which is made if it is not there; a file of an earlier run is kept as {@link #EARLIER}.
    /// @throws UsageMistake if that cannot be done
    public static ResultsFile in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            if (Files.isRegularFile(file) && Files.size(file) > 0) Files.move(file, folder.resolve(EARLIER), StandardCopyOption.REPLACE_EXISTING);
            return new ResultsFile(file, HashSet.empty(), false, WholeLines.in(file));
        } catch (IOException cannot) {
            throw mistake(file, cannot);
        }
    }

    /// Opens the file of a run that was interrupted, to go on with it: the ids in `there` have their lines already. A last line that was
    /// cut off goes.
    /// @throws UsageMistake if that cannot be done
    public static ResultsFile goingOn(Path file, Set<String> there) {
        try {
            return new ResultsFile(file, there, true, WholeLines.goingOn(file));
        } catch (IOException cannot) {
            throw mistake(file, cannot);
        }
    }

    /// Writes the first line, unless it is there.
    /// @throws UsageMistake if it cannot be written
    public void begin(Run run, Hello hello) {
        if (begun) return;
        ObjectNode first = Json.object().put("format", FORMAT).put("pack", run.pack()).put("tier", run.tier().json());
        run.implementation().forEach(command -> first.put("implementation", command));
        first.set("options", Json.texts(run.options()));
        first.put("selected", run.selected());
        first.set("hello", hello.json());
        ObjectNode line = Json.object();
        line.set("run", first);
        write(line);
    }

    @Override
    public void judged(Judgement judgement) {
        if (!there.contains(judgement.vector().id())) write(line(judgement));
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
        judgement.reply().flatMap(ResultsFile::lost).forEach(lost -> line.set("lost", lost));
        judgement.reply().map(Reply::stderr).filter(said -> !said.isEmpty()).forEach(said -> line.put("stderr", said));
        return line;
    }

    private static Option<ObjectNode> answer(Reply reply) {
        return reply instanceof Reply.Answered answered ? answered.raw().orElse(Option.of(answered.answer().json())) : Option.none();
    }

    private static Option<ObjectNode> lost(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered                  -> Option.none();
            case Reply.Garbled garbled                    -> Option.some(lost(Verdict.ERROR, garbled));
            case Reply.Crashed crashed                    -> Option.some(lost(Verdict.CRASH, crashed));
            case Reply.TimedOut late                      -> Option.some(lost(Verdict.TIMEOUT, late));
            case Reply.Lost lost                          -> Option.some(lost(lost.verdict(), lost));
        };
    }

    private static ObjectNode lost(Verdict verdict, Reply reply) {
        return Json.object().put("verdict", verdict.word()).put("trouble", reply.trouble());
    }

    private void write(ObjectNode line) {
        try {
            out.add(line.toString());
        } catch (IOException cannot) {
            throw mistake(file, cannot);
        }
    }

    private static UsageMistake mistake(Path file, IOException cannot) {
        return Unwritable.mistake(file, cannot, REMEDY);
    }
}
