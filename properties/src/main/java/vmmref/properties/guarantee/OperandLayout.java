package vmmref.properties.guarantee;

import static vmmref.spec.Encodings.COUNT_BIASED;
import static vmmref.spec.Encodings.IMMEDIATE_SCALED;
import static vmmref.spec.Encodings.IMMEDIATE_SIGNED;
import static vmmref.spec.Encodings.IMMEDIATE_UNSIGNED;
import static vmmref.spec.Encodings.POSITION_COMPLEMENTED;
import static vmmref.spec.Encodings.REGISTER_NUMBER;
import static vmmref.spec.Encodings.TARGET_RELATIVE;
import static vmmref.spec.Encodings.VALUE_LISTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import vmmref.model.bundle.Slot;
import vmmref.spec.Clause;

/// An operand as the manual draws it: which bits of the slot it is, from the highest to the lowest, and what is done with them.
/// Typed from the drawings of the formats, so that it says the same as the tables of the specification in another way.
///
/// @param clause  the clause that speaks of it
/// @param operand its name
/// @param formats names of formats, separated by spaces; empty for every format
/// @param bits    ranges `high:low` or single bits, `L` before those of the L slot
/// @param signed  whether the highest bit is a sign
/// @param then    what the number becomes
record OperandLayout(Clause clause, String operand, String formats, String bits, boolean signed, UnaryOperator<BigInteger> then) {
    private static final UnaryOperator<BigInteger> ITSELF = UnaryOperator.identity();

    private static final Seq<OperandLayout> ALL = Vector.of(
        unsigned(REGISTER_NUMBER, "r1", "", "12:6"), unsigned(REGISTER_NUMBER, "r2", "", "19:13"),
        unsigned(REGISTER_NUMBER, "r3", "A5", "21:20"),
        unsigned(REGISTER_NUMBER, "r3", "A1 A2 A3 A4 A6 A7 A8 A9 A10 I1 I2 I5 I6 I7 I9 I10 I11 I14 I15 I16 I17 I29 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 "
            + "M12 M13 M14 M15 M16 M17 M28 M38 M39 M40 M42 M43 M45 M46 M47", "26:20"),
        unsigned(REGISTER_NUMBER, "f1", "", "12:6"), unsigned(REGISTER_NUMBER, "f2", "", "19:13"),
        unsigned(REGISTER_NUMBER, "f3", "", "26:20"), unsigned(REGISTER_NUMBER, "f4", "", "33:27"),
        unsigned(REGISTER_NUMBER, "p1", "", "11:6"), unsigned(REGISTER_NUMBER, "p2", "", "32:27"),
        unsigned(REGISTER_NUMBER, "b1", "", "8:6"), unsigned(REGISTER_NUMBER, "b2", "", "15:13"),
        unsigned(REGISTER_NUMBER, "ar3", "", "26:20"), unsigned(REGISTER_NUMBER, "cr3", "", "26:20"),

        signed(IMMEDIATE_SIGNED, "imm1", "I14", "36"),
        signed(IMMEDIATE_SIGNED, "imm8", "A3 A8 I13 I27 M30", "36 19:13"),
        signed(IMMEDIATE_SIGNED, "imm9", "M3 M8 M15", "36 27 19:13"),
        signed(IMMEDIATE_SIGNED, "imm9", "M5 M10", "36 27 12:6"),
        signed(IMMEDIATE_SIGNED, "imm14", "A4", "36 32:27 19:13"),
        signed(IMMEDIATE_SIGNED, "imm22", "A5", "36 26:22 35:27 19:13"),

        unsigned(IMMEDIATE_UNSIGNED, "imm2", "M39 M40", "14:13"),
        unsigned(IMMEDIATE_UNSIGNED, "imm21", "I18 I19 M37 M48 F15 F16 B9", "36 25:6"),
        unsigned(IMMEDIATE_UNSIGNED, "imm24", "M44", "36 32:31 26:6"),
        unsigned(IMMEDIATE_UNSIGNED, "imm62", "X1 X5", "L40:0 36 25:6"),
        unsigned(IMMEDIATE_UNSIGNED, "imm64", "X2", "36 L40:0 21 26:22 35:27 19:13"),
        unsigned(IMMEDIATE_UNSIGNED, "fclass9", "F5", "26:20 34:33"),
        unsigned(IMMEDIATE_UNSIGNED, "amask7", "F12", "19:13"), unsigned(IMMEDIATE_UNSIGNED, "omask7", "F12", "26:20"),
        unsigned(IMMEDIATE_UNSIGNED, "mht8", "I4", "27:20"),
        unsigned(IMMEDIATE_UNSIGNED, "sof", "M34", "19:13"), unsigned(IMMEDIATE_UNSIGNED, "sol", "M34", "26:20"),
        unsigned(IMMEDIATE_UNSIGNED, "count5", "I6", "18:14"), unsigned(IMMEDIATE_UNSIGNED, "count6", "I10", "32:27"),
        unsigned(IMMEDIATE_UNSIGNED, "pos6", "I11 I16", "19:14"),

        new OperandLayout(IMMEDIATE_SCALED, "sor", "M34", "30:27", false, bits -> bits.shiftLeft(3)),
        new OperandLayout(IMMEDIATE_SCALED, "mask17", "I23", "36 31:24 12:6", true, bits -> bits.shiftLeft(1)),
        new OperandLayout(IMMEDIATE_SCALED, "imm44", "I24", "36 32:6", true, bits -> bits.shiftLeft(16)),

        new OperandLayout(COUNT_BIASED, "count2", "A2 A10", "28:27", false, bits -> bits.add(BigInteger.ONE)),
        new OperandLayout(COUNT_BIASED, "len4", "I15", "30:27", false, bits -> bits.add(BigInteger.ONE)),
        new OperandLayout(COUNT_BIASED, "len6", "I11 I12 I13 I14", "32:27", false, bits -> bits.add(BigInteger.ONE)),

        new OperandLayout(POSITION_COMPLEMENTED, "pos6", "I12 I13", "25:20", false, bits -> BigInteger.valueOf(63).subtract(bits)),
        new OperandLayout(POSITION_COMPLEMENTED, "pos6", "I14", "19:14", false, bits -> BigInteger.valueOf(63).subtract(bits)),
        new OperandLayout(POSITION_COMPLEMENTED, "pos6", "I15", "36:31", false, bits -> BigInteger.valueOf(63).subtract(bits)),
        new OperandLayout(POSITION_COMPLEMENTED, "count5", "I8", "24:20", false, bits -> BigInteger.valueOf(31).subtract(bits)),

        new OperandLayout(VALUE_LISTED, "count16", "I1", "31:30", false, bits -> BigInteger.valueOf(new long[] {0, 7, 15, 16}[bits.intValue()])),
        new OperandLayout(VALUE_LISTED, "inc3", "M17", "15:13", false, bits -> increment(bits.intValue())),

        target("target25", "B1 B2 B3 B6 M22 M23", "36 32:13"),
        target("target25", "I20 M20 M21", "36 32:20 12:6"),
        target("target25", "F14", "36 25:6"),
        target("target64", "X3 X4", "36 L40:2 32:13"),
        target("tag13", "I21", "32:24"),
        target("tag13", "B6 B7", "34:33 12:6"));

