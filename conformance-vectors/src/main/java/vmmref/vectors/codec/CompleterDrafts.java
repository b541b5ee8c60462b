package vmmref.vectors.codec;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Completer;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;

/// Each form with every choice of each of its completers. The first form of a format and completer is core.
final class CompleterDrafts {
    private CompleterDrafts() { }

    static Seq<Draft> all() {
        Set<String> first = HashSet.ofAll(Cases.FORMS.flatMap(form -> form.completers().map(completer -> kind(form, completer) + form.syntax()))
            .distinctBy(text -> text.substring(0, text.indexOf('\n'))));
        return Cases.FORMS.flatMap(form -> form.completers().flatMap(completer -> completer.choices().map(choice ->
            draft(form, completer, choice, first.contains(kind(form, completer) + form.syntax()) ? Tier.CORE : Tier.FULL))));
    }

    private static String kind(Form form, Completer completer) {
        return form.format().name() + " " + completer.name() + "\n";
    }

    private static Draft draft(Form form, Completer completer, Completer.Choice choice, Tier tier) {
        Instruction pattern = FormDrafts.instruction(form);
        Instruction chosen = new Instruction(form, pattern.fields().xor(pattern.fields().and(completer.field().mask())).or(completer.field().holding(choice.value())));
        return Cases.model("completer", tier, "the form " + form.syntax() + " with " + (choice.text().isEmpty() ? "no " + completer.name() : choice.text()) + ": " + Assembly.text(chosen),
            Cases.flags(form), Cases.needs(form.need()), Cases.decode(Cases.slotUnit(form), chosen.encode()));
    }
}
