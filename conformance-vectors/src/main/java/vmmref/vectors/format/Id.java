/// The name of a vector, given once and never given again.
package vmmref.vectors.format;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.apache.commons.lang3.Validate.isTrue;

/// `kind/topic/NNNN`: lower-case words joined by hyphens, and a number of at least four digits counted from 1 within
/// the topic. Ordered by kind, topic and number, which is the order of vectors in a pack.
public record Id(String kind, String topic, int number) implements Comparable<Id> {

    private static final Pattern KIND  = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile(KIND + "(?<!-[0-9]{1,99})");
    private static final Pattern FORM  = Pattern.compile("(" + KIND + ")/(" + TOPIC + ")/([0-9]{4,9})");
    private static final Comparator<Id> ORDER =
        Comparator.comparing(Id::kind).thenComparing(Id::topic).thenComparingInt(Id::number);

    public Id {
        isTrue(KIND.matcher(kind).matches(), "\"%s\" is no kind: lower-case words joined by hyphens", kind);
        isTrue(TOPIC.matcher(topic).matches(),
            "\"%s\" is no topic: lower-case words joined by hyphens, the last one no number", topic);
        isTrue(number >= 1, "the number of %s/%s is %d; numbers count from 1", kind, topic, number);
    }

    /// {@return the id that a text spells, if it spells one}
    public static Option<Id> parse(String text) {
        Matcher form = FORM.matcher(text);
        return Option.when(
                form.matches() && Integer.parseInt(form.group(3)) >= 1,
                () -> new Id(form.group(1), form.group(2), Integer.parseInt(form.group(3))))
            .filter(id -> id.toString().equals(text));
    }

    /// {@return whether these are words that a kind and a topic may have}
    public static boolean named(String kind, String topic) {
        return KIND.matcher(kind).matches() && TOPIC.matcher(topic).matches();
    }

    /// {@return `kind/topic`}
    public String family() {
        return kind + "/" + topic;
    }

    @Override
    public int compareTo(Id other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + topic + "/" + "0".repeat(Math.max(0, 4 - Integer.toString(number).length())) + number;
    }
}
