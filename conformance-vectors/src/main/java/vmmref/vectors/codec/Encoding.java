package vmmref.vectors.codec;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Bundles;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;

/// What a request to encode a bundle gives.
final class Encoding {
    private Encoding() { }

    static Expectation of(Request request) {
        return Templates.architected().named(request.template())
            .filter(template -> request.slots().size() == (template.isLong() ? 2 : 3))
            .map(template -> of(template, request.slots()))
            .getOrElse(() -> refused(Bundles.TEMPLATE_ASSIGNED));
    }

    private static Expectation of(Template template, Seq<String> slots) {
        Seq<Assembled> assembled = slots.zipWithIndex((text, slot) -> Assembler.architected().assemble(unit(template, slot), text));
        return assembled.find(Assembled.Refused.class::isInstance)
            .map(refused -> refused(((Assembled.Refused) refused).because()))
            .getOrElse(() -> done(template, assembled.map(each -> ((Assembled.Done) each).instruction())));
    }

    private static Unit unit(Template template, int slot) {
        return template.isLong() && slot == 1 ? Unit.X : template.units().get(slot);
    }

    private static Expectation refused(Clause because) {
        return new Expectation(Outcome.REFUSED, LinkedHashMap.empty(), Option.of(because.name()), LinkedHashMap.empty());
    }

    private static Expectation done(Template template, Seq<Instruction> instructions) {
        Map<String, String> by = LinkedHashMap.ofEntries(instructions.zipWithIndex().flatMap(each ->
            Clauses.of("bundle.slot" + each._2, each._1, each._1.form().clause())));
        return new Expectation(Outcome.DONE, LinkedHashMap.of("bundle", bundle(template, instructions).hex()),
            Option.of(instructions.map(instruction -> instruction.form().clause()).find(clause -> clause != Encodings.NOP_FORM)
                .getOrElse(template.isLong() ? Bundles.LONG_INSTRUCTION_SLOTS : Bundles.TEMPLATE_ASSIGNED).name()),
            by.put("bundle", Bundles.BUNDLE_FIELDS.name()));
    }

    private static Bundle bundle(Template template, Seq<Instruction> instructions) {
        Slot first = instructions.get(0).encode();
        Slot second = instructions.get(1).encode();
        return Bundle.of(template.isLong()
            ? new Bundle.Fields(template.code(), first, Slot.of(second.l()), Slot.of(second.bits()))
            : new Bundle.Fields(template.code(), first, second, instructions.get(2).encode()));
    }
}
