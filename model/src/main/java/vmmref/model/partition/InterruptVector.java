package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// The vector of an interrupt.
public record InterruptVector(int number) {
    public InterruptVector {
        Validate.inclusiveBetween(0, 255, number, "the vector of an interrupt is 0 to 255, not %d", number);
    }
}
