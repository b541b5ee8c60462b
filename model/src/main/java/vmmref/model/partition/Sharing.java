package vmmref.model.partition;

/// The register SHARING of a partition: its window, and who may reach it.
///
/// @param bits partitions{7:0}, first page{31:8}, last page{55:32}
public record Sharing(long bits) {
    private static final int PAGE = (1 << 24) - 1;

    public boolean permits(Partition from, Page page) {
        return (bits >>> from.number() & 1) == 1 && first() <= page.number() && page.number() <= last();
    }

    private int first() {
        return (int) (bits >>> 8) & PAGE;
    }

    private int last() {
        return (int) (bits >>> 32) & PAGE;
    }
}
