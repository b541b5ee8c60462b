package vmmref.model.bundle;

import org.apache.commons.lang3.Validate;
import vmmref.model.word.Bits;

/// A named range of bits of a slot.
///
/// @param name as in the format tables of the manual
/// @param inL  whether the range lies in the L slot of a long instruction
/// @param high the highest bit, at most 40
/// @param low  the lowest bit
public record Field(String name, boolean inL, int high, int low) {
    public Field {
        Validate.isTrue(0 <= low && low <= high && high < Slot.WIDTH, "field %s {%d:%d} lies outside a slot", name, high, low);
    }

    public int width() {
        return high - low + 1;
    }

    /// {@return the field's value, unsigned}
    public long of(Slot slot) {
        return (inL ? slot.l() : slot.bits()) >>> low & Bits.ones(width());
    }

    /// {@return a slot in which the field holds a value and everything else is 0}
    public Slot holding(long value) {
        Validate.isTrue((value & ~Bits.ones(width())) == 0, "field %s has %d bits, not room for %d", name, width(), value);
        return inL ? new Slot(0, value << low) : Slot.of(value << low);
    }

    /// {@return a slot in which the field is all ones and everything else is 0}
    public Slot mask() {
        return holding(Bits.ones(width()));
    }
}
