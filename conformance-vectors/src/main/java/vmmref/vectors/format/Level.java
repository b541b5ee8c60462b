/// How firmly the architecture decides what a vector expects.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Locale;

/// `MUST`: every implementation answers so. `MAY`: an implementation is free not to. `UNSPECIFIED`: nothing about
/// the outcome may be asserted. JSON: the lower-case word.
public enum Level {
    MUST, MAY, UNSPECIFIED;

    /// {@return the word in JSON, for example `must`}
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the level of a word in JSON, if it is one}
    public static Option<Level> named(String json) {
        return List.of(values()).find(level -> level.json().equals(json));
    }
}
