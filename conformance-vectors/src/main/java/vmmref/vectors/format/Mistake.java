/// One place where a JSON value does not follow its schema.
package vmmref.vectors.format;

/// `path` is a JSON path; `problem` goes on from it; `likely` says which mistake usually lies behind it.
public record Mistake(String path, String problem, String likely) {

    public Mistake {
        path    = Printable.of(path, Printable.SENTENCE);
        problem = Printable.of(problem, Printable.SENTENCE);
    }

    /// {@return the mistake as one line: path problem; likely}
    public String text() {
        return path + " " + problem + "; " + likely;
    }
}
