/// Why a command could not be started, and what to do about it.
package vmmref.vectors.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmmref.vectors.format.Printable;

/// `program` is the first word of the command.
record NoStart(String program, IOException cannot) {

    private static final Pattern SYSTEM = Pattern.compile(".*error[=:] ?[0-9]+,? \\(?([^()]+)\\)?\\s*", Pattern.DOTALL);

    /// {@return the breakdown that tells it}
    AdapterBreakdown told() {
        return new AdapterBreakdown("the adapter does not start: %s: %s; %s".formatted(ShellWords.quote(Printable.of(program)), reason(), remedy()));
    }

    /// What the system said, without how Java tells it.
    private String reason() {
        String  said   = String.valueOf(cannot.getMessage());
        Matcher system = SYSTEM.matcher(said);
        return Printable.of(system.matches() ? system.group(1) : said);
    }

    private String remedy() {
        try {
            Path file = Path.of(program);
            if (program.isEmpty() || !Files.exists(file)) return "is it the name of a program, or the path of an executable file?";
            if (Files.isDirectory(file))                  return "it is a folder: name the program in it";
            if (!Files.isExecutable(file))                return "make it executable with chmod +x, or name its interpreter, as in python3 FILE";
            return "does its first line name an interpreter that is there?";
        } catch (InvalidPathException noPath) {
            return "is it the name of a program, or the path of an executable file?";
        }
    }
}
