package vmmref.model.partition;

/// A set of cells, such as a route enable mask.
///
/// @param mask cell c is bit c
public record CellSet(int mask) {
    public static final CellSet NONE = new CellSet(0);

    public boolean has(Cell cell) {
        return (mask >>> cell.number() & 1) == 1;
    }

    public CellSet with(Cell cell) {
        return new CellSet(mask | 1 << cell.number());
    }

    public CellSet without(Cell cell) {
        return new CellSet(mask & ~(1 << cell.number()));
    }
}
