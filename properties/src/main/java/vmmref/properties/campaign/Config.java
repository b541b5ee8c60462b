package vmmref.properties.campaign;

import io.vavr.control.Option;
import java.util.List;
import java.util.regex.Pattern;

/// What a campaign was asked to do.
///
/// @param format  of the store
/// @param subject the name of the candidate
/// @param laws    patterns of the names of laws, `*` for any text; empty for every law
/// @param seed    sixteen hexadecimal digits
/// @param edges   edge cases of each law, at most
/// @param millis  the budget of time in milliseconds; -1 for none
/// @param tries   the budget of cases; -1 for none
/// @param first   whether it ends with the first finding
/// @param started when, by the clock on the wall
public record Config(int format, String subject, List<String> laws, String seed, int edges, long millis, long tries, boolean first, String started) {
    static final int FORMAT = 2;
    private static final Pattern SEED = Pattern.compile("[0-9a-f]{16}");
    /// Enough for every law whose cases can be counted.
    public static final int EDGES = 300;

    public static Config of(String subject, List<String> laws, long seed, long millis, long tries, boolean first, String started) {
        return new Config(FORMAT, subject, laws, "%016x".formatted(seed), EDGES, millis, tries, first, started);
    }

    /// {@return the same with another budget}
    public Config with(long otherMillis, long otherTries) {
        return new Config(format, subject, laws, seed, edges, otherMillis, otherTries, first, started);
    }

    /// {@return what is wrong with one that was read}
    Option<String> fault() {
        return Option.when(!SEED.matcher(seed).matches(), "$.seed: sixteen hexadecimal digits are expected")
            .orElse(Option.when(edges < 0, "$.edges: a number of cases is expected"));
    }

    long seedBits() {
        return Long.parseUnsignedLong(seed, 16);
    }
}
