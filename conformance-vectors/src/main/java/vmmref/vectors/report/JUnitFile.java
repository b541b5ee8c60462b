/// junit.xml: the run as continuous integration servers read it.
package vmmref.vectors.report;

import io.vavr.collection.List;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import vmmref.vectors.format.Id;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;

/// A suite for each kind and topic, a case for each vector. A suite begins with its counts, so cases wait in files of a hidden folder until
/// the run is over. The time of a case is what went by since the one before it.
final class JUnitFile implements Run.Listener, AutoCloseable {

    static final String NAME = "junit.xml";

    private final Path file;
    private final Path waiting;
    private final Repro repro;
    private final LongSupplier clock;
    private final Map<String, JUnitSuite> suites = new TreeMap<>();
    private long before;

    /// The file in a folder; `clock` counts nanoseconds.
    JUnitFile(Path folder, Repro repro, LongSupplier clock) {
        this.file    = folder.resolve(NAME);
        this.waiting = folder.resolve("." + NAME);
        this.repro   = repro;
        this.clock   = clock;
        this.before  = clock.getAsLong();
    }

    @Override
    public void judged(Judgement judgement) {
        long   now  = clock.getAsLong();
        String name = Id.parse(judgement.vector().id()).map(Id::family).getOrElse(judgement.vector().kind());
        try {
            if (!suites.containsKey(name)) suites.put(name, suite(name));
            suites.get(name).add(judgement, (now - before) / 1e9);
        } catch (IOException cannot) {
            throw Unwritable.mistake(file, cannot, ResultsFile.REMEDY);
        }
        before = now;
    }

    private JUnitSuite suite(String name) throws IOException {
        if (suites.isEmpty()) clear();
        Files.createDirectories(waiting);
        return JUnitSuite.waiting(name, waiting.resolve(name.replace('/', '.') + ".xml"), new Card(repro, new Ink(false)));
    }

    /// Writes the file.
    Path write(Summary summary) {
        WholeFile.write(file, ResultsFile.REMEDY, out -> write(summary, out));
        return file;
    }

    private void write(Summary summary, Writer out) throws IOException {
        Xml xml = new Xml(out).declaration().start("", "testsuites").attribute("name", "vmmref " + summary.tier().json());
        List.ofAll(suites.values()).map(JUnitSuite::counts).fold(JUnitCounts.NONE, JUnitCounts::plus).write(xml);
        for (JUnitSuite suite : suites.values()) suite.write(summary, xml);
        xml.end("").close();
    }

    @Override
    public void close() {
        try {
            for (JUnitSuite suite : suites.values()) suite.close();
            clear();
        } catch (IOException cannot) {
            throw Unwritable.mistake(file, cannot, ResultsFile.REMEDY);
        }
    }

    /// A run that was killed leaves what waited.
    private void clear() throws IOException {
        if (!Files.isDirectory(waiting)) return;
        try (Stream<Path> left = Files.list(waiting)) {
            for (Path suite : left.toList()) Files.delete(suite);
        }
        Files.delete(waiting);
    }
}
