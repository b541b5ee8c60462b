package vmmref.model.register;

import vmmref.model.word.Bits;
import vmmref.model.word.Words;

/// Registers that an instruction numbers with a general register, other than those that translation reads.
///
/// @param ibr instruction breakpoint registers
/// @param dbr data breakpoint registers
/// @param pmc performance monitor configuration registers
/// @param pmd performance monitor data registers
public record IndirectRegisters(Words ibr, Words dbr, Words pmc, Words pmd) {
    /// As many breakpoint registers of each file as an implementation has at most; those that it lacks stay 0.
    private static final int BREAKPOINTS = 16;

    public static final IndirectRegisters RESET = new IndirectRegisters(Words.zero(BREAKPOINTS), Words.zero(BREAKPOINTS), Words.zero(256), Words.zero(256));

    /// Bits 63:56 of addresses are always compared.
    private static final long ALWAYS = 0xffL << 56;
    private static final int  LEVELS = 56;

    /// One of the files.
    public enum File {
        IBR, DBR, PMC, PMD
    }

    /// What a pair of breakpoint registers watches for, with the bit of the odd register that enables it.
    public enum Watch {
        EXECUTE(63), READ(63), WRITE(62);

        private final int bit;

        Watch(int bit) {
            this.bit = bit;
        }
    }

    public Words file(File file) {
        return switch (file) {
            case IBR -> ibr;
            case DBR -> dbr;
            case PMC -> pmc;
            case PMD -> pmd;
        };
    }

    public IndirectRegisters with(File file, int number, long value) {
        Words changed = file(file).with(number, value);
        return switch (file) {
            case IBR -> new IndirectRegisters(changed, dbr, pmc, pmd);
            case DBR -> new IndirectRegisters(ibr, changed, pmc, pmd);
            case PMC -> new IndirectRegisters(ibr, dbr, changed, pmd);
            case PMD -> new IndirectRegisters(ibr, dbr, pmc, changed);
        };
    }

    /// {@return whether a pair of breakpoint registers, the address in the even one and its mask in the odd one, watches a reference}
    ///
    /// @param address where to
    /// @param size    bytes, a power of 2; the bits of addresses that choose among them are not compared
    /// @param level   the privilege level, 0 to 3
    public boolean watch(Watch watch, long address, int size, int level) {
        Words file = watch == Watch.EXECUTE ? ibr : dbr;
        for (int pair = 0; pair < file.length(); pair += 2) {
            long mask = file.get(pair + 1);
            boolean enabled = Bits.bit(mask, watch.bit) && Bits.bit(mask, LEVELS + level);
            if (enabled && ((address ^ file.get(pair)) & (mask | ALWAYS) & -size) == 0) return true;
        }
        return false;
    }
}
