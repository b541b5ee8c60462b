package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// A partition, by its number.
public record Partition(int number) implements Comparable<Partition> {
    public Partition {
        Validate.inclusiveBetween(0, Hardware.MOST_PARTITIONS - 1, number, "no partition has the number %d", number);
    }

    @Override public int compareTo(Partition other) {
        return Integer.compare(number, other.number);
    }
}
