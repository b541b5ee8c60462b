package vmmref.properties.proof;

import static vmmref.spec.Encodings.COUNT_BIASED;
import static vmmref.spec.Encodings.IMMEDIATE_LOSSLESS;
import static vmmref.spec.Encodings.IMMEDIATE_SCALED;
import static vmmref.spec.Encodings.IMMEDIATE_SIGNED;
import static vmmref.spec.Encodings.IMMEDIATE_UNSIGNED;
import static vmmref.spec.Encodings.POSITION_COMPLEMENTED;
import static vmmref.spec.Encodings.REGISTER_NUMBER;
import static vmmref.spec.Encodings.TARGET_RELATIVE;
import static vmmref.spec.Encodings.VALUE_LISTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Operand;
import vmmref.spec.Encodings;

/// Every operand: its value in a slot, and the slot that holds a value.
final class OperandTheorems {
    /// Each kind of operand once: its clause, its name in the definitions, its name in the forms, and a format that has it.
    private static final Seq<Kind> KINDS = Vector.of(
        kind(REGISTER_NUMBER, "r1", "r1", "A1"), kind(REGISTER_NUMBER, "r2", "r2", "A1"), kind(REGISTER_NUMBER, "r3", "r3", "A1"), kind(REGISTER_NUMBER, "r3-addl", "r3", "A5"),
        kind(REGISTER_NUMBER, "p1", "p1", "A6"), kind(REGISTER_NUMBER, "p2", "p2", "A6"), kind(REGISTER_NUMBER, "b1", "b1", "B3"), kind(REGISTER_NUMBER, "b2", "b2", "B4"),
        kind(REGISTER_NUMBER, "ar3", "ar3", "I26"), kind(REGISTER_NUMBER, "cr3", "cr3", "M32"),
        kind(REGISTER_NUMBER, "f1", "f1", "F1"), kind(REGISTER_NUMBER, "f2", "f2", "F1"), kind(REGISTER_NUMBER, "f3", "f3", "F1"), kind(REGISTER_NUMBER, "f4", "f4", "F1"),
        kind(IMMEDIATE_SIGNED, "imm1", "imm1", "I14"), kind(IMMEDIATE_SIGNED, "imm8", "imm8", "A3"), kind(IMMEDIATE_SIGNED, "imm14", "imm14", "A4"), kind(IMMEDIATE_SIGNED, "imm22", "imm22", "A5"),
        kind(IMMEDIATE_SIGNED, "imm9-load", "imm9", "M3"), kind(IMMEDIATE_SIGNED, "imm9-store", "imm9", "M5"),
        kind(IMMEDIATE_UNSIGNED, "mht8", "mht8", "I4"), kind(IMMEDIATE_UNSIGNED, "count5", "count5", "I6"), kind(IMMEDIATE_UNSIGNED, "count6", "count6", "I10"), kind(IMMEDIATE_UNSIGNED, "pos6", "pos6", "I11"),
        kind(IMMEDIATE_UNSIGNED, "sof", "sof", "M34"), kind(IMMEDIATE_UNSIGNED, "sol", "sol", "M34"), kind(IMMEDIATE_UNSIGNED, "imm24", "imm24", "M44"), kind(IMMEDIATE_UNSIGNED, "imm2", "imm2", "M39"),
        kind(IMMEDIATE_UNSIGNED, "imm21", "imm21", "M37"), kind(IMMEDIATE_UNSIGNED, "imm62", "imm62", "X1"), kind(IMMEDIATE_UNSIGNED, "fclass9", "fclass9", "F5"),
        kind(IMMEDIATE_UNSIGNED, "amask7", "amask7", "F12"), kind(IMMEDIATE_UNSIGNED, "omask7", "omask7", "F12"), kind(IMMEDIATE_UNSIGNED, "imm64", "imm64", "X2"),
        kind(IMMEDIATE_SCALED, "mask17", "mask17", "I23"), kind(IMMEDIATE_SCALED, "imm44", "imm44", "I24"), kind(IMMEDIATE_SCALED, "sor", "sor", "M34"),
        kind(COUNT_BIASED, "count2", "count2", "A2"), kind(COUNT_BIASED, "len6", "len6", "I11"), kind(COUNT_BIASED, "len4", "len4", "I15"),
        kind(POSITION_COMPLEMENTED, "count5-shift", "count5", "I8"), kind(POSITION_COMPLEMENTED, "pos6-i12", "pos6", "I12"), kind(POSITION_COMPLEMENTED, "pos6-i14", "pos6", "I14"),
        kind(POSITION_COMPLEMENTED, "pos6-i15", "pos6", "I15"),
        kind(VALUE_LISTED, "count16", "count16", "I1"), kind(VALUE_LISTED, "inc3", "inc3", "M17"),
        kind(TARGET_RELATIVE, "target25-branch", "target25", "B1"), kind(TARGET_RELATIVE, "target25-check", "target25", "M20"), kind(TARGET_RELATIVE, "target25-float", "target25", "F14"),
        kind(TARGET_RELATIVE, "tag13-move", "tag13", "I21"), kind(TARGET_RELATIVE, "tag13-predict", "tag13", "B6"), kind(TARGET_RELATIVE, "target64", "target64", "X3"));

    private OperandTheorems() { }

    /// @param defined its name in the definitions
    record Kind(Encodings clause, String defined, Operand operand) {
        private String file() {
            return clause.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean isLong() {
            return operand.fields().exists(field -> field.inL());
        }

        private Theorem value() {
            String function = defined + (clause == REGISTER_NUMBER ? "-register" : "-value");
            String l = isLong() ? " ((_ extract 40 0) slot.l)" : "";
            return Theorem.of(defined + "-in-a-slot", Operand.class, "value", clause).by(file()).given(operand).with("slot")
                .claims("(= result.value (%s ((_ extract 40 0) slot.bits)%s))".formatted(function, l));
        }

        /// All bits but those of the operand are 0.
        private Theorem holding() {
            String l = isLong() ? "((_ zero_extend 23) (%s-placed-in-l value (_ bv0 41)))".formatted(defined) : "#x0000000000000000";
            return Theorem.of("a-slot-that-holds-" + defined, Operand.class, "holding", clause).by(file()).given(operand).with("value")
                .claims("""
                    (and (= result.is-Some (%1$s-encodable value)) (= result.is-None (not result.is-Some))
                         (=> result.is-Some (and (= result.Some.value.bits ((_ zero_extend 23) (%1$s-placed value (_ bv0 41)))) (= result.Some.value.l %2$s))))""".formatted(defined, l));
        }
    }

    private static Kind kind(Encodings clause, String defined, String operand, String format) {
        return new Kind(clause, defined, Forms.architected().filter(form -> form.format().name().equals(format)).flatMap(Form::operands).find(each -> each.name().equals(operand)).get());
    }

    static Seq<Kind> kinds() {
        return KINDS;
    }

    static Seq<Theorem> all() {
        return KINDS.flatMap(kind -> Vector.of(kind.value(), kind.holding()))
            .append(Theorem.of("values-come-back", Lemmas.class, "valuesComeBack", IMMEDIATE_LOSSLESS).given(KINDS.map(Kind::operand)).with("value").claims("result"));
    }
}
