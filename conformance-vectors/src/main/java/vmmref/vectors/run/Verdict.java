/// What is said of one vector.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Locale;

/// In the order in which they are counted and printed.
public enum Verdict {
    /// The answer is what the vector expects.
    PASS,
    /// The answer is another.
    FAIL,
    /// There is no usable answer: the implementation says that it failed, left out what it announced, or broke the protocol.
    ERROR,
    /// The process ended before it answered.
    CRASH,
    /// No answer came in time.
    TIMEOUT,
    /// The implementation does not do such cases, or can observe nothing of them.
    UNSUPPORTED,
    /// The announced parameters do not meet the vector's needs.
    INEXPRESSIBLE,
    /// It went wrong, and the known-failures file says why.
    WAIVED,
    /// The vector was withdrawn from the pack.
    REVOKED;

    /// {@return the word in JSON and in reports, for example `pass`}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the verdict of a word}
    public static Option<Verdict> named(String word) {
        return List.of(values()).find(verdict -> verdict.word().equals(word));
    }

    /// {@return whether it makes the run fail}
    public boolean bad() {
        return switch (this) {
            case FAIL, ERROR, CRASH, TIMEOUT -> true;
            case PASS, UNSUPPORTED, INEXPRESSIBLE, WAIVED, REVOKED -> false;
        };
    }

    /// {@return whether the implementation was asked, and the vector judged}
    public boolean ran() {
        return bad() || this == PASS || this == WAIVED;
    }
}
