/// What comes of one reference, or of one instruction that changes translations, and why: for a person and as JSON.
package vmmref.vectors.report;

import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.model.translate.Translator;
import vmmref.vectors.format.Json;
import vmmref.vectors.xlate.Story;

/// An operation on a machine, while an implementation takes the freedoms of a choice.
///
/// @param memory which may hold the page table
public record LookupPage(Semantics rules, Addressing machine, Memory memory, Operation operation, Choice choice) {
    /// The page of a machine whose memory is 0.
    public LookupPage(Semantics rules, Addressing machine, Operation operation, Choice choice) {
        this(rules, machine, Memory.ZERO, operation, choice);
    }

    /// {@return the machine afterwards, if anything can follow}
    Option<Addressing> after() {
        return switch (operation) {
            case Reference reference     -> Option.of(translator().arrive(machine, memory, reference, choice)).filter(arrival -> !ends(arrival.translated())).map(arrival -> machine.with(arrival.walked()));
            case Instruction instruction -> Option.of(translator().execute(machine, instruction, choice)).filter(Executed.Done.class::isInstance)
                .map(done -> machine.with(((Executed.Done) done).effects()));
        };
    }

    private static boolean ends(Translated translated) {
        return translated instanceof Translated.Raised || translated instanceof Translated.Unspecified;
    }

    /// {@return the page for a person; a `whole` one quotes the clause that decided}
    public String text(Ink ink, boolean whole) {
        LookupAnswer answer = LookupAnswer.of(this);
        return "%s   level %d, %s%s\n".formatted(ink.strong(LookupWords.text(operation)), machine.psr().cpl(), rules.profile().name(),
                choice.taken().map(freedom -> ", %s %s".formatted(freedom.text(), freedom.way(true))).mkString())
            + "  " + ink.quiet(new LookupSwitches(machine).text(isSpeculative())) + "\n"
            + switch (operation) {
                case Reference reference     -> new LookupReference(translator(), machine, memory, reference, choice).text(ink, answer);
                case Instruction instruction -> operands(instruction) + overlaps(instruction, answer, ink) + changes(instruction, ink);
            }
            + "\n" + new LookupConditions(translator().glances(machine, memory, operation, choice), answer.because()).text(ink, isSpeculative())
            + "\n" + answer.text(ink, whole);
    }

    private boolean isSpeculative() {
        return operation instanceof Reference reference && reference.type() == ReferenceType.SPECULATIVE_LOAD;
    }

    private static String operands(Instruction instruction) {
        return instruction instanceof Instruction.Insertion insertion ? "  pte      %s   %s   ar %d   pl %d\n".formatted(insertion.r2(), LookupWords.text(insertion.entry()),
            insertion.entry().ar(), insertion.entry().pl()) : "";
    }

    /// Whatever an instruction overlaps is of no interest while its operands are wrong.
    private String overlaps(Instruction instruction, LookupAnswer answer, Ink ink) {
        return Option.of(LookupEntries.overlapping(translator(), machine, instruction)).filter(entries -> !answer.isFault() && !entries.rows().isEmpty())
            .map(entries -> "\n" + entries.text(ink)).getOrElse("");
    }

    private String changes(Instruction instruction, Ink ink) {
        return changes(instruction).map(changes -> "\n" + changes.text(ink)).getOrElse("");
    }

    private Option<LookupChanges> changes(Instruction instruction) {
        return translator().execute(machine, instruction, choice) instanceof Executed.Done(var effects, var because, _)
            ? Option.some(LookupChanges.of(effects, machine)) : Option.none();
    }

    /// {@return the page as an object}
    public ObjectNode json() {
        LookupAnswer answer = LookupAnswer.of(this);
        ObjectNode json = Json.object().put("text", LookupWords.text(operation));
        json.set("operation", Story.json(operation));
        json.put("profile", rules.profile().name());
        json.set("freedoms", Json.texts(choice.taken().map(Freedom::text)));
        json.set("machine", new LookupSwitches(machine).json());
        switch (operation) {
            case Reference reference     -> json.setAll(new LookupReference(translator(), machine, memory, reference, choice).json());
            case Instruction instruction -> changes(instruction).forEach(changes -> json.set("changes", changes.json()));
        }
        json.set("conditions", new LookupConditions(translator().glances(machine, memory, operation, choice), answer.because()).json());
        json.set("answer", answer.json());
        json.set("others", answer.othersJson());
        return json;
    }

    private Translator translator() {
        return rules.translator();
    }
}
