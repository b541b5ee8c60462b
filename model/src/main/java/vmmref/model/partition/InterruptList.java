package vmmref.model.partition;

/// The register INTERRUPT of a partition: who may interrupt it, and how.
///
/// @param bits partitions{7:0}, notification vector{15:8}, groups of 16 vectors{31:16}
public record InterruptList(long bits) {
    public boolean permits(Partition from, InterruptVector vector) {
        return (bits >>> from.number() & 1) == 1 && (bits >>> 16 + vector.number() / 16 & 1) == 1;
    }

    public InterruptVector notification() {
        return new InterruptVector((int) (bits >>> 8) & 0xff);
    }
}
