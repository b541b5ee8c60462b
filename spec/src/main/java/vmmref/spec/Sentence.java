package vmmref.spec;

import java.util.Locale;

/// One clause as a chapter states it.
///
/// @param name    the clause's name, as in its heading
/// @param title   the rest of the heading: what a person would call the clause
/// @param level   what the sentence asks
/// @param text    the sentence, white space folded
/// @param source  manual section, patent claim, or "model choice"
/// @param formal  the formal statement beside it
/// @param chapter the chapter's file name without its ending
public record Sentence(String name, String title, Level level, String text, String source, Formal formal, String chapter) {

    /// {@return twelve hexadecimal digits of the SHA-256 of level and text: changes whenever the sentence does}
    public String digest() {
        return Digests.of(level + " " + text);
    }

    /// {@return a link to the heading, relative to the folder `spec`}
    public String anchor() {
        return "chapters/" + chapter + ".md#" + name.toLowerCase(Locale.ROOT) + "-" + slug(title);
    }

    /// {@return a text of a chapter without the targets of its links}
    public static String plain(String text) {
        return text.replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1");
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }
}