    /// {@return every operand as every format draws it}
    static Seq<OperandLayout> all() {
        return ALL;
    }

    public boolean draws(String format, String name) {
        return operand.equals(name) && (formats.isEmpty() || Vector.of(formats.split(" ")).contains(format));
    }

    /// {@return the value of the operand in a slot}
    public long value(Slot slot) {
        BigInteger number = BigInteger.ZERO;
        boolean first = true;
        for (String range : bits.split(" ")) {
            BigInteger word = BigInteger.valueOf(range.startsWith("L") ? slot.l() : slot.bits());
            String[] ends = range.replace("L", "").split(":");
            for (int bit = Integer.parseInt(ends[0]); bit >= Integer.parseInt(ends[ends.length - 1]); bit--) {
                BigInteger one = word.testBit(bit) ? BigInteger.ONE : BigInteger.ZERO;
                number = number.shiftLeft(1).add(first && signed ? one.negate() : one);
                first = false;
            }
        }
        return then.apply(number).longValue();
    }

    private static BigInteger increment(int field) {
        return BigInteger.valueOf(switch (field) {
            case 0 -> 16; case 1 -> 8; case 2 -> 4; case 3 -> 1;
            case 4 -> -16; case 5 -> -8; case 6 -> -4; default -> -1;
        });
    }

    private static OperandLayout unsigned(Clause clause, String operand, String formats, String bits) {
        return new OperandLayout(clause, operand, formats, bits, false, ITSELF);
    }

    private static OperandLayout signed(Clause clause, String operand, String formats, String bits) {
        return new OperandLayout(clause, operand, formats, bits, true, ITSELF);
    }

    private static OperandLayout target(String operand, String formats, String bits) {
        return new OperandLayout(TARGET_RELATIVE, operand, formats, bits, true, number -> number.shiftLeft(4));
    }
}
