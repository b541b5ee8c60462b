package vmmref.model.partition;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/// A class of registers of a controller; each controller has one of each.
public enum RegisterClass {
    STATUS, ROUTE, LINK, FIREWALL, SHARING, INTERRUPT, GENERAL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Option<RegisterClass> named(String text) {
        return Vector.of(values()).find(each -> each.text().equals(text));
    }
}
