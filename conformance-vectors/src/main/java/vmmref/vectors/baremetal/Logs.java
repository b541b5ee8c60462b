package vmmref.vectors.baremetal;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.run.Recorded;
import vmmref.vectors.run.Release;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.UserFile;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.Verdict;

/// Logs in files, and the images that wrote them.
///
/// @param images  their folder
/// @param replies what came of each vector
/// @param news    what is wrong with files, a sentence each
public record Logs(ImageFolder images, Map<String, Reply> replies, Seq<String> news) {

    /// Reads dumps of memory, in any order.
    ///
    /// @param paths files, or folders of which every file is one
    /// @throws UsageMistake if one is not there or cannot be read, or none is a log of one of the images
    public static Logs read(Seq<Path> paths, ImageFolder images) {
        Seq<Path> files = paths.flatMap(Logs::files);
        if (files.isEmpty()) throw new UsageMistake("%s is an empty folder: dump the logs of the images there".formatted(paths.head()));
        Map<Long, Sheet> known = HashMap.ofEntries(images.sheets().map(sheet -> Tuple.of(sheet.image().number(), sheet)));
        Map<Sheet, Dump> dumps = LinkedHashMap.empty();
        Vector<String> news = Vector.empty();
        for (Path file : files) {
            byte[] bytes = UserFile.bytes(file, "name a dump of memory, from the start of the log on");
            Either<String, Sheet> sheet = Log.image(bytes).flatMap(number -> known.get(number).toEither("is the log of image %s, which is none of %s".formatted(Bits.hexadecimal(number), images.folder())));
            if (sheet.isLeft()) news = news.append(file + " " + sheet.getLeft());
            else if (dumps.containsKey(sheet.get())) news = news.append("%s is another log of %s.elf, and the first is judged".formatted(file, sheet.get().name()));
            else dumps = dumps.put(sheet.get(), new Dump(file, bytes));
        }
        if (dumps.isEmpty()) throw new UsageMistake(news.mkString("\n"));
        Map<Sheet, Dump> found = dumps;
        Map<String, Reply> replies = images.sheets().foldLeft(LinkedHashMap.empty(), (all, sheet) -> found.get(sheet)
            .map(dump -> replies(dump, sheet)).getOrElse(() -> lost(sheet)).foldLeft(all, (map, reply) -> map.put(reply._1, reply._2)));
        return new Logs(images, replies, news.appendAll(unfinished(dumps)));
    }

    private record Dump(Path file, byte[] bytes) { }

    private static Seq<Path> files(Path path) {
        if (!Files.exists(path)) throw new UsageMistake("%s is not there: name a dump of memory, or a folder of them".formatted(path));
        if (!Files.isDirectory(path)) return List.of(path);
        try (var files = Files.list(path)) {
            return List.ofAll(files.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Seq<String> unfinished(Map<Sheet, Dump> dumps) {
        return dumps.toVector().flatMap(dump -> Log.of(dump._2.bytes, dump._1.image()).toOption().filter(log -> !log.ended())
            .map(log -> "%s is not finished: %d of %d cases of %s.elf are over".formatted(dump._2.file, Math.min(log.finished(), dump._1.cases().size()), dump._1.cases().size(), dump._1.name())));
    }

    private static Seq<Tuple2<String, Reply>> replies(Dump dump, Sheet sheet) {
        return sheet.cases().map(ImageCase::id).zip(Log.of(dump.bytes, sheet.image()).get().outcomes(sheet)).map(each -> Tuple.of(each._1, reply(dump.file, each._2)));
    }

    private static Reply reply(Path file, Log.Outcome outcome) {
        return switch (outcome) {
            case Log.Outcome.Answered(Answer answer) -> new Reply.Answered(answer, Option.none(), "");
            case Log.Outcome.Missing(String why)     -> new Reply.Lost(Verdict.ERROR, "has no answer: %s %s".formatted(file, why), "");
        };
    }

    private static Seq<Tuple2<String, Reply>> lost(Sheet sheet) {
        return sheet.cases().map(each -> Tuple.of(each.id(), new Reply.Lost(Verdict.ERROR, "has no answer: no file is a log of %s.elf".formatted(sheet.name()), "")));
    }

    /// {@return the answers, to be judged}
    public Recorded recorded() {
        Map<String, String> reasons = images.reasons();
        Hello hello = hello("logs of " + images.folder(), new Parameters(images.profile().parameters()), 1, Hello.DEFAULT_TIMEOUT_MILLIS);
        return new Recorded(hello, vector -> replies.get(vector.id()).getOrElse(() -> reasons.get(vector.id())
            .<Reply>map(why -> new Reply.Answered(new Answer.Unsupported("no image executes it: " + why), Option.none(), ""))
            .getOrElse(() -> new Reply.Lost(Verdict.ERROR, "was not asked: %s has no such case".formatted(images.folder()), ""))), List.empty(), news);
    }

    /// {@return how one who executes images introduces itself}
    static Hello hello(String name, Parameters parameters, int window, int millis) {
        return new Hello(Hello.PROTOCOL, new Hello.Impl(name, Release.version(), "IA-64", Option.none()), Expressing.KINDS, parameters, "delta", Option.none(), window, millis);
    }
}
