package vmmref.model.partition;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/// Which software a processor executes.
public enum Software {
    NONE,
    TRUSTED,
    /// Trusted software that waits until everybody knows that other software follows.
    LEAVING,
    OTHER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Option<Software> named(String text) {
        return Vector.of(values()).find(software -> software.text().equals(text));
    }
}
