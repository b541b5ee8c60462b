/// A vector that was withdrawn, and why.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;

/// A line of revoked.txt: id, hash, date (as 2026-01-31) and reason with tabs between. Lines that start with `#` are
/// comments. The id is never given again.
public record Revoked(String id, String hash, String date, String reason) {

    /// The file's name within a pack.
    public static final String FILE = "revoked.txt";

    /// {@return the withdrawn vectors of a pack}
    /// @throws PackDamage if the file is missing, or a line does not have the four fields
    public static Seq<Revoked> read(Path pack) {
        return List.of(PackFile.text(pack, FILE).split("\n"))
            .zipWithIndex()
            .filter(line -> !line._1.isBlank() && !line._1.startsWith("#"))
            .map(line -> parse(line._1, line._2 + 1));
    }

    private static Revoked parse(String text, int line) {
        String[] fields = text.split("\t", -1);
        if (fields.length != 4)
            throw mistake(line, "has " + fields.length + " fields");
        if (Id.parse(fields[0]).isEmpty())
            throw mistake(line, "\"" + fields[0] + "\" is no id");
        if (!Json.SHA256.matcher(fields[1]).matches())
            throw mistake(line, "\"" + fields[1] + "\" is no hash");
        if (!fields[2].matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
            throw mistake(line, "\"" + fields[2] + "\" is no date");
        return new Revoked(fields[0], fields[1], fields[2], fields[3]);
    }

    private static PackDamage mistake(int line, String problem) {
        return new PackDamage(Finding.of(FILE, line, problem, "a line is id, hash, date (2026-01-31) and reason, with tabs between"));
    }
}
