/// What other disassemblers printed, line by line.
package vmmref.vectors.cli;

import io.vavr.collection.Iterator;
import io.vavr.collection.Vector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.codec.Listing;
import vmmref.vectors.run.UsageMistake;

/// There may be millions: they are read as they come, and many are compared at once.
final class Listings {

    private static final String INPUT = "-";
    private static final int    BATCH = 20_000;

    private Listings() { }

    /// Prints where the lines of a file, or of standard input, depart from the tables, in their order.
    /// {@return whether one does}
    static boolean departing(String file, Semantics semantics, PrintWriter out) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(opened(file), StandardCharsets.UTF_8))) {
            int before = 0;
            boolean departing = false;
            for (Vector<String> batch : Iterator.ofAll(in.lines().iterator()).grouped(BATCH).map(Vector::ofAll)) {
                departing |= print(batch, before, semantics, out);
                before += batch.size();
            }
            return departing;
        } catch (NoSuchFileException missing) {
            throw new UsageMistake(file + ": there is no such file; name one that holds what another disassembler printed, or write - for standard input");
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UsageMistake(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static InputStream opened(String file) throws IOException {
        return file.equals(INPUT) ? System.in : Files.newInputStream(Path.of(file));
    }

    private static boolean print(Vector<String> batch, int before, Semantics semantics, PrintWriter out) {
        Vector<Listing> listings = batch.zipWithIndex().map(line -> listing(line._1, before + line._2 + 1));
        java.util.List<String> departures = listings.toJavaParallelStream().flatMap(listing -> listing.departures(semantics).toJavaStream()).map(Listing.Departure::toString).toList();
        departures.forEach(out::println);
        out.flush();
        return !departures.isEmpty();
    }

    private static Listing listing(String line, int number) {
        try {
            return Listing.of(line);
        } catch (IllegalArgumentException unreadable) {
            throw new UsageMistake("line " + number + ": " + unreadable.getMessage());
        }
    }
}
