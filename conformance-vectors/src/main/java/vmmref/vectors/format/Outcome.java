/// How an answer ends: the first thing that is compared.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Locale;

/// Every way in which a case may end. Rejection is an outcome of its own and never a missing field.
/// JSON: the lower-case word.
public enum Outcome {
    /// The question has an answer, or the instruction was executed.
    DONE,
    /// A fault was raised; nothing of the instruction took place.
    FAULT,
    /// The instruction took place and a trap was raised.
    TRAP,
    /// An external interruption was delivered.
    INTERRUPT,
    /// One mandatory register-stack load took place.
    LOADED,
    /// A machine check, or an entry into firmware.
    ABORT,
    /// A guest action left the guest.
    EXIT,
    /// Software asked for what it may not have.
    REFUSED,
    /// The bits encode nothing at all.
    MALFORMED,
    /// The architecture permits anything here.
    UNSPECIFIED;

    /// {@return the word in JSON, for example `done`}
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the outcome of a word in JSON, if it is one}
    public static Option<Outcome> named(String json) {
        return List.of(values()).find(outcome -> outcome.json().equals(json));
    }
}
