/// One breach of the adapter protocol: where, what, and the likely mistake.
package vmmref.vectors.run;

import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Printable;

/// `line` counts the lines of the adapter's standard output from 1, anew after a restart; `path` is a JSON path; `problem` goes on from
/// it; `remedy` is an imperative; `wrote` is the line, shortened.
public record Breach(int line, String path, String problem, String remedy, String wrote) {

    public Breach {
        wrote = Printable.of(wrote, Printable.QUOTED);
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
}
