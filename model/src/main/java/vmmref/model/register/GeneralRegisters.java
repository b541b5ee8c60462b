package vmmref.model.register;

import vmmref.model.word.Bits;
import vmmref.model.word.Words;

/// The general registers by physical number: r0 to r15, bank 0 of r16 to r31, bank 1 of them, and the stacked registers.
///
/// @param bits the 64 bits of each
/// @param nats the NaT bit of each, 64 to a word
public record GeneralRegisters(Words bits, Words nats) {
    /// The physical number of the first register of bank 1.
    public static final int BANK_1 = 32;
    /// The physical number of the first stacked register.
    public static final int STACKED = 48;
    /// How many stacked registers every processor has, and a frame at most.
    public static final int STACKED_NUMBER = 96;
    public static final int NUMBER = STACKED + STACKED_NUMBER;
    public static final GeneralRegisters RESET = of(STACKED_NUMBER);

    /// {@return registers that are all 0}
    ///
    /// @param stacked how many stacked registers there are, a multiple of 16
    public static GeneralRegisters of(int stacked) {
        return new GeneralRegisters(Words.zero(STACKED + stacked), Words.zero((STACKED + stacked + 511 >>> 9) << 3));
    }

    public GeneralValue get(int physical) {
        return new GeneralValue(bits.get(physical), Bits.bit(nats.get(physical >>> 6), physical & 63));
    }

    public GeneralRegisters with(int physical, GeneralValue value) {
        long word = nats.get(physical >>> 6);
        return new GeneralRegisters(bits.with(physical, value.bits()),
            Bits.bit(word, physical & 63) == value.nat() ? nats : nats.with(physical >>> 6, word ^ 1L << (physical & 63)));
    }
}
