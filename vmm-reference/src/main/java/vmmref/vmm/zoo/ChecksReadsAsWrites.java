package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.model.translate.Translator;
import vmmref.spec.References;

/// Asks of every access to data whether a store were permitted, too, as a published emulator did.
final class ChecksReadsAsWrites {
    static final Member MEMBER = Member.translating("ChecksReadsAsWrites", "pages that may only be read cannot be read",
        Vector.of(References.PROBE_ANSWERED), "QueryGuarantees.probes", ChecksReadsAsWrites::wrong);

    private ChecksReadsAsWrites() { }

    private static Translator wrong(Translator right) {
        return right.withRights((ar, pl, level, access) -> right.rights().permit(ar, pl, level, access) && (access == Access.EXECUTE || right.rights().permit(ar, pl, level, Access.WRITE)));
    }
}
