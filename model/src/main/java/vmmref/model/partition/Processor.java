package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// A processor, by its cell and its number there.
public record Processor(Cell cell, int number) {
    public Processor {
        Validate.inclusiveBetween(0, Hardware.MOST_PROCESSORS - 1, number, "no processor of a cell has the number %d", number);
    }
}
