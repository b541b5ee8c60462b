package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.Row;
import vmmref.model.instruction.Unassigned;
import vmmref.model.profile.Profile;
import vmmref.spec.Encodings;
import vmmref.spec.Recognitions;
import vmmref.spec.Table;
import vmmref.vmm.build.InstructionDescription;
import vmmref.vmm.recognize.Catalogue;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Variable;

/// All forms of a unit together: decoding is undone by encoding, and no slot means two things.
final class FormTheorems {
    private static final Seq<Unit> UNITS = Vector.of(Unit.A, Unit.I, Unit.M, Unit.F, Unit.B, Unit.X);

    private static final int MOST = 2000;

    private FormTheorems() { }

    static Seq<Theorem> all() {
        return UNITS.map(FormTheorems::decodedIsEncoded).appendAll(UNITS.map(FormTheorems::builtIsDecoded))
            .appendAll(UNITS.map(FormTheorems::recognisedIsDecoded))
            .appendAll(UNITS.map(FormTheorems::recognisedIsBuilt))
            .appendAll(Vector.of(Unit.M, Unit.I, Unit.B).map(FormTheorems::recognised))
            .appendAll(UNITS.reject(Unit.A::equals).flatMap(unit -> Vector.of(true, false).map(all -> disjoint(unit, all))));
    }

    private static Theorem decodedIsEncoded(Unit unit) {
        return Theorem.of("decoded-is-encoded-" + name(unit), Lemmas.class, "decodedIsEncoded", Encodings.UNUSED_BITS, Encodings.HINT_RESERVED)
            .given(Forms.architected().filter(form -> form.unit() == unit)).with("slot").claims("result").unrolling(MOST);
    }

    /// Completers are those that come first; all operands vary, and the qualifying predicate.
    private static Theorem builtIsDecoded(Unit unit) {
        Seq<Form> forms = Forms.architected().filter(form -> form.unit() == unit);
        return Theorem.of("built-is-decoded-" + name(unit), Lemmas.class, "builtIsDecoded").given(forms).given(forms.map(FormTheorems::description)).with("slot").claims("result").unrolling(MOST);
    }

    private static InstructionDescription description(Form form) {
        Seq<String> varying = form.operands().map(Operand::name).appendAll(form.format().field(Format.QUALIFYING_PREDICATE).map(Field::name));
        return InstructionDescription.of(form.instruction(Slot.ZERO), varying, 0);
    }

    private static Theorem recognisedIsDecoded(Unit unit) {
        Seq<Form> forms = Forms.architected().filter(form -> form.unit() == unit);
        return Theorem.of("recognised-is-decoded-" + name(unit), Lemmas.class, "recognisedIsDecoded", Recognitions.PATTERN_MATCHED, Recognitions.PATTERN_DIFFERS)
            .given(forms).given(forms.map(InstructionPattern::of)).with("slot").claims("result").unrolling(MOST);
    }

    /// Completers vary, too, and hold whatever the slot does.
    private static Theorem recognisedIsBuilt(Unit unit) {
        Seq<Form> forms = Forms.architected().filter(form -> form.unit() == unit);
        Seq<InstructionPattern> patterns = forms.map(InstructionPattern::of);
        Seq<InstructionDescription> descriptions = forms.zipWith(patterns, (form, pattern) -> InstructionDescription.of(form.instruction(Slot.ZERO), pattern.variables().map(Variable::name), 0));
        return Theorem.of("recognised-is-built-" + name(unit), Lemmas.class, "recognisedIsBuilt", Recognitions.RECOGNISED_REBUILT)
            .given(forms).given(patterns).given(descriptions).with("slot").claims("result").unrolling(MOST);
    }

    /// The catalogue has no instruction of another unit.
    private static Theorem recognised(Unit unit) {
        Seq<InstructionPattern> patterns = Catalogue.of(Profile.named("maximal").get()).blocks(true).flatMap(block -> block.members().head().patterns()).filter(pattern -> pattern.unit() == unit);
        return Theorem.of("at-most-one-sensitive-instruction-of-" + name(unit), Lemmas.class, "atMostOneIsRecognised", Recognitions.SENSITIVE_DISJOINT)
            .given(patterns).given(unit).with("slot").claims("result").unrolling(MOST);
    }

    /// What some implementations lack is there, or all of it is lacking and other rows stand for it. Each parameter of a profile is about slots of its own, so that what is mixed is disjoint, too.
    private static Theorem disjoint(Unit unit, boolean all) {
        Seq<Row> forms = Forms.architected().filter(form -> form.unit().fits(unit)).map(form -> form);
        Seq<Row> rows = forms.appendAll(Unassigned.all(Table.named("unassigned")).filter(row -> row.unit().fits(unit)));
        Seq<Row> there = rows.filter(row -> row.need().forAll(need -> need.present() == all));
        return Theorem.of("at-most-one-row-of-" + name(unit) + (all ? "" : "-that-lacks-what-it-may"), Lemmas.class, "atMostOneMatches", Encodings.FORMS_DISJOINT).given(there).with("slot").claims("result").unrolling(MOST);
    }

    private static String name(Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
