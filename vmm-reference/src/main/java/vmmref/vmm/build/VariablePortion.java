package vmmref.vmm.build;

import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.word.Bits;

/// A portion of an instruction whose value is supplied: US 7,996,833, claim 1.
///
/// The claim has no width: whatever a supplied value has above its portion would go into its neighbours. With a width it can be refused (model choice).
///
/// @param index in the array of supplied values, from 0
/// @param inL   whether it lies in the L slot of a long instruction
/// @param shift how far its value is moved to the left
/// @param width of its values, in bits
public record VariablePortion(int index, boolean inL, int shift, int width) {
    public VariablePortion {
        Option<String> flaw = new RawPortion(index, inL, shift, width).flaw();
        Validate.isTrue(flaw.isEmpty(), flaw.getOrElse(""));
    }

    /// {@return the portion of the bits of a field}
    static VariablePortion of(int index, Field field) {
        return new VariablePortion(index, field.inL(), field.low(), field.width());
    }

    RawPortion raw() {
        return new RawPortion(index, inL, shift, width);
    }

    /// {@return whether a value has no bits but those that the portion has}
    boolean fits(long value) {
        return (value & ~Bits.ones(width)) == 0;
    }

    /// {@return a slot with a value that fits in the portion, all else 0}
    Slot placed(long value) {
        return inL ? new Slot(0, value << shift) : Slot.of(value << shift);
    }

    /// {@return a slot in which the portion is ones, all else 0}
    Slot mask() {
        return placed(Bits.ones(width));
    }

    /// {@return what a slot has in the portion}
    public long of(Slot slot) {
        return (inL ? slot.l() : slot.bits()) >>> shift & Bits.ones(width);
    }
}
