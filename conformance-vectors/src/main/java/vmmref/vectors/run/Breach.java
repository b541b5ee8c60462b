/// One breach of the adapter protocol: where, what, and the likely mistake.
package vmmref.vectors.run;

import org.apache.commons.lang3.StringUtils;
import vmmref.vectors.format.FieldMistake;

/// `line` counts the lines of the adapter's standard output from 1, anew after a restart; `path` is a JSON path; `problem` goes on from
/// it; `remedy` is an imperative; `wrote` is the line, shortened.
public record Breach(int line, String path, String problem, String remedy, String wrote) {

    private static final int SHOWN = 160;

    public Breach {
        wrote = StringUtils.abbreviate(printable(wrote), SHOWN);
    }

    /// {@return the breach that a reader of JSON found in a line}
    public static Breach of(int line, String wrote, FieldMistake mistake) {
        return new Breach(line, mistake.path(), mistake.problem(), mistake.remedy(), wrote);
    }

    /// {@return the breach in one sentence, with what was written}
    public String text() {
        return "line %d of its output: %s %s; %s; it wrote: %s".formatted(line, path, problem, remedy, wrote.isEmpty() ? "nothing" : wrote);
    }

    /// {@return what is wrong, and what was written}
    public String seen() {
        return "line %d of its output: %s %s; it wrote: %s".formatted(line, path, problem, wrote.isEmpty() ? "nothing" : wrote);
    }

    private static String printable(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
