package vmmref.model.partition;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/// Where a cell is in its life.
public enum Phase {
    /// It is held in reset; nothing is executed.
    RESET,
    /// Firmware runs, and boot is blocked until the profile of the complex is settled.
    BLOCKED,
    /// Boot goes on.
    RELEASED,
    /// It waits for the other cells of its partition.
    RENDEZVOUS,
    /// The routing device of its partition knows it.
    JOINED,
    /// Its firmware handed off to an operating system.
    RUNNING;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Option<Phase> named(String text) {
        return Vector.of(values()).find(phase -> phase.text().equals(text));
    }
}
