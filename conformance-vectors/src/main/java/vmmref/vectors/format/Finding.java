/// One thing that is wrong with a pack, and where.
package vmmref.vectors.format;

import io.vavr.control.Option;

/// `file` is relative to the pack; `line` counts from 1; `path` is a JSON path. `problem` and `remedy` are for people.
public record Finding(String file, Option<Integer> line, Option<String> path, String problem, String remedy) {

    public Finding {
        file    = Printable.of(file, Printable.SENTENCE);
        problem = Printable.of(problem, Printable.SENTENCE);
    }

    /// {@return a finding about a whole file}
    public static Finding of(String file, String problem, String remedy) {
        return new Finding(file, Option.none(), Option.none(), problem, remedy);
    }

    /// {@return a finding about one line of a file}
    public static Finding of(String file, int line, String problem, String remedy) {
        return new Finding(file, Option.some(line), Option.none(), problem, remedy);
    }

    /// {@return a finding about a field on a line}
    public static Finding of(String file, int line, FieldMistake mistake) {
        return new Finding(file, Option.some(line), Option.some(mistake.path()), mistake.problem(), mistake.remedy());
    }

    /// {@return a finding about a line that does not follow its schema}
    public static Finding of(String file, int line, Mistake mistake) {
        return new Finding(file, Option.some(line), Option.some(mistake.path()), mistake.problem(), mistake.likely());
    }

    /// {@return a finding about a file that does not follow its schema}
    public static Finding of(String file, Mistake mistake) {
        return new Finding(file, Option.none(), Option.some(mistake.path()), mistake.problem(), mistake.likely());
    }

    /// {@return a finding about a field of a file that is one JSON object}
    public static Finding of(String file, FieldMistake mistake) {
        return new Finding(file, Option.none(), Option.some(mistake.path()), mistake.problem(), mistake.remedy());
    }

    /// {@return the finding as one line: file:line path problem; remedy}
    public String text() {
        return file + line.map(n -> ":" + n).getOrElse("") + ": " + path.map(p -> p + " ").getOrElse("") + problem + "; " + remedy;
    }
}
