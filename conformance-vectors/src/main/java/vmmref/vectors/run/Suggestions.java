/// What a user may have meant by a name that does not exist.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;

/// Few names are all listed; among many, those that contain the text or are spelled nearly so.
public final class Suggestions {

    private static final int FEW   = 12;
    private static final int SHOWN = 4;

    private Suggestions() { }

    /// {@return the rest of a message, from the semicolon on: what to write instead; empty if nothing is near}
    public static String among(Seq<String> known, String wanted) {
        if (known.isEmpty()) return "";
        if (known.size() <= FEW) return "; write one of " + known.mkString(", ");
        Seq<String> near = known.filter(name -> near(name, wanted)).sortBy(name -> distance(name, wanted)).take(SHOWN);
        return near.isEmpty() ? "" : "; did you mean " + near.mkString(", ") + "?";
    }

    private static boolean near(String name, String wanted) {
        boolean part = wanted.length() >= 3 && folded(name).contains(folded(wanted));
        return part || distance(name, wanted) <= Math.max(2, wanted.length() / 4);
    }

    @SuppressWarnings("deprecation")
    private static int distance(String name, String wanted) {
        return StringUtils.getLevenshteinDistance(folded(name), folded(wanted));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
