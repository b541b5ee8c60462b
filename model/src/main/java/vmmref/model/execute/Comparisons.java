package vmmref.model.execute;

import static vmmref.spec.Integers.BIT_TESTED;
import static vmmref.spec.Integers.NAT_TESTED;
import static vmmref.spec.Integers.RELATION_NARROWED;
import static vmmref.spec.Integers.RELATION_TESTED;

import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.execute.PredicatePair.Answer;
import vmmref.model.execute.PredicatePair.Type;
import vmmref.model.instruction.Form;
import vmmref.model.register.GeneralValue;
import vmmref.model.word.Bits;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;

/// Compares of words, and tests of a bit or of the NaT bit: mnemonics of an instruction, a relation and a type, such as `cmp4.ne.or.andcm`.
final class Comparisons {
    private Comparisons() { }

    static Option<Meaning> of(Form form) {
        return Option.when(form.clause() == Encodings.COMPARE_FORM || form.clause() == Encodings.BIT_TEST_FORM, () -> meaning(form.syntax().plain()));
    }

    private static Meaning meaning(String form) {
        String mnemonic = form.substring(0, form.indexOf(' '));
        String[] parts = mnemonic.split("\\.", 3);
        Type type = parts.length < 3 ? Type.NORMAL : Type.valueOf(parts[2].replace('.', '_').toUpperCase(Locale.ROOT));
        Relation relation = Relation.valueOf(parts[1].toUpperCase(Locale.ROOT));
        boolean immediate = form.contains("=imm8");
        return switch (parts[0]) {
            case "cmp"  -> PredicatePair.by(type, RELATION_TESTED, execution -> compared(execution, relation, immediate, false));
            case "cmp4" -> PredicatePair.by(type, RELATION_NARROWED, execution -> compared(execution, relation, immediate, true));
            case "tbit" -> PredicatePair.by(type, BIT_TESTED, execution -> bit(execution, relation));
            case "tnat" -> PredicatePair.by(type, NAT_TESTED, execution -> nat(execution, relation));
            default     -> throw new IllegalArgumentException("no question: " + form);
        };
    }

    /// What is asked of two words, signed unless [#LTU], or of a bit: whether it is 0 or 1.
    enum Relation { EQ, NE, LT, LTU, LE, GT, GE, Z, NZ }

    private static Answer compared(Execution execution, Relation relation, boolean immediate, boolean narrow) {
        GeneralValue first = immediate ? GeneralValue.of(execution.operands().immediate()) : execution.r2();
        GeneralValue r3 = execution.r3();
        return first.nat() || r3.nat() ? Answer.NAT
            : Answer.of(narrow ? holds(relation, narrowed(first.bits()), narrowed(r3.bits())) : holds(relation, first.bits(), r3.bits()));
    }

    @Integers.Rule(RELATION_TESTED)
    static boolean holds(Relation relation, long first, long r3) {
        return switch (relation) {
            case EQ, Z  -> first == r3;
            case NE, NZ -> first != r3;
            case LT     -> first < r3;
            case LTU    -> Long.compareUnsigned(first, r3) < 0;
            case LE     -> first <= r3;
            case GT     -> first > r3;
            case GE     -> first >= r3;
        };
    }

    /// {@return bits 31:0 of a word, extended so that numbers with and without sign keep their order}
    @Integers.Rule(RELATION_NARROWED)
    static long narrowed(long word) {
        return Bits.signExtended(word, 32);
    }

    @Integers.Rule(BIT_TESTED)
    static Answer bit(Execution execution, Relation relation) {
        GeneralValue r3 = execution.r3();
        return r3.nat() ? Answer.NAT : is(relation, Bits.bit(r3.bits(), execution.operands().position()));
    }

    @Integers.Rule(NAT_TESTED)
    static Answer nat(Execution execution, Relation relation) {
        return is(relation, execution.r3().nat());
    }

    private static Answer is(Relation relation, boolean bit) {
        return Answer.of(holds(relation, bit ? 1 : 0, 0));
    }
}
