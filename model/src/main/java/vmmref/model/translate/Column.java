package vmmref.model.translate;

import java.util.Locale;

/// A column of the table of the order of faults: instructions and references that are checked alike.
public enum Column {
    ITC, ITR, PURGE, PTC_E, RR, PKR, FETCH, DATA, LFETCH, LFETCH_FAULT, FC, PROBE, PROBE_FAULT, TPA, TAK;

    /// {@return the heading in the table}
    public String heading() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// {@return whether it is one of references, which have a target}
    public boolean isOfReferences() {
        return ordinal() >= FETCH.ordinal();
    }
}
