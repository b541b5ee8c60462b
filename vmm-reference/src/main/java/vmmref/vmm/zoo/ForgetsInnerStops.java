package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.DecodedBundle;
import vmmref.spec.Bundles;

/// Knows stops at the end of a bundle only.
final class ForgetsInnerStops {
    static final Member MEMBER = Member.decoding("ForgetsInnerStops", "a stop inside a bundle is not seen",
        Vector.of(Bundles.TEMPLATE_ASSIGNED), "BundleGuarantees.unitsAndStops", ForgetsInnerStops::wrong);

    private ForgetsInnerStops() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return right.andThen(decoded -> decoded instanceof DecodedBundle.Three(var template, var slot0, var slot1, var slot2)
            ? new DecodedBundle.Three(template.withStops(Vector.of(false, false, template.stops().get(2))), slot0, slot1, slot2)
            : decoded);
    }
}
