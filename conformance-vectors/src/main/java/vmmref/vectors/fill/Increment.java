/// By how much a pack's version grows.
package vmmref.vectors.fill;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Pattern;

/// In ascending order. `MAJOR`: what was promised of a field or a vector holds no longer. `MINOR`: vectors were added. `PATCH`: an expectation was corrected, a vector withdrawn, or
/// something was said better.
public enum Increment {
    NONE, PATCH, MINOR, MAJOR;

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}");

    /// {@return by how much a version is above another; nothing if it is below, or one of them is no version}
    public static Option<Increment> between(String before, String after) {
        if (!VERSION.matcher(before).matches() || !VERSION.matcher(after).matches()) return Option.none();
        Seq<Integer> was  = numbers(before);
        Seq<Integer> is   = numbers(after);
        int          same = was.zip(is).takeWhile(pair -> pair._1.equals(pair._2)).size();
        if (same == was.size()) return Option.some(NONE);
        return Option.when(is.get(same) > was.get(same), () -> List.of(MAJOR, MINOR, PATCH).get(same));
    }

    /// {@return the word, for example `minor`}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return whether this is enough where so much is required}
    public boolean covers(Increment required) {
        return compareTo(required) >= 0;
    }

    private static Seq<Integer> numbers(String version) {
        return List.of(version.split("\\.")).map(Integer::parseInt);
    }
}
