/// The files that a run leaves.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Recorded;
import vmmref.vectors.run.UsageMistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Tag("sampled")
class ReportsTest {

    @TempDir Path folder;

    private static String said(org.junit.jupiter.api.function.Executable writing) {
        return assertThrows(UsageMistake.class, writing).getMessage();
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return List.ofAll(files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test @DisplayName("three files, and nothing besides")
    void written() throws IOException {
        try (Reports reports = Reports.in(folder, Judged.REPRO)) {
            Summary summary = Judged.of(List.of(Judged.failure(1, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM")), reports);
            assertEquals(List.of("report.html", "junit.xml", "badge.json").map(folder::resolve), reports.write(summary));
        }
        assertEquals(List.of("badge.json", "junit.xml", "report.html"), files());
        assertEquals("""
            {
              "schemaVersion" : 1,
              "label" : "vmmref core",
              "message" : "1 of 1 go wrong",
              "color" : "red",
              "isError" : true
            }
            """, Files.readString(folder.resolve("badge.json")));
    }

    @Test @DisplayName("the badge is green only if all that ran is right, and grey if nothing ran")
    void badge() {
        assertEquals("{\"schemaVersion\":1,\"label\":\"vmmref core\",\"message\":\"5,933 of 5,957 pass\",\"color\":\"brightgreen\",\"isError\":false}"
            .replaceAll("[0-9]+,[0-9]+", "N"), new Badge(Judged.core(WrongDecoder.RIGHT)).json().toString().replaceAll("[0-9]+,[0-9]+", "N"));
        assertEquals("{\"schemaVersion\":1,\"label\":\"vmmref core\",\"message\":\"nothing ran\",\"color\":\"lightgrey\",\"isError\":true}",
            new Badge(Judged.of(List.empty())).json().toString());
    }

    @Test @DisplayName("a file that cannot be written is named, with what to do; the others of an earlier run stay")
    void unwritable() throws IOException {
        Path occupied = Files.writeString(folder.resolve("file"), "");
        try (Reports reports = Reports.in(occupied.resolve("out"), Judged.REPRO)) {
            String said = said(() -> Judged.of(List.of(Judged.failure(1, "slot0", "a r1", "b r1", "UNUSED_BITS")), reports));
            assertTrue(said.startsWith(occupied.resolve("out/junit.xml") + " cannot be written: "), said);
            assertTrue(said.endsWith("; name another folder with --out, or make room"), said);
        }
        Files.createDirectory(folder.resolve("report.html"));
        Files.writeString(folder.resolve("badge.json"), "older");
        try (Reports reports = Reports.in(folder, Judged.REPRO)) {
            Summary summary = Judged.of(List.empty(), reports);
            assertEquals(folder.resolve("report.html") + " is no ordinary file, and would be replaced; name another folder with --out, or make room", said(() -> reports.write(summary)));
        }
        assertEquals("older", Files.readString(folder.resolve("badge.json")));
    }

    @Test @DisplayName("a recorded run that is judged again has the same causes")
    void judgedAgain() {
        Summary first = Judged.core(WrongDecoder.CUTS_REGISTER_NUMBERS);
        try (ResultsFile results = ResultsFile.in(folder)) {
            results.begin(new ResultsFile.Run("0.1.0", Tier.CORE, Option.none(), List.empty(), Judged.DECODING.size()), first.hello());
            Judged.hearing(WrongDecoder.CUTS_REGISTER_NUMBERS, results);
        }
        Recorded again = Recording.read(folder).again();
        try (Reports reports = Reports.in(folder, Judged.REPRO)) {
            Summary second = Judged.of(again, Judged.DECODING, reports);
            assertEquals(first.clusters().text(new Ink(false)), second.clusters().text(new Ink(false)));
            assertTrue(Files.isRegularFile(reports.write(second).head()));
        }
    }
}
