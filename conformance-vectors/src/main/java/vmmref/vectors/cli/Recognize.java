/// `vmmref recognize`: which instructions a monitor finds in code.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.recognize.Notation;
import vmmref.vectors.report.RecognizedPage;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.UserFile;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognizer;
import vmmref.vmm.recognize.Scan;

/// The bundles that are named follow each other. Nothing is shown while anything is wrong with what was typed; all of it is told.
@Command(
    name = "recognize",
    header = "Show which instructions a monitor must not leave to a guest, and what it does about them.",
    description = {"%nA bundle is 32 hexadecimal digits: its 16 bytes in memory order. Bundles follow each other.",
        "%nThe action is patch-branch or patch-trap, if the instruction is replaced by a branch or a break, emulate, if it traps, and protect, if the rights of its page are changed.%n"},
    footer = {"", "Examples:",
        "  vmmref recognize 014000401a0400000002000000000400",
        "  vmmref recognize --file code --at 0xe000000000000000 --exact",
        "  vmmref recognize --file code --form epc --form 'thash r1=r3'"})
final class Recognize implements Callable<Integer> {

    private static final int BUNDLE = 16;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HEX", arity = "0..*", description = "A bundle, or - to read bundles from standard input, one a line.")
    private java.util.List<String> bundles = new ArrayList<>();

    @picocli.CommandLine.Option(names = "--file", paramLabel = "FILE", description = "Read code from a file instead: bundles, byte for byte.")
    private Path file;

    @picocli.CommandLine.Option(names = "--at", paramLabel = "ADDRESS", defaultValue = "0", description = "Where the first bundle executes, in hexadecimal digits (default: ${DEFAULT-VALUE}).")
    private String at;

    @picocli.CommandLine.Option(names = "--exact", description = "Look also for what matters only to a guest that may see no difference at all.")
    private boolean exact;

    @picocli.CommandLine.Option(names = "--form", paramLabel = "FORM", description = "Look for instructions of a form of spec/forms.tsv instead, such as 'thash r1=r3'; may be given several times.")
    private java.util.List<String> forms = new ArrayList<>();

    @Mixin
    private Instructions profile;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        Recognizer recognizer = Recognizer.reference(profile.profile());
        Seq<String> texts = file == null ? BundleTexts.typed(bundles) : Vector.empty();
        Seq<String> mistakes = texts.flatMap(BundleTexts::mistake).appendAll(forms().flatMap(Recognize::mistake)).appendAll(misplaced()).appendAll(contradiction(texts));
        if (mistakes.isEmpty()) print(page(recognizer, file == null ? texts.map(Bundle::ofHex) : read(file)));
        mistakes.forEach(this::tell);
        return (mistakes.isEmpty() ? Exit.CONFORMS : Exit.USAGE).code();
    }

    private Seq<String> forms() {
        return List.ofAll(forms).distinct();
    }

    private Option<String> misplaced() {
        return TranslateNumber.hexadecimal(at, Long.SIZE).fold(problem -> Option.some("--at " + at + " " + problem),
            address -> Option.when(address % BUNDLE != 0, () -> "--at " + at + ": no bundle begins there; write a multiple of 16, whose last digit is 0"));
    }

    private Option<String> contradiction(Seq<String> texts) {
        if (file == null && texts.isEmpty()) return Option.some("there is no code to look at; write bundles, such as 014000401a0400000002000000000400, or name a file with --file");
        if (file != null && !bundles.isEmpty()) return Option.some("--file " + file + ": bundles were typed as well; leave one of the two out");
        return Option.when(exact && !forms.isEmpty(), "--exact and --form look for different things; leave one of the two out");
    }

    private static Option<String> mistake(String form) {
        try {
            Notation.pattern(form, "--form");
            return Option.none();
        } catch (FieldMistake unknown) {
            return Option.some(unknown.getMessage());
        }
    }

    private static Seq<Bundle> read(Path file) {
        byte[] bytes = UserFile.bytes(file, "name a file that holds bundles, byte for byte");
        if (bytes.length == 0 || bytes.length % BUNDLE != 0)
            throw new UsageMistake("%s: has %,d bytes, and a bundle has 16; cut out the code alone, as objcopy -O binary does".formatted(file, bytes.length));
        String digits = HexFormat.of().formatHex(bytes);
        return Vector.range(0, bytes.length / BUNDLE).map(number -> Bundle.ofHex(digits.substring(number * 2 * BUNDLE, (number + 1) * 2 * BUNDLE)));
    }

    private RecognizedPage page(Recognizer recognizer, Seq<Bundle> read) {
        Code code = new Code(new VirtualAddress(TranslateNumber.hexadecimal(at, Long.SIZE).get()), read);
        Scan scan = forms.isEmpty() ? recognizer.sensitive(exact) : recognizer.compiled().apply(forms().map(form -> BlockPattern.of(Notation.pattern(form, "--form"))));
        return new RecognizedPage(code, scan.scan(code, Own.NOTHING));
    }

    private void print(RecognizedPage page) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.json() ? Json.page(page.json()) : page.text(Terminal.detected().ink()));
        out.flush();
        if (page.found().isEmpty()) tell("nothing is recognised in " + page.code().bundles().size() + (page.code().bundles().size() == 1 ? " bundle" : " bundles"));
    }

    private void tell(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("vmmref: " + Printable.of(message));
        err.flush();
    }
}
