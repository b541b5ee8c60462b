/// What standard output and standard error are connected to, and whether colour is welcome there.
package vmmref.vectors.report;

import java.io.Console;

/// The launcher knows best and says so in the system property `vmmref.terminal`: the words `out` and `err`, of those that are terminals.
/// Colour obeys NO_COLOR and a dumb TERM.
public record Terminal(boolean out, boolean err, boolean colour) {

    private static final String PROPERTY = "vmmref.terminal";

    /// {@return a place that is no terminal, such as a file or a pipe}
    public static Terminal none() {
        return new Terminal(false, false, false);
    }

    /// {@return what this process is connected to}
    public static Terminal detected() {
        String  told = System.getProperty(PROPERTY);
        boolean both = told == null && interactive(System.console());
        return of(told == null ? (both ? "out,err" : "") : told, System.getenv("NO_COLOR"), System.getenv("TERM"));
    }

    static Terminal of(String terminals, String noColour, String kind) {
        boolean welcome = (noColour == null || noColour.isEmpty()) && !"dumb".equals(kind);
        return new Terminal(terminals.contains("out"), terminals.contains("err"), welcome);
    }

    /// {@return the ink for standard output}
    public Ink ink() {
        return new Ink(out && colour);
    }

    private static boolean interactive(Console console) {
        return console != null && console.isTerminal();
    }
}
