package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.register.Dcr;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;

/// The fields of registers, of page-table entries, and their changes.
final class RegisterTheorems {
    private RegisterTheorems() { }

    static Seq<Theorem> all() {
        return bits(Pte.class, "pte", "p a d ed")
            .appendAll(Vector.of(number(Pte.class, "pte", "ma", "ma", 3), number(Pte.class, "pte", "pl", "pl", 2), number(Pte.class, "pte", "ar", "ar", 3)))
            .append(of(Pte.class, "pte", "frame").claims("(= result (pte-frame register.bits))"))
            .append(of(Itir.class, "itir", "size").claims("(= result.log2 ((_ zero_extend 26) (itir-ps register.bits)))"))
            .append(number(Itir.class, "itir", "key", "key", 24))
            .append(number(RegionRegister.class, "rr", "identifier", "rid", 24))
            .append(of(RegionRegister.class, "rr", "preferredSize").claims("(= result.log2 ((_ zero_extend 26) (rr-ps register.bits)))"))
            .append(bit(ProtectionKeyRegister.class, "pkr", "valid", "v"))
            .append(bit(ProtectionKeyRegister.class, "pkr", "disablesWrite", "wd"))
            .append(bit(ProtectionKeyRegister.class, "pkr", "disablesRead", "rd"))
            .append(bit(ProtectionKeyRegister.class, "pkr", "disablesExecution", "xd"))
            .append(number(ProtectionKeyRegister.class, "pkr", "key", "key", 24))
            .append(of(ProtectionKeyRegister.class, "pkr", "invalid").claims("(and (= (pkr-v result.bits) #b0) (= ((_ extract 63 1) result.bits) ((_ extract 63 1) register.bits)))"))
            .appendAll(bits(Psr.class, "psr", "ac ic pk dt it da ed ia vm"))
            .append(number(Psr.class, "psr", "cpl", "cpl", 2))
            .append(of(Psr.class, "psr", "withCpl").with("level").where("(bvult level #x00000004)")
                .claims("(and (= (psr-cpl result.bits) ((_ extract 1 0) level)) (= (bvand result.bits #xfffffffcffffffff) (bvand register.bits #xfffffffcffffffff)))"))
            .append(of(Psr.class, "psr", "with").with("number").with("value").where("(bvult number #x00000040)")
                .claims("""
                    (let ((bit (bvshl #x0000000000000001 ((_ zero_extend 32) number))))
                      (and (= (distinct (bvand result.bits bit) #x0000000000000000) value) (= (bvand (bvxor result.bits register.bits) (bvnot bit)) #x0000000000000000)))"""))
            .append(of(Dcr.class, "dcr", "has").with("bit")
                .claims("(= result (= #b1 (ite (= bit #x00000000) (dcr-dm register.bits) (ite (= bit #x00000001) (dcr-dp register.bits) (ite (= bit #x00000002) (dcr-dk register.bits) "
                    + "(ite (= bit #x00000003) (dcr-dx register.bits) (ite (= bit #x00000004) (dcr-dr register.bits) (ite (= bit #x00000005) (dcr-da register.bits) (dcr-dd register.bits)))))))))"));
    }

    private static Theorem of(Class<?> type, String register, String method) {
        return Theorem.of(register + "-" + method.toLowerCase(java.util.Locale.ROOT), type, method).by("register-fields").with("register");
    }

    private static Seq<Theorem> bits(Class<?> type, String register, String methods) {
        return Vector.of(methods.split(" ")).map(method -> bit(type, register, method, method));
    }

    private static Theorem bit(Class<?> type, String register, String method, String field) {
        return of(type, register, method).claims("(= result (= (%s-%s register.bits) #b1))".formatted(register, field));
    }

    private static Theorem number(Class<?> type, String register, String method, String field, int width) {
        return of(type, register, method).claims("(= result ((_ zero_extend %d) (%s-%s register.bits)))".formatted(32 - width, register, field));
    }
}
