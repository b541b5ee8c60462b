package vmmref.vmm.build;

import io.vavr.control.Option;
import vmmref.model.bundle.Slot;

/// A portion as somebody asks for it, which may be none: US 7,996,833, claim 1, says nothing of what a shift may be.
///
/// @param index in the array of supplied values, from 0
/// @param inL   whether it lies in the L slot of a long instruction
/// @param shift how far its value is moved to the left
/// @param width of its values, in bits
public record RawPortion(int index, boolean inL, int shift, int width) {

    /// {@return what is wrong with it, if anything is}
    Option<String> flaw() {
        return Option.when(index < 0, () -> "no supplied value has the index %d".formatted(index))
            .orElse(() -> Option.when(shift < 0 || width < 1 || (long) shift + width > Slot.WIDTH, () -> "a portion of %d bits, %d to the left, lies outside a slot".formatted(width, shift)));
    }

    /// {@return the portion, which has no flaw}
    VariablePortion portion() {
        return new VariablePortion(index, inL, shift, width);
    }
}
