/// `vmmref vectors export`: vectors for a program that is asked without a conversation.
package vmmref.vectors.cli;

import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.baremetal.Export;
import vmmref.vectors.baremetal.ImageFolder;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.report.WholeFile;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "export",
    header = "Write the cases of vectors to files, without what is expected of them.",
    description = {"", "A simulator that runs overnight reads the file and writes its answers to another, which is judged later. The file is JSON Lines:",
        "  {\"prompts\":1,\"pack\":\"0.1.0\",\"tier\":\"core\",\"count\":N}   the first line",
        "  {\"id\":\"codec/form/0001\",\"case\":{…}}                     then N such lines",
        "1 is the version of this form; a case is what an adapter is sent with --flat. Exits with 5 if nothing is selected.",
        "%nPrograms come with --elf: DIR/NNNN.elf is a static executable, DIR/NNNN.bin the same to be loaded at one address, and DIR/index.json says what they hold and which vectors no program executes.",
        "A simulator executes one until it branches to itself at the symbol done, or until its log says so; the log is memory that is dumped, and vmmref judge --log reads it.%n"},
    footer = {"", "Examples:", "  vmmref vectors export --prompts -t core -o prompts.jsonl", "  vmmref vectors export --prompts --id codec/form/0001", "  vmmref vectors export --elf images -t core"})
final class VectorsExport implements Callable<Integer> {

    private static final int FORM = 1;
    private static final String STANDARD_OUTPUT = "-";
    static final int MOST_CASES = 400;
    /// After so many vectors it says how many.
    private static final int TOLD = 2000;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Form form;

    /// What is written.
    static final class Form {
        @Option(names = "--prompts", required = true, description = "Write cases as prompts, one a line.")
        private boolean prompts;

        @Option(names = "--elf", paramLabel = "DIR", required = true, description = "Write cases of the kinds step, run, intr, rse and xlate as programs for a machine without an operating system, many to each, into a folder.")
        private Path images;
    }

    @Option(names = "--cases", paramLabel = "N", defaultValue = "" + Export.MOST, description = "With --elf: at most so many cases in each program (default: ${DEFAULT-VALUE}).")
    private int cases;

    @Mixin
    private Parameterized machine;

    @Option(names = "-o", paramLabel = "FILE", defaultValue = STANDARD_OUTPUT, description = "Where to write them; it is replaced when all are written (default: standard output).")
    private String file;

    @Mixin
    private Selection selection;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        String foreign = (form.images == null ? List.of("--cases", "--machine", "--profile", "--set") : List.of("-o")).filter(spec.commandLine().getParseResult()::hasMatchedOption).mkString(" and ");
        if (!foreign.isEmpty()) throw new UsageMistake(form.images == null ? foreign + (foreign.contains(" and ") ? " go" : " goes") + " with --elf: prompts are the same for every machine" : "-o goes with --prompts: --elf names the folder of the programs");
        Pack pack = folder.pack();
        Selection.Selected selected = selection.of(pack);
        PrintWriter err = spec.commandLine().getErr();
        if (selected.count() == 0) {
            err.println("vmmref: no vector is selected, and nothing is written");
            selection.hints(pack).forEach(hint -> err.println("vmmref: " + hint));
            return Exit.NOTHING_RAN.code();
        }
        if (form.images != null) return exported(pack, selected);
        Iterator<ObjectNode> lines = Iterator.concat(Iterator.of(header(pack, selected.count())), selected.vectors().map(VectorsExport::prompt));
        if (file.equals(STANDARD_OUTPUT)) print(lines);
        else WholeFile.write(Path.of(file), out -> write(lines, out));
        err.printf("vmmref: %,d prompts of tier %s, pack %s%n", selected.count(), selection.tier().json(), pack.manifest().pack());
        return Exit.CONFORMS.code();
    }

    /// Writes programs, and says what they hold.
    private int exported(Pack pack, Selection.Selected selected) {
        if (cases < 1 || cases > MOST_CASES) throw new UsageMistake("--cases is %d; write 1 to %d".formatted(cases, MOST_CASES));
        PrintWriter err = spec.commandLine().getErr();
        Export export = Export.of(pack.manifest().pack(), machine.profile(), selected.vectors(), cases, count -> {
            if (count % TOLD == 0) {
                err.printf("[status] phase=export done=%d total=%d%n", count, selected.count());
                err.flush();
            }
        });
        ImageFolder.write(form.images, export);
        err.printf("vmmref: %,d %s in %s: %,d of %,d vectors are executed%n", export.sheets().size(), export.sheets().size() == 1 ? "program" : "programs", form.images, export.expressed(), selected.count());
        export.reasons().forEach((why, number) -> err.printf("vmmref: %,6d inexpressible: %s%n", number, why));
        export.coverage().missed().forEach((clause, why) -> err.printf("vmmref: clause %s is shown by no program: %s%n", clause, why));
        return (export.expressed() == 0 ? Exit.NOTHING_RAN : Exit.CONFORMS).code();
    }

    private ObjectNode header(Pack pack, int count) {
        return Json.object().put("prompts", FORM).put("pack", pack.manifest().pack()).put("tier", selection.tier().json()).put("count", count);
    }

    private static ObjectNode prompt(Vector vector) {
        ObjectNode prompt = Json.object().put("id", vector.id());
        prompt.set("case", vector.given().flat().json());
        return prompt;
    }

    private void print(Iterator<ObjectNode> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(line -> out.print(Json.line(line) + "\n"));
        if (out.checkError() || System.out.checkError()) throw new UsageMistake("standard output was closed, or is full: not every prompt is written");
    }

    private static void write(Iterator<ObjectNode> lines, Writer out) throws IOException {
        for (ObjectNode line : lines) out.write(Json.line(line) + "\n");
    }
}
