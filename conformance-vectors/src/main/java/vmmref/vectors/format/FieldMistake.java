/// One JSON value is not what its reader needs.
package vmmref.vectors.format;

/// Thrown while a line or file is read; whoever knows the file and line turns it into a {@link PackDamage}, and whoever
/// knows the adapter turns it into a protocol error.
public final class FieldMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;
    private final String remedy;

    /// `path` is a JSON path such as `$.expect.outcome`; `problem` goes on from it; `remedy` is an imperative. What they quote is made printable.
    public FieldMistake(String path, String problem, String remedy) {
        super(told(path) + " " + told(problem) + "; " + told(remedy), null, false, false);
        this.path    = told(path);
        this.problem = told(problem);
        this.remedy  = told(remedy);
    }

    private static String told(String text) {
        return Printable.of(text, Printable.SENTENCE);
    }

    /// {@return where in the value}
    public String path() {
        return path;
    }

    /// {@return what is wrong there, as the rest of a sentence}
    public String problem() {
        return problem;
    }

    /// {@return what to do about it, as an imperative}
    public String remedy() {
        return remedy;
    }
}
