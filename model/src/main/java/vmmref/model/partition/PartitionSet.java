package vmmref.model.partition;

/// A set of partitions.
///
/// @param mask partition p is bit p
public record PartitionSet(int mask) {
    public static final PartitionSet NONE = new PartitionSet(0);

    public boolean has(Partition partition) {
        return (mask >>> partition.number() & 1) == 1;
    }

    public PartitionSet with(Partition partition) {
        return new PartitionSet(mask | 1 << partition.number());
    }

    public PartitionSet without(Partition partition) {
        return new PartitionSet(mask & ~(1 << partition.number()));
    }
}
