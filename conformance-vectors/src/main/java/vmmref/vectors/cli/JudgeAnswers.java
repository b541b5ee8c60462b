/// `vmmref judge`: judges answers in a file.
package vmmref.vectors.cli;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.vectors.baremetal.ImageFolder;
import vmmref.vectors.baremetal.Logs;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.report.Repro;
import vmmref.vectors.run.AnswersFile;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "judge",
    header = "Judge answers in a file, of a simulator that ran by itself.",
    description = {"", "vmmref vectors export --prompts writes the cases; the simulator writes a file of JSON Lines: first what an adapter answers to hello, then an answer a line",
        "with the id of the prompt, {\"id\":\"codec/template/0001\",\"outcome\":\"malformed\"}.",
        "With --log, the answers are what programs of vmmref vectors export --elf wrote into memory.",
        "With a selection, a selected vector without an answer is an error; without one, what is answered is judged.", ""},
    footer = {"", "Examples:", "  vmmref vectors export --prompts -t core -o prompts.jsonl", "  ./simulate < prompts.jsonl > answers.jsonl",
        "  vmmref judge answers.jsonl -t core", "  vmmref judge --log dumps --elf images"})
final class JudgeAnswers implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The answers.")
    private Path file;

    @picocli.CommandLine.Option(names = "--log", paramLabel = "FILE", description = "A dump of the log that a program of vmmref vectors export --elf left in memory, or a folder of such. May be repeated.")
    private java.util.List<Path> logs = new ArrayList<>();

    @picocli.CommandLine.Option(names = "--elf", paramLabel = "DIR", description = "With --log: the folder of the programs.")
    private Path images;

    @Mixin
    private Selection selection;

    @Mixin
    private Strictness strictness;

    @Mixin
    private Output output;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        if (file == null == logs.isEmpty()) throw new UsageMistake(file == null ? "nothing is named to judge: name a file of answers, or --log FILE --elf DIR" : "name a file of answers or logs, not both");
        if (images == null != logs.isEmpty()) throw new UsageMistake(images == null ? "--log needs --elf DIR, the folder of the programs that wrote the logs" : "--elf goes with --log FILE, a dump of memory");
        Pack pack = folder.pack();
        return file == null ? logged(pack) : answered(pack);
    }

    private int answered(Pack pack) {
        AnswersFile answers = AnswersFile.read(file, Schemas.of(pack.folder()));
        Selection.Selected selected = selection.unnamed() ? answered(pack, answers) : selection.of(pack);
        Subject subject = new Subject(Option.none(), "nobody: the answers are those of " + file, new Repro(Subject.words().append("judge").append(file.toString())));
        return new Trial(spec, pack, selected, subject, strictness, output).run(() -> answers.recorded(news(pack, answers, selected)));
    }

    private int logged(Pack pack) {
        Logs read = Logs.read(List.ofAll(logs), ImageFolder.read(images, pack));
        Selection.Selected selected = selection.unnamed() ? named(read.images().ids().map(id -> read.images().vectors().get(id).get())) : selection.of(pack);
        Seq<String> words = Subject.words().append("judge").appendAll(List.ofAll(logs).flatMap(log -> List.of("--log", log.toString()))).appendAll(List.of("--elf", images.toString()));
        Subject subject = new Subject(Option.none(), "nobody: the answers are those of logs", new Repro(words));
        return new Trial(spec, pack, selected, subject, strictness, output).run(read::recorded);
    }

    private static Selection.Selected named(Seq<Vector> vectors) {
        return new Selection.Selected(Tier.FULL, vectors.size(), vectors.iterator(), List.of("--tier", Tier.FULL.json()));
    }

    /// What the file answers, and the options that select it again: none, if it is a tier.
    private static Selection.Selected answered(Pack pack, AnswersFile answers) {
        Seq<Vector> vectors = pack.vectors(Tier.FULL).filter(vector -> answers.replies().containsKey(vector.id())).toList();
        return named(vectors);
    }

    private static Seq<String> news(Pack pack, AnswersFile answers, Selection.Selected selected) {
        Set<String> known  = HashSet.ofAll(pack.vectors(Tier.FULL).map(Vector::id));
        Seq<String> absent = answers.replies().keySet().toList().reject(known::contains);
        return absent.isEmpty() ? List.empty() : List.of("%,d answers are to no vector of the pack, for example to %s".formatted(absent.size(), absent.head()));
    }
}
