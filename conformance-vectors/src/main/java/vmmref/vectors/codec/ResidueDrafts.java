package vmmref.vectors.codec;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Completer;
import vmmref.model.instruction.Form;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;

/// Bits that do not matter, and bits that may not be set: unused bits of each mnemonic that has some, reserved hints, predicates where none may be.
/// Each that differs in one field is near to the case of its form in [FormDrafts].
final class ResidueDrafts {
    /// Unused bits that processors after 2010 use: more hints of loads, stores and prefetches, and the test of a feature beside that of a NaT bit.
    private static final Map<String, Long> ASSIGNED_LATER = HashMap.ofEntries(
        Vector.of("M1", "M6", "I17").map(format -> Tuple.of(format, 1L << 19))
            .appendAll(Vector.of("M4", "M9", "M14", "M15").map(format -> Tuple.of(format, 1L << 12)))
            .append(Tuple.of("M13", 1L << 19 | 1L << 12)));

    private ResidueDrafts() { }

    static Seq<Draft> all() {
        Seq<Form> once = Cases.FORMS.distinctBy(form -> form.format().name() + form.syntax().mnemonic());
        return once.flatMap(ResidueDrafts::unused)
            .appendAll(Cases.FORMS.distinctBy(form -> form.format().name()).flatMap(ResidueDrafts::reserved))
            .appendAll(Cases.FORMS.filter(form -> !form.zeroMask().isZero()).flatMap(ResidueDrafts::predicated));
    }

    private static Seq<Draft> unused(Form form) {
        long covered = form.keyMask().bits() | form.fieldMask().bits() | form.zeroMask().bits();
        long unused = ~covered & Bits.ones(Slot.WIDTH);
        long later = ASSIGNED_LATER.getOrElse(form.format().name(), 0L);
        long bits = unused & ~later;
        return Vector.of(bits, Long.highestOneBit(bits), Long.lowestOneBit(bits)).distinct().reject(set -> set == 0).map(Slot::of)
            .map(set -> draft("unused-bits", form, set, form.syntax() + " with the unused bits " + set, "UnusedBits"))
            .appendAll(Option.when(later != 0, () -> draft("assigned-later", form, Slot.of(later),
                form.syntax() + " with the bit " + Slot.of(later) + ", which has a meaning since 2010", "UnusedBits")));
    }

    private static Seq<Draft> reserved(Form form) {
        return form.completers().flatMap(completer -> Vector.range(0, 1 << completer.field().width())
            .map(value -> completer.field().holding(value))
            .reject(completer::isAssigned)
            .map(value -> draft("hint", form, value.xor(FormDrafts.instruction(form).fields().and(completer.field().mask())), title(form, completer, value),
                "ReservedHint")));
    }

    private static String title(Form form, Completer completer, Slot value) {
        return form.syntax() + " with the reserved value " + completer.field().of(value) + " of " + completer.name();
    }

    private static Seq<Draft> predicated(Form form) {
        return Vector.of(1, 32, 63).map(predicate -> draft("predicate", form, Slot.of(predicate),
            form.syntax() + " with " + predicate + " in the bits of a predicate", "PredicateField"));
    }

    private static Draft draft(String topic, Form form, Slot changed, String title, String flag) {
        Draft draft = Cases.model(topic, Tier.CORE, title, Cases.flags(form).append(flag), Cases.needs(form.need()),
            Cases.decode(Cases.slotUnit(form), FormDrafts.instruction(form).encode().xor(changed)));
        return topic.equals("unused-bits") && Long.bitCount(changed.bits()) > 1 ? draft : Cases.near(draft, FormDrafts.in(form));
    }
}
