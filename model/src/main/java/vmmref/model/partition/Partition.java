package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// A partition, by its number.
public record Partition(int number) implements Comparable<Partition> {
    public Partition {
        Validate.isTrue(number >= 0 && number < Hardware.MOST_PARTITIONS, "no partition has the number %d", number);
    }

    @Override public int compareTo(Partition other) {
        return Integer.compare(number, other.number);
    }
}
