package vmmref.model.execute;

import static vmmref.spec.Integers.FIELD_DEPOSITED;
import static vmmref.spec.Integers.FIELD_EXTENDED;
import static vmmref.spec.Integers.FIELD_EXTRACTED;
import static vmmref.spec.Integers.ONES_COUNTED;
import static vmmref.spec.Integers.PAIR_SHIFTED;
import static vmmref.spec.Integers.WORD_SHIFTED;
import static vmmref.spec.Integers.ZERO_FOUND;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.word.Bits;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;

/// Shifts of words, fields of them, and what is found in them.
final class Fields {
    private Fields() { }

    static Option<Meaning> of(Form form) {
        return Option.when(form.clause() == Encodings.SHIFT_FORM || form.clause() == Encodings.EXTEND_FORM, () -> meaning(form.syntax().plain()));
    }

    private static Meaning meaning(String form) {
        return switch (form) {
            case "shl r1=r2,r3"            -> Computed.by(WORD_SHIFTED, (operands, r2, r3) -> shifted(Shift.LEFT, r2, r3));
            case "shr r1=r3,r2"            -> Computed.by(WORD_SHIFTED, (operands, r2, r3) -> shifted(Shift.RIGHT, r3, r2));
            case "shr.u r1=r3,r2"          -> Computed.by(WORD_SHIFTED, (operands, r2, r3) -> shifted(Shift.RIGHT_UNSIGNED, r3, r2));
            case "shrp r1=r2,r3,count6"    -> Computed.by(PAIR_SHIFTED, (operands, r2, r3) -> shiftedPair(r2, r3, operands.count()));
            case "extr r1=r3,pos6,len6"    -> Computed.by(FIELD_EXTRACTED, (operands, r2, r3) -> extracted(operands, r3, true));
            case "extr.u r1=r3,pos6,len6"  -> Computed.by(FIELD_EXTRACTED, (operands, r2, r3) -> extracted(operands, r3, false));
            case "dep.z r1=r2,pos6,len6"   -> Computed.by(FIELD_DEPOSITED, (operands, r2, r3) -> deposited(operands, r2, 0));
            case "dep.z r1=imm8,pos6,len6" -> Computed.by(FIELD_DEPOSITED, (operands, r2, r3) -> deposited(operands, operands.immediate(), 0));
            case "dep r1=imm1,r3,pos6,len6"-> Computed.by(FIELD_DEPOSITED, (operands, r2, r3) -> deposited(operands, operands.immediate(), r3));
            case "dep r1=r2,r3,pos6,len4"  -> Computed.by(FIELD_DEPOSITED, (operands, r2, r3) -> deposited(operands, r2, r3));
            case "zxt1 r1=r3", "zxt2 r1=r3", "zxt4 r1=r3" -> extended(width(form), false);
            case "sxt1 r1=r3", "sxt2 r1=r3", "sxt4 r1=r3" -> extended(width(form), true);
            case "czx1.l r1=r3", "czx2.l r1=r3"           -> zero(new Lanes(width(form)), true);
            case "czx1.r r1=r3", "czx2.r r1=r3"           -> zero(new Lanes(width(form)), false);
            case "popcnt r1=r3"            -> Computed.by(ONES_COUNTED, (operands, r2, r3) -> ones(r3));
            default                        -> throw new IllegalArgumentException("no field: " + form);
        };
    }

    /// {@return the number of bits that the digit behind the first three letters means as a number of bytes}
    private static int width(String form) {
        return 8 * Character.digit(form.charAt(3), 10);
    }

    private static Meaning extended(int width, boolean signed) {
        return Computed.by(FIELD_EXTENDED, (operands, r2, r3) -> extended(r3, width, signed));
    }

    private static Meaning zero(Lanes lanes, boolean left) {
        return Computed.by(ZERO_FOUND, (operands, r2, r3) -> zero(lanes, r3, left));
    }

    /// How words are shifted; to the right, the sign or 0 comes in.
    enum Shift { LEFT, RIGHT, RIGHT_UNSIGNED }

    @Integers.Rule(WORD_SHIFTED)
    static long shifted(Shift shift, long word, long count) {
        boolean beyond = Long.compareUnsigned(count, 63) > 0;
        return switch (shift) {
            case LEFT           -> beyond ? 0 : word << count;
            case RIGHT          -> word >> (beyond ? 63 : count);
            case RIGHT_UNSIGNED -> beyond ? 0 : word >>> count;
        };
    }

    @Integers.Rule(PAIR_SHIFTED)
    static long shiftedPair(long high, long low, int count) {
        return low >>> count | high << 1 << 63 - count;
    }

    @Integers.Rule(FIELD_EXTRACTED)
    static long extracted(Operands operands, long word, boolean signed) {
        return extended(word >>> operands.position(), Math.min(operands.length(), 64 - operands.position()), signed);
    }

    @Integers.Rule(FIELD_DEPOSITED)
    static long deposited(Operands operands, long field, long word) {
        long mask = Bits.ones(operands.length()) << operands.position();
        return word & ~mask | field << operands.position() & mask;
    }

    @Integers.Rule(FIELD_EXTENDED)
    static long extended(long word, int width, boolean signed) {
        return signed ? Bits.signExtended(word, width) : word & Bits.ones(width);
    }

    /// {@return how many elements come before the first that is 0, from the left or from the right}
    @Integers.Rule(ZERO_FOUND)
    static long zero(Lanes lanes, long word, boolean left) {
        int last = lanes.number() - 1;
        int before = 0;
        while (before <= last && lanes.unsigned(word, left ? last - before : before) != 0) before++;
        return before;
    }

    @Integers.Rule(ONES_COUNTED)
    static long ones(long word) {
        return Long.bitCount(word);
    }
}
