/// What came of typing a command.
package vmmref.vectors.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

public record Typed(int exit, String out, String err) {

    public static Typed command(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Vmmref.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Typed(command.execute(words), out.toString(), err.toString());
    }

    public String all() {
        return "exit " + exit + "\n--- standard output\n" + out + "--- standard error\n" + err;
    }
}
