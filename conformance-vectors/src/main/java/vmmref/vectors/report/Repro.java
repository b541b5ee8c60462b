/// The command line that asks one vector again.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import vmmref.vectors.run.ShellWords;

/// `command` is what the user typed up to the options that decide which implementation is judged by which pack.
public record Repro(Seq<String> command) {

    /// {@return a line for a shell}
    public String line(String id) {
        return command.append("--id").append(id).map(ShellWords::quote).mkString(" ");
    }
}
