package vmmref.model.execute;

import static vmmref.spec.Integers.BITS_COMBINED;
import static vmmref.spec.Integers.DIFFERENCE_FORMED;
import static vmmref.spec.Integers.IMMEDIATE_MOVED;
import static vmmref.spec.Integers.POINTER_FORMED;
import static vmmref.spec.Integers.SUM_FORMED;
import static vmmref.spec.Integers.SUM_SHIFTED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.word.Bits;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;

/// Sums, differences and logical functions of words.
final class Sums {
    private Sums() { }

    static Option<Meaning> of(Form form) {
        return Option.when(form.clause() == Encodings.INTEGER_ALU_FORM || form.clause() == Encodings.LONG_IMMEDIATE_FORM, () -> meaning(form.syntax().plain()));
    }

    private static Meaning meaning(String form) {
        return switch (form) {
            case "add r1=r2,r3"             -> Computed.by(SUM_FORMED, (operands, r2, r3) -> sum(r2, r3));
            case "add r1=r2,r3,1"           -> Computed.by(SUM_FORMED, (operands, r2, r3) -> sum(sum(r2, r3), 1));
            case "adds r1=imm14,r3",
                 "addl r1=imm22,r3"         -> Computed.by(SUM_FORMED, (operands, r2, r3) -> sum(operands.immediate(), r3));
            case "sub r1=r2,r3"             -> Computed.by(DIFFERENCE_FORMED, (operands, r2, r3) -> difference(r2, r3));
            case "sub r1=r2,r3,1"           -> Computed.by(DIFFERENCE_FORMED, (operands, r2, r3) -> difference(difference(r2, r3), 1));
            case "sub r1=imm8,r3"           -> Computed.by(DIFFERENCE_FORMED, (operands, r2, r3) -> difference(operands.immediate(), r3));
            case "and r1=r2,r3"             -> ofRegisters(Combination.AND);
            case "andcm r1=r2,r3"           -> ofRegisters(Combination.ANDCM);
            case "or r1=r2,r3"              -> ofRegisters(Combination.OR);
            case "xor r1=r2,r3"             -> ofRegisters(Combination.XOR);
            case "and r1=imm8,r3"           -> ofImmediate(Combination.AND);
            case "andcm r1=imm8,r3"         -> ofImmediate(Combination.ANDCM);
            case "or r1=imm8,r3"            -> ofImmediate(Combination.OR);
            case "xor r1=imm8,r3"           -> ofImmediate(Combination.XOR);
            case "shladd r1=r2,count2,r3"   -> Computed.by(SUM_SHIFTED, (operands, r2, r3) -> shiftedSum(r2, operands.count(), r3));
            case "addp4 r1=r2,r3"           -> Computed.by(POINTER_FORMED, (operands, r2, r3) -> pointer(sum(r2, r3), r3));
            case "addp4 r1=imm14,r3"        -> Computed.by(POINTER_FORMED, (operands, r2, r3) -> pointer(sum(operands.immediate(), r3), r3));
            case "shladdp4 r1=r2,count2,r3" -> Computed.by(POINTER_FORMED, (operands, r2, r3) -> pointer(shiftedSum(r2, operands.count(), r3), r3));
            case "movl r1=imm64"            -> Computed.by(IMMEDIATE_MOVED, (operands, r2, r3) -> moved(operands));
            default                         -> throw new IllegalArgumentException("no sum: " + form);
        };
    }

    /// How each bit of two words is combined.
    enum Combination { AND, ANDCM, OR, XOR }

    private static Meaning ofRegisters(Combination combination) {
        return Computed.by(BITS_COMBINED, (operands, r2, r3) -> combined(combination, r2, r3));
    }

    private static Meaning ofImmediate(Combination combination) {
        return Computed.by(BITS_COMBINED, (operands, r2, r3) -> combined(combination, operands.immediate(), r3));
    }

    @Integers.Rule(SUM_FORMED)
    static long sum(long first, long r3) {
        return first + r3;
    }

    @Integers.Rule(DIFFERENCE_FORMED)
    static long difference(long first, long r3) {
        return first - r3;
    }

    @Integers.Rule(BITS_COMBINED)
    static long combined(Combination combination, long first, long r3) {
        return switch (combination) {
            case AND   -> first & r3;
            case ANDCM -> first & ~r3;
            case OR    -> first | r3;
            case XOR   -> first ^ r3;
        };
    }

    @Integers.Rule(SUM_SHIFTED)
    static long shiftedSum(long r2, int count, long r3) {
        return (r2 << count) + r3;
    }

    /// {@return a 32-bit sum as a pointer into the region that bits 31:30 of r3 number}
    @Integers.Rule(POINTER_FORMED)
    static long pointer(long sum, long r3) {
        return Bits.field(sum, 31, 0) | Bits.field(r3, 31, 30) << 61;
    }

    @Integers.Rule(IMMEDIATE_MOVED)
    static long moved(Operands operands) {
        return operands.immediate();
    }
}
