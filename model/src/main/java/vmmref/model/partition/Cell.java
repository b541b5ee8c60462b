package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// A cell, by its number.
public record Cell(int number) implements Comparable<Cell> {
    public Cell {
        Validate.isTrue(number >= 0 && number < Hardware.MOST_CELLS, "no cell has the number %d", number);
    }

    @Override public int compareTo(Cell other) {
        return Integer.compare(number, other.number);
    }
}
