package vmmref.model.partition;

/// The statuses of processors: those of a cell, or of all cells.
///
/// @param secure a bit for each processor, 1 for SECURE; of all cells, processor p of cell c, of n processors each, is bit c * n + p
public record Statuses(int secure) {
    public static final Statuses NONE_SECURE = new Statuses(0);

    public boolean isSecure(int place) {
        return (secure >>> place & 1) == 1;
    }

    Statuses or(Statuses other) {
        return new Statuses(secure | other.secure);
    }

    Statuses without(Statuses others) {
        return new Statuses(secure & ~others.secure);
    }

    boolean contains(Statuses others) {
        return (others.secure & ~secure) == 0;
    }

    /// {@return these, moved to higher places}
    Statuses up(int places) {
        return new Statuses(secure << places);
    }

    /// {@return the first of these, where n processors are secure}
    static Statuses all(int n) {
        return new Statuses(n == Integer.SIZE ? -1 : (1 << n) - 1);
    }
}
