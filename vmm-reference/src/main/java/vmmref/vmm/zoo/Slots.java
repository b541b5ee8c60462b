package vmmref.vmm.zoo;

import io.vavr.Function1;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;

/// Replaces what single slots of a decoded bundle hold.
final class Slots {
    private Slots() { }

    static DecodedBundle changed(DecodedBundle bundle, Function1<Decoded, Decoded> change) {
        return switch (bundle) {
            case DecodedBundle.Three three -> new DecodedBundle.Three(three.template(),
                change.apply(three.slot0()), change.apply(three.slot1()), change.apply(three.slot2()));
            case DecodedBundle.Long both -> new DecodedBundle.Long(both.template(), change.apply(both.slot0()), change.apply(both.slot1()));
            case DecodedBundle.Reserved reserved -> reserved;
        };
    }
}
