package vmmref.properties.guarantee;

import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import vmmref.model.translate.ReferenceType;

/// The manual's table of access rights, typed anew from the sentences about it and turned: for each current privilege level a line for each ar, with the cells of the pl 3 to 0.
final class RightsTable {
    private static final Vector<Vector<String>> LEVELS = Vector.of(
        Vector.of(
            "R   R   R   R",
            "RX  RX  RX  RX",
            "RW  RW  RW  RW",
            "RWX RWX RWX RWX",
            "RW  RW  RW  RW",
            "RWX RWX RWX RWX",
            "RW  RW  RW  RW",
            "RX  RX  RX  RX"),
        Vector.of(
            "R   R   R   -",
            "RX  RX  RX  -",
            "RW  RW  RW  -",
            "RWX RWX RWX -",
            "RW  RW  R   -",
            "RX  RX  RX  -",
            "RW  RW  RWX -",
            "X   X   X   X"),
        Vector.of(
            "R   R   -   -",
            "RX  RX  -   -",
            "RW  RW  -   -",
            "RWX RWX -   -",
            "RW  R   -   -",
            "RX  RX  -   -",
            "RW  RWX -   -",
            "X   X   X   X"),
        Vector.of(
            "R   -   -   -",
            "RX  -   -   -",
            "RW  -   -   -",
            "RWX -   -   -",
            "R   -   -   -",
            "RX  -   -   -",
            "RWX -   -   -",
            "X   X   X   X"));

    /// What each kind of reference does with its page, among those that ask what it permits. Laws ask in this order, in every process.
    static final Map<ReferenceType, String> ACCESSES = LinkedHashMap.of(
            ReferenceType.FETCH, "X",
            ReferenceType.LOAD, "R", ReferenceType.SPECULATIVE_LOAD, "R", ReferenceType.LFETCH_FAULT, "R", ReferenceType.FC, "R", ReferenceType.PROBE_R, "R", ReferenceType.PROBE_R_FAULT, "R")
        .merge(LinkedHashMap.of(
            ReferenceType.STORE, "W", ReferenceType.PROBE_W, "W", ReferenceType.PROBE_W_FAULT, "W",
            ReferenceType.EXCHANGE, "RW", ReferenceType.FETCHADD, "RW", ReferenceType.PROBE_RW_FAULT, "RW"));

    private RightsTable() { }

    /// {@return whether a cell has every letter of some accesses}
    static boolean permits(int ar, int pl, int level, String accesses) {
        String cell = LEVELS.get(level).get(ar).split(" +")[3 - pl];
        return HashSet.ofAll(accesses.toCharArray()).forAll(letter -> cell.indexOf(letter) >= 0);
    }

    static boolean permits(int ar, int pl, int level, ReferenceType type) {
        return permits(ar, pl, level, ACCESSES.get(type).get());
    }
}
