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
import vmmref.spec.Encodings;
import vmmref.spec.Table;
import vmmref.vmm.build.InstructionDescription;

/// All forms of a unit together: decoding is undone by encoding, and no slot means two things.
final class FormTheorems {
    private static final Seq<Unit> UNITS = Vector.of(Unit.A, Unit.I, Unit.M, Unit.F, Unit.B, Unit.X);

    private static final int MOST = 2000;

    private FormTheorems() { }

    static Seq<Theorem> all() {
        return UNITS.map(FormTheorems::decodedIsEncoded).appendAll(UNITS.map(FormTheorems::builtIsDecoded))
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
