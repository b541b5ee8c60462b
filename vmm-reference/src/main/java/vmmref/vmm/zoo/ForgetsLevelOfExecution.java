package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.model.translate.Translator;
import vmmref.spec.Protections;

/// Executes at every level what the level of the page may execute.
final class ForgetsLevelOfExecution {
    static final Member MEMBER = Member.translating("ForgetsLevelOfExecution", "the privilege level of a page is not checked when it is executed",
        Vector.of(Protections.RIGHTS_DENIED), "ProtectionGuarantees.accessRights", ForgetsLevelOfExecution::wrong);

    private ForgetsLevelOfExecution() { }

    private static Translator wrong(Translator right) {
        return right.withRights((ar, pl, level, access) -> right.rights().permit(ar, pl, access == Access.EXECUTE ? pl : level, access));
    }
}
