package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import vmmref.properties.arbitrary.Legible;

/// A case for which a law does not hold.
///
/// @param law       that does not hold
/// @param sentence  what it says
/// @param subject   the name of the candidate
/// @param symptom   what failures of one cause have in common
/// @param message   what was expected, and what came
/// @param seed      of the campaign, sixteen hexadecimal digits
/// @param stage     of the case that was found
/// @param number    of the case that was found
/// @param arguments the case, as small as it became, as [Notation] writes it: by parameter
/// @param found     the case as it was found
/// @param tries     cases that were executed to make it smaller; -1 while nobody tried
/// @param roles     which arguments matter
public record Finding(String law, String sentence, String subject, String symptom, String message, String seed, Stage stage, long number, JsonNode arguments, JsonNode found, int tries,
                      List<Role> roles) {
    /// Which of the cases of a law counts: edge cases before random ones, whichever came first.
    static final Comparator<Finding> ORDER = Comparator.comparing(Finding::stage).thenComparingLong(Finding::number).thenComparing(Finding::symptom);

    /// {@return a name that is the same whenever the same symptom of the same law is found}
    public String id() {
        CRC32 sum = new CRC32();
        sum.update(symptom.getBytes(StandardCharsets.UTF_8));
        return law + "-%08x".formatted(sum.getValue());
    }

    /// {@return whether it is made smaller and explained}
    public boolean isComplete() {
        return tries >= 0;
    }

    /// {@return how many single values the case consists of}
    public int size() {
        return leaves(arguments);
    }

    /// {@return how many single values the case consisted of when it was found}
    public int originalSize() {
        return leaves(found);
    }

    /// {@return what a person reads of the case: its programs; empty if it has none, or if the law takes other arguments by now}
    public Seq<String> reading() {
        try {
            return Law.named(law).toVector().flatMap(known -> Findings.arguments(known, arguments)).flatMap(argument -> argument instanceof Legible legible ? legible.reading() : Vector.empty());
        } catch (NotationMistake other) {
            return Vector.empty();
        }
    }

    /// {@return what is wrong with one that was read}
    Option<String> fault() {
        return Option.when(!arguments.isObject(), "$.arguments: an object is expected").orElse(Option.when(!found.isObject(), "$.found: an object is expected"));
    }

    private static int leaves(JsonNode json) {
        int sum = json.isContainer() ? 0 : 1;
        for (JsonNode child : json) sum += leaves(child);
        return sum;
    }

    boolean isEarlierThan(Finding other) {
        return ORDER.compare(this, other) < 0;
    }
}
