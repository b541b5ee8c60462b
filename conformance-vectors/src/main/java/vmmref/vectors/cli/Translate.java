/// `vmmref translate`: what comes of references.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Operation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.report.LookupGlyphs;
import vmmref.vectors.report.LookupStory;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.xlate.Story;

/// Nothing is answered while anything is wrong with what was typed; all of it is told.
@Command(
    name = "translate",
    header = "Show what comes of references: where they go, or which fault they raise, and why.",
    description = {"%nA QUESTION is ld8, ld8.s, st4, xchg8, fetchadd8, lfetch, lfetch.fault, fc, fetch, tpa, tak or probe.w, and an address; for a probe a level as well.",
        "Addresses, keys and region identifiers are hexadecimal, with or without 0x and underscores.",
        "%nThe machine translates everything, is at level 0, has region identifiers 0x100 to 0x107 in rr0 to rr7, and an empty TLB; options change that.%n"},
    footer = {"", "Examples:",
        "  vmmref translate 'ld8 [0x4008]' --dtr 'va=0x4000 pa=0x1234000'",
        "  vmmref translate 'st8 [0x4008]' 'probe.w 0x4008, 3' --psr 'dt=0'",
        "  vmmref translate 'ld8.s [0x4008]' --code-ed --dcr 'dm=1'",
        "  vmmref translate 'ld8 [0x2000000000004048]' --rr '1 ve=1' --pta 'base=0x4000000' --dtr 'va=0x2000000004000000 pa=0x40000' --mem 'at=0x40008 word=0x12347e1'",
        "  vmmref translate --from xlate/manual/0001"})
final class Translate implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "A reference, such as 'ld8 [0x2000000000004008]'; with --from it may be left out.")
    private java.util.List<String> questions = new ArrayList<>();

    @Mixin
    private TranslateOrigin origin;

    @Mixin
    private TranslateMachine options;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        Validation<Seq<String>, Semantics> rules = origin.rules();
        Semantics checking = rules.getOrElse(TranslateOrigin::largest);
        Validation<Seq<String>, Choice> choice = origin.choice();
        Validation<Seq<String>, TranslateSetup> setup = options.on(origin.machine(), origin.memory(), checking.profile());
        Validation<Seq<String>, Seq<Operation>> operations = operations();
        Seq<String> mistakes = List.<Validation<Seq<String>, ?>>of(rules, choice, setup, operations).filter(Validation::isInvalid).flatMap(Validation::getError);
        if (mistakes.isEmpty()) print(setup.get(), lookups(rules.get(), setup.get(), operations.get(), choice.get()));
        mistakes.forEach(this::tell);
        return (mistakes.isEmpty() ? Exit.CONFORMS : Exit.USAGE).code();
    }

    private Validation<Seq<String>, Seq<Operation>> operations() {
        Seq<String> texts = TranslateQuestion.texts(List.ofAll(questions));
        return texts.isEmpty()
            ? origin.instructions().toValidation(() -> List.of("nothing is asked; write a reference, such as 'ld8 [0x2000000000004008]', or name a vector with --from"))
            : Validation.sequence(texts.map(TranslateQuestion::read));
    }

    /// The instructions of a vector follow one another; questions are asked each by itself.
    private LookupStory lookups(Semantics rules, TranslateSetup setup, Seq<Operation> operations, Choice choice) {
        return TranslateQuestion.texts(List.ofAll(questions)).isEmpty() ? LookupStory.of(rules, new Story(setup.machine(), setup.memory(), operations), choice)
            : LookupStory.each(rules, setup.machine(), setup.memory(), operations, choice);
    }

    private void print(TranslateSetup setup, LookupStory story) {
        PrintWriter out = spec.commandLine().getOut();
        setup.notes().forEach(note -> tell("note: " + note));
        out.print(format.json() ? Json.page(story.json()) : LookupGlyphs.fit(story.text(Terminal.detected().ink(), true)));
        out.flush();
    }

    private void tell(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("vmmref: " + Printable.of(message));
        err.flush();
    }
}
