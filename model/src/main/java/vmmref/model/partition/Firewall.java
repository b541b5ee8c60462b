package vmmref.model.partition;

/// The register FIREWALL of a partition: which packets of others may come in.
///
/// @param bits sources{15:0}, destinations{31:16}: cell c is bit c of each
public record Firewall(long bits) {
    public boolean permits(Cell source, Cell destination) {
        return (bits >>> source.number() & 1) == 1 && (bits >>> 16 + destination.number() & 1) == 1;
    }
}
