package vmmref.properties;

import static vmmref.properties.guarantee.Observed.observed;

import net.jqwik.api.ForAll;
import vmmref.properties.guarantee.Guarantee;
import vmmref.spec.Encodings;

/// Two properties that differ in what they observe. Not a test by its name: [LawsTest] runs it.
class ObservedExample {

    @Guarantee
    @Encodings.Checks({Encodings.UNUSED_BITS, Encodings.HINT_RESERVED})
    void observing(@ForAll boolean which) {
        observed(which, which ? Encodings.UNUSED_BITS : Encodings.HINT_RESERVED);
    }

    @Guarantee
    @Encodings.Checks({Encodings.UNUSED_BITS, Encodings.HINT_RESERVED})
    void notObserving(@ForAll boolean which) {
        observed(which, Encodings.UNUSED_BITS);
    }
}
