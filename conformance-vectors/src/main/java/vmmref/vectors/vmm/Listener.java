/// What is told of lives beside what guests see: it listens to a monitor.
package vmmref.vectors.vmm;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;

public interface Listener {
    /// Tells nothing.
    Listener NONE = new Listener() { };

    /// {@return the same after an event has begun}
    ///
    /// @param event its number
    default Listener begun(int event, Happening happening) {
        return this;
    }

    /// {@return the same after the monitor has answered}
    ///
    /// @param before the machine that called it
    default Listener answered(Hosting before, Answer answer) {
        return this;
    }

    default Map<String, String> places(Hosting end) {
        return LinkedHashMap.empty();
    }
}
