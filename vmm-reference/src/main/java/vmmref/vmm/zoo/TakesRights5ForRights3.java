package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Protections;

/// Takes access rights 5, under which level 0 alone writes, for 3, under which every level of the page does.
final class TakesRights5ForRights3 {
    static final Member MEMBER = Member.translating("TakesRights5ForRights3", "users write pages that they may only read and execute",
        Vector.of(Protections.RIGHTS_DENIED), "ProtectionGuarantees.accessRights", TakesRights5ForRights3::wrong);

    private TakesRights5ForRights3() { }

    private static Translator wrong(Translator right) {
        return right.withRights((ar, pl, level, access) -> right.rights().permit(ar == 5 ? 3 : ar, pl, level, access));
    }
}
