package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Treatment;
import vmmref.spec.Encodings;

/// Reads a predicate on an instruction that has none, as disassemblers do, and faults only if it is 1.
final class TakesPredicateOnCover {
    static final Member MEMBER = Member.decoding("TakesPredicateOnCover", "a slot that may have no predicate is nullified by one",
        Vector.of(Encodings.PREDICATE_NOT_ZERO), "ResidueGuarantees.predicateNotZero", TakesPredicateOnCover::wrong);

    private TakesPredicateOnCover() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return right.andThen(decoded -> Slots.changed(decoded, slot ->
            slot instanceof Decoded.Unassigned(Slot bits, Treatment treatment, Encodings because) && because == Encodings.PREDICATE_NOT_ZERO
                ? new Decoded.Unassigned(bits, Treatment.ILLEGAL_IF_PREDICATED, because)
                : slot));
    }
}
