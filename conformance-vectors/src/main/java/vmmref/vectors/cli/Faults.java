/// What users see of exceptions: one line each, and an exit code.
package vmmref.vectors.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vmmref.vectors.format.PackFault;
import vmmref.vectors.run.AdapterFault;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageFault;

/// A stack trace is for our own bugs, and only if asked for.
final class Faults {

    private Faults() { }

    /// Handles a command line that picocli could not read.
    static int usage(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err     = command.getErr();
        err.println("vmmref: " + fault.getMessage());
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return Exit.USAGE.code();
    }

    /// Handles what a command threw.
    static int code(Exception fault, PrintWriter err, boolean debug) {
        Exit exit = switch (fault) {
            case UsageFault usage     -> Exit.USAGE;
            case AdapterFault adapter -> Exit.ADAPTER;
            case PackFault pack       -> Exit.PACK;
            default                   -> Exit.OUR_BUG;
        };
        String message = switch (exit) {
            case PACK    -> "the pack is damaged: " + fault.getMessage();
            case OUR_BUG -> "this is a bug of vmmref: %s; please report it with the command that you typed%s"
                .formatted(fault, debug ? "" : " and what --debug adds to it");
            default      -> fault.getMessage();
        };
        err.println("vmmref: " + message);
        if (exit == Exit.OUR_BUG && debug) fault.printStackTrace(err);
        err.flush();
        return exit.code();
    }
}
