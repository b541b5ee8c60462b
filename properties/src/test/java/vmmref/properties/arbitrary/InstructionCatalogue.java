package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;

/// The generators of [Instructions] and [ReservedHint].
final class InstructionCatalogue {
    private static final int MIB = 0x10;

    private InstructionCatalogue() { }

    static Seq<Described<?>> all() {
        Form first = Instructions.forms().head();
        return Vector.of(
            Described.of("Instructions.words()", Instructions.words(), 0L, WordClasses.boundary(Long.SIZE), WordClasses.position()),
            Described.of("Instructions.slots()", Instructions.slots(), Slot.ZERO, WordClasses.boundary(Slot.WIDTH).of(Slot::bits)),
            Described.of("Instructions.longSlots()", Instructions.longSlots(), Slot.ZERO,
                WordClasses.boundary(Slot.WIDTH).of(Slot::bits).named("X slot"), WordClasses.boundary(Slot.WIDTH).of(Slot::l).named("L slot")),
            Described.of("Instructions.corruptedSlots()", Instructions.corruptedSlots(), Slot.ZERO, units()),
            Described.of("Instructions.bundles()", Instructions.bundles(), new Bundle(0, 0), template(), codes(), instructions()),
            Described.of("Instructions.bundles(0x10)", Instructions.bundles(MIB), new Bundle(MIB, 0), instructions()),
            Described.of("Instructions.instructions()", Instructions.instructions(), new Instruction(first, Slot.ZERO), unit(), fields(), predicate(), format(), form(Instructions.forms())),
            Described.of("Instructions.instructions(form -> form.unit() == Unit.X)", Instructions.instructions(InstructionCatalogue::isLong),
                new Instruction(longForms().head(), Slot.ZERO), unit(), fields(), form(longForms())),
            reservedHints());
    }

    private static boolean isLong(Form form) {
        return form.unit() == Unit.X;
    }

    private static Seq<Form> longForms() {
        return Instructions.forms().filter(InstructionCatalogue::isLong);
    }

    private static Described<ReservedHint> reservedHints() {
        Seq<Form> hinted = Instructions.forms().filter(form -> form.hint().isDefined());
        return Described.of("ReservedHint.reservedHints()", ReservedHint.reservedHints(), new ReservedHint(new Instruction(hinted.head(), Slot.of(0x100000)), Slot.of(0x200000)),
            form(hinted).of(ReservedHint::instruction),
            Classifier.<ReservedHint>by("hint", hinted.map(InstructionCatalogue::hint).distinct(), reserved -> hint(reserved.instruction().form())));
    }

    private static String hint(Form form) {
        return form.hint().get().name();
    }

    private static Classifier<Slot> units() {
        return Classifier.by("units for which it encodes an instruction", Vector.of("none", "1", "2", "3 to 5"), slot -> {
            int units = Instructions.slotUnits().count(unit -> Rules.SUBJECT.decode(Instructions.bundle(unit, unit == Unit.X ? slot : Slot.of(slot.bits())))
                .slots().get(Instructions.position(unit)) instanceof Decoded.Assigned);
            return units == 0 ? "none" : units < 3 ? String.valueOf(units) : "3 to 5";
        });
    }

    private static Classifier<Bundle> template() {
        return Classifier.by("template", Vector.of("assigned", "reserved"), bundle -> Rules.SUBJECT.decode(bundle) instanceof DecodedBundle.Reserved ? "reserved" : "assigned");
    }

    private static Classifier<Bundle> codes() {
        return Classifier.<Bundle>by("template code", Vector.range(0, Template.CODES).map("%02x"::formatted), bundle -> "%02x".formatted(bundle.fields().code())).widely();
    }

    private static Classifier<Bundle> instructions() {
        return Classifier.by("slots that encode an instruction", Vector.range(0, 4), bundle ->
            Rules.SUBJECT.decode(bundle).slots().count(slot -> slot instanceof Decoded.Assigned));
    }

    private static Classifier<Instruction> unit() {
        return Classifier.by("unit", Vector.of(Unit.values()).remove(Unit.L), instruction -> instruction.form().unit());
    }

    private static Classifier<Instruction> fields() {
        return Classifier.by("all fields together", Vector.of("all 0", "all 1", "other"), instruction ->
            instruction.fields().isZero() ? "all 0" : instruction.fields().equals(instruction.form().fieldMask()) ? "all 1" : "other");
    }

    private static Classifier<Instruction> predicate() {
        return Classifier.by("qualifying predicate", Vector.of("none, or 0", "1 to 15", "16 to 62", "63"), instruction -> {
            int predicate = instruction.qualifyingPredicate();
            return predicate == 0 ? "none, or 0" : predicate < 16 ? "1 to 15" : predicate < 63 ? "16 to 62" : "63";
        });
    }

    private static Classifier<Instruction> format() {
        return Classifier.<Instruction>by("format", Instructions.forms().map(form -> form.format().name()).distinct(), instruction -> instruction.form().format().name()).widely();
    }

    private static Classifier<Instruction> form(Seq<Form> forms) {
        return Classifier.<Instruction>by("form", forms.map(InstructionCatalogue::name), instruction -> name(instruction.form())).widely();
    }

    private static String name(Form form) {
        return form + " (" + form.format().name() + " " + form.key() + ")";
    }
}
