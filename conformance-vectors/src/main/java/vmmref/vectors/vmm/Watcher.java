/// What is told of lives beside what guests see: it looks on while guests make turns on the machines that they believe to have.
package vmmref.vectors.vmm;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import vmmref.spec.Clause;
import vmmref.vectors.gpmap.NamedMap;

public interface Watcher {
    /// Tells nothing.
    Watcher NONE = new Watcher() { };

    /// {@return what tells the same places, and need not tell which clauses decided something}
    default Watcher unexplained() {
        return this;
    }

    /// {@return the same after an event has begun}
    ///
    /// @param event its number
    default Watcher begun(int event, Happening happening) {
        return this;
    }

    /// {@return the same after a turn}
    default Watcher turned(GuestTurn turn) {
        return this;
    }

    /// {@return the same after another guest has gone on}
    default Watcher switched(int to) {
        return this;
    }

    /// {@return the same after something else is behind the memory of a guest}
    default Watcher remapped(NamedMap before, NamedMap after) {
        return this;
    }

    /// {@return clauses that decided what came of the last turn, by parts of places of the guest that made it, of which `goes` is the place that says where it goes on}
    default Map<String, Clause> parts() {
        return LinkedHashMap.empty();
    }

    default Map<String, String> places() {
        return LinkedHashMap.empty();
    }

    /// {@return which clauses decided the places, by places and parts of them}
    default Map<String, Clause> by() {
        return LinkedHashMap.empty();
    }
}
