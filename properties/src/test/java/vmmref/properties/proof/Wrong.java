package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.protect.Access;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.tlb.Translation;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.word.Bits;

/// Methods with a mistake each, of which the theorems must be wrong.
final class Wrong {
    private Wrong() { }

    static Seq<Theorem> theorems() {
        return Vector.of(
            Theorem.of("slot-1-begins-a-bit-late", Wrong.class, "slot1").by("bundle-fields").with("bundle").claims("(= result.bits ((_ zero_extend 23) (bundle-slot1 bundle.low bundle.high)))"),
            Theorem.of("imm14-forgets-its-sign", Wrong.class, "imm14").by("immediate-signed").with("slot").claims("(= result (imm14-value ((_ extract 40 0) slot.bits)))"),
            Theorem.of("keys-disable-writing-for-reading", Wrong.class, "disables").by("key-disabled").with("register").with("access")
                .where("(= ((_ extract 0 0) register.bits) #b1)")
                .claims("(= result (key-disabled true ((_ extract 31 8) register.bits) register.bits %s))".formatted(CheckTheorems.ACCESS)),
            Theorem.of("region-numbers-are-compared", Wrong.class, "covers").by("translation-matched").with("translation").with("rid").with("address").where("(bvult rid #x01000000)")
                .claims("(= result (page-covers translation.pageBits ((_ extract 23 0) translation.rid) ((_ extract 5 0) translation.sizeLog2) ((_ extract 23 0) rid) address.bits))"),
            Theorem.of("an-exception-that-nobody-expects", Wrong.class, "slot1").with("bundle").throwing("(= bundle.high #x0000000000000000)"));
    }

    static Slot slot1(Bundle bundle) {
        return Slot.of((bundle.low() >>> 47 | bundle.high() << 17) & Bits.ones(Slot.WIDTH));
    }

    static long imm14(Slot slot) {
        return Bits.field(slot.bits(), 36, 36) << 13 | Bits.field(slot.bits(), 32, 27) << 7 | Bits.field(slot.bits(), 19, 13);
    }

    static boolean disables(ProtectionKeyRegister register, Access access) {
        return access.reads() && register.disablesWrite() || access.writes() && register.disablesRead() || access.executes() && register.disablesExecution();
    }

    static boolean covers(Translation translation, int rid, VirtualAddress address) {
        return translation.rid() == rid && (translation.pageBits() ^ address.bits()) >>> translation.sizeLog2() == 0;
    }

    /// Counts up to a number.
    static int slowly(int number) {
        int counted = 0;
        while (counted != number) counted++;
        return counted;
    }

    static int floating(int number) {
        return (int) (number * 0.5);
    }
}
