package vmmref.model.register;

import vmmref.model.word.Words;

/// Registers that an instruction numbers with a general register, other than those that translation reads.
///
/// @param ibr instruction breakpoint registers
/// @param dbr data breakpoint registers
/// @param pmc performance monitor configuration registers
/// @param pmd performance monitor data registers
public record IndirectRegisters(Words ibr, Words dbr, Words pmc, Words pmd) {
    public static final IndirectRegisters RESET = new IndirectRegisters(Words.zero(8), Words.zero(8), Words.zero(256), Words.zero(256));

    /// One of the files.
    public enum File {
        IBR, DBR, PMC, PMD
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
}
