package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.DecodedBundle;
import vmmref.spec.Bundles;

/// Takes a reserved template for the code whose bits 2 and 1 are 0.
final class AcceptsReservedTemplates {
    static final Member MEMBER = Member.decoding("AcceptsReservedTemplates", "a reserved template code is read as another one",
        Vector.of(Bundles.TEMPLATE_RESERVED), "BundleGuarantees.reservedTemplatesHoldNoInstructions", AcceptsReservedTemplates::wrong);

    private AcceptsReservedTemplates() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return bundle -> right.apply(bundle) instanceof DecodedBundle.Reserved
            ? right.apply(new Bundle(bundle.low() & ~0b110L, bundle.high()))
            : right.apply(bundle);
    }
}
