package vmmref.model.execute;

import io.vavr.Function1;
import io.vavr.collection.Array;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Form;

/// A bundle whose slots are ready to be executed.
///
/// @param bundle its bits
/// @param decoded what it encodes
/// @param slots   slot 0 first; two for a long instruction, none when the template code is reserved
public record ReadyBundle(Bundle bundle, DecodedBundle decoded, Array<Ready> slots) {
    /// {@return a bundle made ready}
    public static ReadyBundle of(Bundle bundle, Function1<Bundle, DecodedBundle> decode, Function1<Form, Option<Meaning>> meanings) {
        DecodedBundle decoded = decode.apply(bundle);
        return new ReadyBundle(bundle, decoded, decoded.slots().zipWith(decoded.stops(), (slot, stopped) -> Ready.of(slot, stopped, meanings)).toArray());
    }

    /// {@return whether slots 1 and 2 hold one instruction}
    public boolean isLong() {
        return decoded instanceof DecodedBundle.Long;
    }
}
