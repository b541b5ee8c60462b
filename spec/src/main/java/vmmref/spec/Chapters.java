package vmmref.spec;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The chapters of the specification and the sentences that they state.
///
/// A clause is a heading of level three with the clause's name in code type and its title, then a paragraph that begins with the level in bold type,
/// then a paragraph `*Source:* …`, then one fence `law`, `alloy` or `smt` that names the formal statement, or a line `none: reason`.
public final class Chapters {
    private static final Pattern CLAUSE = Pattern.compile("(?ms)^### `([A-Z0-9_]+)` (.+?)\\n(.*?)(?=^#{1,3} |\\z)");
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\A\\s*\\*\\*(MUST|MAY|UNSPECIFIED|GUARANTEE)\\*\\* (.+?)\\n\\n");
    private static final Pattern SOURCE = Pattern.compile("(?ms)^\\*Source:\\* (.+?)\\n\\n");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(law|alloy|smt)\\n(\\S+)\\n```$");
    private static final Pattern NONE = Pattern.compile("(?m)^none: (.+)$");

    /// The chapters in reading order, without their ending.
    public static final Seq<String> NAMES = Vector.of("00-how-to-add", "01-words", "02-bundles", "03-instructions", "04-translation", "05-protection", "06-references", "07-partitions", "08-recognition", "09-building", "10-registers", "11-steps",
        "12-integers", "13-memory", "14-dependencies", "15-interruptions", "16-walker", "17-register-stack", "18-guests", "19-first-accesses", "20-scratch-registers", "21-patched-pages", "22-floating-point", "90-errata");

    private static final Map<String, Sentence> SENTENCES = LinkedHashMap.ofEntries(
        NAMES.flatMap(chapter -> sentences(chapter, Resources.text("chapters/" + chapter + ".md")))
            .map(sentence -> Tuple.of(sentence.name(), sentence)));

    private Chapters() { }

    /// {@return every sentence, in reading order}
    public static Seq<Sentence> sentences() {
        return SENTENCES.values().toVector();
    }

    static Sentence sentence(Clause clause) {
        return SENTENCES.get(clause.name()).getOrElseThrow(() -> new IllegalStateException("no chapter states " + clause.name()));
    }

    /// {@return the sentences that a chapter's text states}
    static Seq<Sentence> sentences(String chapter, String text) {
        return Vector.ofAll(CLAUSE.matcher(text).results().map(found -> sentence(chapter, found.group(1), found.group(2), found.group(3) + "\n\n")));
    }

    private static Sentence sentence(String chapter, String name, String title, String body) {
        Matcher stated = found(SENTENCE, body, name, "a sentence that begins with **MUST**, **MAY**, **UNSPECIFIED** or **GUARANTEE**");
        Matcher source = found(SOURCE, body, name, "a paragraph *Source:*");
        return new Sentence(name, title, Level.valueOf(stated.group(1)), folded(stated.group(2)), folded(source.group(1)), formal(name, body), chapter);
    }

    private static Formal formal(String name, String body) {
        Matcher none = NONE.matcher(body);
        if (none.find()) return new Formal.None(none.group(1));
        Matcher fence = found(FENCE, body, name, "a fence law, alloy or smt, or a line none: with the reason");
        return switch (fence.group(1)) {
            case "law"   -> new Formal.Law(fence.group(2));
            case "alloy" -> new Formal.Alloy(fence.group(2));
            default      -> new Formal.Smt(fence.group(2));
        };
    }

    private static Matcher found(Pattern pattern, String body, String name, String what) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) throw new IllegalStateException("the clause " + name + " lacks " + what);
        return matcher;
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
