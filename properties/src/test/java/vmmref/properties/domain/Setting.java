package vmmref.properties.domain;

import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.Catching;

/// What stays: how the hardware is told of states, and for each page whose it is, and what its own machine permits.
record Setting(Catching catching, Vector<Integer> guests, Vector<Set<Access>> permits) {
    static final int FRAMES = 2;
    static final int PAGES  = 3;
    static final int GUESTS = 2;
}
