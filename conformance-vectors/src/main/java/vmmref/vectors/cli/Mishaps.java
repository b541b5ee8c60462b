/// What users see of exceptions: one line each, and an exit code.
package vmmref.vectors.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vmmref.properties.campaign.CandidateBroken;
import vmmref.properties.campaign.NotationMistake;
import vmmref.properties.campaign.StoreMistake;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.AdapterBreakdown;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;

/// A stack trace is for our own bugs, and only if asked for.
final class Mishaps {

    private Mishaps() { }

    /// Handles a command line that picocli could not read.
    static int usage(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err     = command.getErr();
        err.println("vmmref: " + Printable.lines(mistake.getMessage()));
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return Exit.USAGE.code();
    }

    /// Handles what a command threw.
    static int code(Exception mistake, PrintWriter err, boolean debug) {
        Exit exit = switch (mistake) {
            case UsageMistake usage     -> Exit.USAGE;
            case StoreMistake store     -> Exit.USAGE;
            case NotationMistake notation -> Exit.USAGE;
            case CandidateBroken broken -> Exit.ADAPTER;
            case AdapterBreakdown adapter -> Exit.ADAPTER;
            case PackDamage pack       -> Exit.PACK;
            default                   -> Exit.OUR_BUG;
        };
        String message = switch (exit) {
            case PACK    -> "the pack is damaged: " + mistake.getMessage();
            case OUR_BUG -> "this is a bug of vmmref: %s; please report it with the command that you typed%s"
                .formatted(mistake, debug ? "" : " and what --debug adds to it");
            default      -> mistake.getMessage();
        };
        err.println("vmmref: " + Printable.lines(message));
        if (exit == Exit.OUR_BUG && debug) mistake.printStackTrace(err);
        err.flush();
        return exit.code();
    }
}
