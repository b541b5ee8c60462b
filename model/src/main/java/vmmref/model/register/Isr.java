package vmmref.model.register;

import java.util.Locale;
import vmmref.model.word.Bits;

/// The interruption status register, 64 bits: what an instruction was about to do when it was interrupted.
public record Isr(long bits) {
    /// A part of it that tells something of its own.
    public enum Field {
        /// What the vector tells of its own.
        CODE(0, 16),
        /// A fetch was interrupted.
        X(32, 1),
        /// The instruction writes memory.
        W(33, 1),
        /// The instruction reads memory.
        R(34, 1),
        /// The instruction does not access memory, but asks about an address.
        NA(35, 1),
        /// The instruction is a speculative load.
        SP(36, 1),
        /// The register stack engine refers to memory.
        RS(37, 1),
        /// The frame is incomplete, and was being loaded.
        IR(38, 1),
        /// PSR.ic was 0, or its change not serialised.
        NI(39, 1),
        /// The slot of the instruction.
        EI(41, 2),
        /// The page of the instruction permits deferrals.
        ED(43, 1);

        private final int first;
        private final int width;

        Field(int first, int width) {
            this.first = first;
            this.width = width;
        }

        /// {@return the bits of the register that it takes}
        public long mask() {
            return Bits.ones(width) << first;
        }

        /// {@return the name in lower case}
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// {@return a register that tells a code, 16 bits, and the slot of the instruction, 0 to 2}
    public static Isr of(int code, int ei) {
        return new Isr(code | (long) ei << Field.EI.first);
    }

    public Isr withX()  { return with(Field.X); }
    public Isr withW()  { return with(Field.W); }
    public Isr withR()  { return with(Field.R); }
    public Isr withNa() { return with(Field.NA); }
    public Isr withSp() { return with(Field.SP); }
    public Isr withRs() { return with(Field.RS); }
    public Isr withIr() { return with(Field.IR); }
    public Isr withNi() { return with(Field.NI); }
    public Isr withEd() { return with(Field.ED); }

    /// {@return the same with more bits of the code}
    public Isr withCode(int more) {
        return new Isr(bits | more);
    }

    private Isr with(Field field) {
        return new Isr(bits | field.mask());
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
