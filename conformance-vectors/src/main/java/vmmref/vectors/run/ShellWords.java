/// A command line, split into words as a shell splits it, without a shell.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;

/// White space separates words. Single quotes keep everything; double quotes keep everything but `\"`, `\\`, `\$` and `` \` ``; elsewhere a
/// backslash keeps the next character. Nothing is expanded, and what only a shell can do (`|`, `>`, `&&`, `;`) is refused unless quoted.
public final class ShellWords {

    private static final List<String> OPERATORS = List.of("|", "||", "&", "&&", ";", "<", ">", ">>", "2>", "2>&1");

    private final String command;
    private final StringBuilder word = new StringBuilder();
    private List<String> words = List.empty();
    private boolean open;
    private boolean quoted;
    private int at;

    private ShellWords(String command) {
        this.command = command;
    }

    /// {@return the words of a command, at least one}
    /// @throws UsageMistake if a quote is not closed, a backslash ends the command, there is no word, or a shell would be needed
    public static Seq<String> of(String command) {
        return new ShellWords(command).split();
    }

    /// {@return a text as one word that a POSIX shell, or {@link #of}, reads back}
    public static String quote(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private Seq<String> split() {
        while (at < command.length()) {
            char c = command.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> end();
                case '\'' -> single();
                case '"'  -> twice();
                case '\\' -> escaped();
                default   -> put(c);
            }
        }
        end();
        if (words.isEmpty()) throw new UsageMistake("the command is empty: write -i 'PROGRAM ARGUMENTS'");
        return words.reverse();
    }

    private void single() {
        int close = command.indexOf('\'', at);
        if (close < 0) throw unclosed("single", at);
        word.append(command, at, close);
        at     = close + 1;
        open   = true;
        quoted = true;
    }

    private void twice() {
        int start = at;
        open   = true;
        quoted = true;
        while (at < command.length()) {
            char c = command.charAt(at++);
            if (c == '"') return;
            boolean kept = c == '\\' && at < command.length() && "\"\\$`".indexOf(command.charAt(at)) >= 0;
            word.append(kept ? command.charAt(at++) : c);
        }
        throw unclosed("double", start);
    }

    private void escaped() {
        if (at == command.length())
            throw new UsageMistake("the command ends in a backslash, which keeps a character that is not there: " + command);
        quoted = true;
        put(command.charAt(at++));
    }

    private void put(char c) {
        word.append(c);
        open = true;
    }

    private void end() {
        if (!open) return;
        String done = word.toString();
        if (!quoted && OPERATORS.contains(done))
            throw new UsageMistake("no shell runs the command, so \"%s\" means nothing in it: write -i \"sh -c '…'\", or quote it".formatted(done));
        words  = words.prepend(done);
        open   = false;
        quoted = false;
        word.setLength(0);
    }

    private UsageMistake unclosed(String kind, int column) {
        return new UsageMistake("the %s quote at column %d of the command is not closed: %s".formatted(kind, column, command));
    }
}
