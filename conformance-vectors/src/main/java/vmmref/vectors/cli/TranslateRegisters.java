/// Registers and translations that the fields of options spell.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.util.Locale;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Translation;

/// Of what the fields leave out, the status, deferral and region registers keep what they held.
final class TranslateRegisters {

    private static final int USUAL_SIZE   = 14;
    private static final int USUAL_RIGHTS = 3;
    private static final int USUAL_LEVEL  = 3;

    private TranslateRegisters() { }

    static Psr status(TranslateFields fields, Psr before) {
        Psr bits = TranslateGrammar.STATUS.filterKeys(fields.values()::containsKey).foldLeft(before, (some, bit) -> some.with(bit._2, fields.values().get(bit._1).contains(1L)));
        return bits.withCpl((int) fields.or(TranslateGrammar.LEVEL, bits.cpl()));
    }

    static Dcr deferral(TranslateFields fields, Dcr before) {
        return new Dcr(List.of(Dcr.Bit.values()).foldLeft(before.bits(), (bits, bit) ->
            bits & ~(1L << bit.number()) | fields.or(bit.name().toLowerCase(Locale.ROOT), before.has(bit) ? 1 : 0) << bit.number()));
    }

    static RegionRegister region(TranslateFields fields, RegionRegister before) {
        return new RegionRegister(before.bits() & 2 | fields.or("ve", before.bits() & 1) | fields.or("ps", before.preferredSize().log2()) << 2 | fields.or("rid", before.identifier()) << 8);
    }

    /// {@return PTA; where nothing is said the smallest table, in the short format, that is walked}
    static Pta table(TranslateFields fields, Pta before) {
        int size = Math.max(before.sizeLog2(), TranslateGrammar.SMALLEST_TABLE);
        return new Pta(fields.or("ve", 1) | fields.or("size", size) << 2 | fields.or("vf", before.isLong() ? 1 : 0) << 8 | fields.or("base", before.base()));
    }

    static ProtectionKeyRegister key(TranslateFields fields) {
        return new ProtectionKeyRegister(fields.or("v", 1) | fields.or("wd", 0) << 1 | fields.or("rd", 0) << 2 | fields.or("xd", 0) << 3 | fields.or("key", 0) << 8);
    }

    /// {@return a translation; without a region identifier that of the region of its address}
    static Translation translation(TranslateFields fields, Addressing machine) {
        VirtualAddress address = new VirtualAddress(fields.or("va", 0));
        return Translation.of(address, (int) fields.or("rid", machine.regions().of(address).identifier()), new PageSize((int) fields.or("ps", USUAL_SIZE)),
            (int) fields.or("key", 0), entry(fields));
    }

    private static Pte entry(TranslateFields fields) {
        return new Pte(fields.or("pa", 0))
            .with(0, 0, fields.or("p", 1))
            .with(4, 2, fields.or("ma", MemoryAttribute.WB.encoding()))
            .with(5, 5, fields.or("a", 1))
            .with(6, 6, fields.or("d", 1))
            .with(8, 7, fields.or("pl", USUAL_LEVEL))
            .with(11, 9, fields.or("ar", USUAL_RIGHTS))
            .with(52, 52, fields.or("ed", 0));
    }
}
