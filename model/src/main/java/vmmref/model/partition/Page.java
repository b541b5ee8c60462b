package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// A page of the memory of a partition, by its number.
public record Page(int number) {
    private static final int MOST = (1 << 24) - 1;

    public Page {
        Validate.inclusiveBetween(0, MOST, number, "the number of a page has 24 bits: %d", number);
    }
}
