package vmmref.properties.campaign;

import java.util.Locale;

/// What a campaign does at the moment. EDGES is its first batch, of edge cases alone; later ones come beside random cases. Making smaller and explaining come after every batch that found something.
public enum Phase {
    REPLAY, EDGES, SEARCH, SHRINK, EXPLAIN, REPORT;

    /// {@return its name in lower case}
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
