/// Small campaigns for tests, and what came of typing a command about them.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Everything happens in one folder of campaigns.
record SmallCampaign(Path store) {

    /// Breaks two laws about access rights, and no other.
    static final String WRONG = "zoo:TakesRights5ForRights3";

    /// Types `vmmref campaign` and some words.
    Typed typed(String... words) {
        List<String> pack = List.of("status", "report").contains(words[0]) ? List.empty() : List.of("--pack", "vectors");
        return Typed.command(List.of(words).prepend("campaign").appendAll(List.of("--store", store.toString())).appendAll(pack).toJavaArray(String[]::new));
    }

    /// Starts one whose laws are about protection and whose seed is 7.
    Typed run(String name, String implementation, long tries, int workers) {
        return typed("run", "-k", "Protection*", "--seed", "7", "--name", name, "-i", implementation, "--tries", String.valueOf(tries), "-j", String.valueOf(workers));
    }

    /// {@return the only finding of a campaign about a law}
    Path finding(String campaign, String law) throws IOException {
        return store.resolve(campaign).resolve("findings").resolve(findings(campaign).keySet().filter(file -> file.startsWith(law + "-")).single());
    }

    /// {@return its id}
    String id(String campaign, String law) throws IOException {
        return finding(campaign, law).getFileName().toString().replace(".json", "");
    }

    /// {@return the texts of a campaign's findings, by the names of their files}
    Map<String, String> findings(String campaign) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve(campaign).resolve("findings"))) {
            Map<String, String> texts = TreeMap.empty();
            for (Path file : files.toList()) texts = texts.put(file.getFileName().toString(), Files.readString(file));
            return texts;
        }
    }

    /// {@return what a campaign knows, the time that it took left out}
    String ledger(String campaign) throws IOException {
        return Files.readString(store.resolve(campaign).resolve("ledger.json")).replaceAll("\"(spent|nanos)\":[0-9]+", "\"$1\":0");
    }

    /// {@return a text with # for each number and for the end of an id, TIME for each duration, and STORE for the folder}
    String numberless(String text) {
        return text.replace(store.toString(), "STORE").replaceAll("-[0-9a-f]{8}\\b", "-#").replaceAll("[0-9.]+ (s|ms|µs)(?=[, ])", "TIME").replaceAll("[0-9]+(,[0-9]{3})*(\\.[0-9]+)?", "#");
    }

    static void exits(int exit, Typed typed) {
        assertEquals(exit, typed.exit(), typed::all);
    }

    static void says(String part, String text) {
        assertTrue(text.contains(part), () -> part + "\n--- is not in\n" + text);
    }

    /// Exits with 2, says so and prints no data.
    static void refuses(String message, Typed typed) {
        exits(2, typed);
        says(message, typed.err());
        assertEquals("", typed.out());
    }
}
