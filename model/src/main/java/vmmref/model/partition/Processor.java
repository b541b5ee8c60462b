package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// A processor, by its cell and its number there.
public record Processor(Cell cell, int number) {
    public Processor {
        Validate.isTrue(number >= 0 && number < Hardware.MOST_PROCESSORS, "no processor of a cell has the number %d", number);
    }
}
