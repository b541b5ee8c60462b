/// The files that a run leaves for people and programs: report.html, junit.xml and badge.json.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.time.Instant;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Verdict;

/// Collects while a run goes, and writes when it is over. What waits for that is removed by closing.
public final class Reports implements Run.Listener, AutoCloseable {

    private static final int REASONS = 500;

    private final Path folder;
    private final Repro repro;
    private final JUnitFile junit;
    private final Counts<String> waived = new Counts<>(REASONS);

    private Reports(Path folder, Repro repro, JUnitFile junit) {
        this.folder = folder;
        this.repro  = repro;
        this.junit  = junit;
    }

    /// {@return the reports of one run, to be written into a folder}
    public static Reports in(Path folder, Repro repro) {
        return new Reports(folder, repro, new JUnitFile(folder, repro, System::nanoTime));
    }

    /// Hears of a judgement.
    /// @throws vmmref.vectors.run.UsageMistake if the folder cannot be written
    @Override
    public void judged(Judgement judgement) {
        junit.judged(judgement);
        if (judgement.verdict() == Verdict.WAIVED) waived.add(judgement.reason().getOrElse(""));
    }

    /// Writes the files, each of them whole or not at all.
    /// @return the files
    /// @throws vmmref.vectors.run.UsageMistake if one cannot be written
    public Seq<Path> write(Summary summary) {
        return List.of(html(summary).write(folder), junit.write(summary), badge(summary));
    }

    private HtmlReport html(Summary summary) {
        return new HtmlReport(summary, repro, waived.sorted().map(entry -> new Skips.Reason(Verdict.WAIVED, entry._1, entry._2)), Instant.now());
    }

    private Path badge(Summary summary) {
        Path file = folder.resolve(Badge.NAME);
        WholeFile.write(file, ResultsFile.REMEDY, out -> out.write(Json.page(new Badge(summary).json())));
        return file;
    }

    @Override
    public void close() {
        junit.close();
    }
}
