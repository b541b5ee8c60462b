package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Treatment;
import vmmref.spec.Encodings;

/// Executes what encodes nothing as a nop, in every unit as in unit B.
final class TakesHolesForNops {
    static final Member MEMBER = Member.decoding("TakesHolesForNops", "unassigned slots that are illegal if predicated do nothing",
        Vector.of(Encodings.UNASSIGNED_PREDICATED), "UnassignedGuarantees.unassignedSlots", TakesHolesForNops::wrong);

    private TakesHolesForNops() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return right.andThen(decoded -> Slots.changed(decoded, TakesHolesForNops::ignored));
    }

    private static Decoded ignored(Decoded decoded) {
        return decoded instanceof Decoded.Unassigned(var slot, Treatment treatment, var because) && treatment == Treatment.ILLEGAL_IF_PREDICATED
            ? new Decoded.Unassigned(slot, Treatment.NOP, because) : decoded;
    }
}
