/// The commands that write programs, run them, and judge their logs.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(120)
class BareMetalCommandsTest {
    private static final int BOTH_ENTRIES = 512 + 2 * 5120;

    @TempDir static Path shared;
    @TempDir Path folder;
    static Path images;
    static Path dump;

    @BeforeAll
    static void make() {
        images = shared.resolve("images");
        dump   = shared.resolve("0001.dump");
        exits(0, typed("vectors", "export", "--elf", images.toString(), "--id", "step/manual/0001", "--id", "step/manual/0002", "--id", "step/break/0001"));
        typed("run", images.resolve("0001.elf").toString(), "--dump", "a000000:a003000", dump.toString());
    }

    private static Typed typed(String... words) {
        return Typed.command(words.length > 0 && (words[0].equals("vectors") || words[0].equals("judge")) ? List.of(words).appendAll(List.of("--pack", "vectors")).toJavaArray(String[]::new) : words);
    }

    private static void exits(int exit, Typed typed) {
        assertEquals(exit, typed.exit(), typed::all);
    }

    private static void says(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    private static void mistaken(String told, Typed typed) {
        exits(2, typed);
        says(told, typed.err());
    }

    private static Typed judge(Path... logs) {
        return typed(List.of("judge", "--elf", images.toString()).appendAll(List.of(logs).flatMap(log -> List.of("--log", log.toString()))).toJavaArray(String[]::new));
    }

    @Test @DisplayName("a folder gets two forms of each program and an index that lists what is inexpressible")
    void exported() throws IOException {
        try (var files = Files.list(images)) {
            assertEquals(java.util.List.of("0001.bin", "0001.elf", "index.json"), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String index = Files.readString(images.resolve("index.json"));
        says("\"id\" : \"step/manual/0001\"", index);
        says("\"why\" : \"a break that simulators take for a call\"", index);
        says("\"from\" : \"000000000a000000\"", index);
    }

    @Test @DisplayName("a log is judged")
    void judged() {
        Typed typed = judge(dump);
        exits(0, typed);
        says("pass 2  fail 0  error 0", typed.out());
        says("of 2 vectors", typed.out());
    }

    @Test @DisplayName("with a selection, an inexpressible vector is unsupported, and one that was not exported is an error")
    void selected() {
        Typed typed = typed("judge", "--log", dump.toString(), "--elf", images.toString(), "--id", "step/manual/0001", "--id", "step/break/0001", "--id", "step/manual/0003");
        exits(1, typed);
        says("pass 1  fail 0  error 1  crash 0  timeout 0  unsupported 1", typed.out());
    }

    @Test @DisplayName("of a truncated log the whole entries are judged")
    void truncated() throws IOException {
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(Files.readAllBytes(dump), BOTH_ENTRIES - 4000));
        Typed typed = judge(cut);
        exits(1, typed);
        says("pass 1  fail 0  error 1", typed.out());
        says("is truncated: it has", typed.out());
    }

    @Test @DisplayName("garbage beside a log is told of, and garbage alone is a mistake")
    void garbage() throws IOException {
        Path garbage = Files.write(folder.resolve("garbage"), new byte[4096]);
        Typed both = judge(dump, garbage);
        exits(0, both);
        says("garbage is no log: it begins with 0000000000000000", both.all());
        mistaken("garbage is no log: it begins with 0000000000000000, and not with VMMRFLOG", judge(garbage));
    }

    @Test @DisplayName("a log of other programs is a mistake")
    void others() {
        Path other = folder.resolve("other");
        exits(0, typed("vectors", "export", "--elf", other.toString(), "--id", "step/manual/0003"));
        mistaken("which is none of " + other, typed("judge", "--log", dump.toString(), "--elf", other.toString()));
    }

    @Test @DisplayName("a folder of logs is read whole")
    void folders() throws IOException {
        Files.copy(dump, folder.resolve("a"));
        exits(0, judge(folder));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        mistaken("empty is an empty folder", judge(empty));
        mistaken("nowhere is not there", judge(folder.resolve("nowhere")));
    }

    @Test @DisplayName("what is judged must be named once")
    void named() {
        mistaken("nothing is named to judge", typed("judge"));
        mistaken("--log needs --elf DIR", typed("judge", "--log", dump.toString()));
        mistaken("--elf goes with --log FILE", typed("judge", "answers.jsonl", "--elf", images.toString()));
        mistaken("name a file of answers or logs, not both", typed("judge", "answers.jsonl", "--log", dump.toString(), "--elf", images.toString()));
        mistaken("is no folder: name the one that vmmref vectors export --elf wrote", typed("judge", "--log", dump.toString(), "--elf", dump.toString()));
        mistaken("there is no such file; name the folder that vmmref vectors export --elf wrote", typed("judge", "--log", dump.toString(), "--elf", folder.toString()));
    }

    @Test @DisplayName("an index that was changed is a mistake")
    void index() throws IOException {
        String index = Files.readString(images.resolve("index.json"));
        Files.writeString(folder.resolve("index.json"), index.replaceFirst("\"number\" : \"[0-9a-f]{4}", "\"number\" : \"0000"));
        mistaken("write the images again: vmmref vectors export --elf", typed("judge", "--log", dump.toString(), "--elf", folder.toString()));
        Files.writeString(folder.resolve("index.json"), index.replace("step/manual/0002", "step/manual/9999"));
        mistaken("is step/manual/9999, and there is no such vector that images execute", typed("judge", "--log", dump.toString(), "--elf", folder.toString()));
        Files.writeString(folder.resolve("index.json"), "{");
        exits(2, typed("judge", "--log", dump.toString(), "--elf", folder.toString()));
    }

    @ParameterizedTest @DisplayName("an index that no vmmref writes is a mistake and no bug")
    @CsvSource(delimiter = '|', value = {
        "\"pa\" : 50                               | \"pa\" : \"x\"                    | $.profile is of no machine: profile itanium2: pa is a number, not x",
        "\"brl\" : true                            | \"brl\" : 1                       | $.profile is of no machine: profile itanium2: brl is true or false, not 1",
        "\"log\" : 1                               | \"log\" : 2                       | $.log is 2, and this vmmref reads logs of version 1",
        "\"form\" : 1                              | \"form\" : 2                      | $.form is 2, and this vmmref reads 1",
        "\"kept\" : 4                              | \"kept\" : 9                      | $.images[0].site.kept is 9, and no image is so",
        "\"cases\" : [                             | \"cases\" : [ ], \"others\" : [ | $.images[0].cases is empty",
        "step/manual/0002                            | codec/form/0001                    | $.images[0].cases[1].id is codec/form/0001, and there is no such vector that images execute"})
    void damaged(String part, String other, String told) throws IOException {
        String index = Files.readString(images.resolve("index.json"));
        assertTrue(index.contains(part), index);
        Files.writeString(folder.resolve("index.json"), index.replace(part, other));
        mistaken(folder.resolve("index.json") + ": " + told + "; write the images again: vmmref vectors export --elf", typed("judge", "--log", dump.toString(), "--elf", folder.toString()));
    }

    @Test @DisplayName("an index that lists an image twice is a mistake")
    void twice() throws IOException {
        String index = Files.readString(images.resolve("index.json"));
        String image = index.substring(index.indexOf("\"images\" : [") + 12, index.indexOf("],\n  \"inexpressible\""));
        Files.writeString(folder.resolve("index.json"), index.replace(image, image + "," + image));
        mistaken("$.images hold step/manual/0001 more than once", typed("judge", "--log", dump.toString(), "--elf", folder.toString()));
    }

    @Test @DisplayName("a folder must be one, and hold nothing but images")
    void folderMistakes() throws IOException {
        mistaken("is no folder", typed("vectors", "export", "--elf", dump.toString(), "--id", "step/manual/0001"));
        Files.writeString(folder.resolve("diary.txt"), "dear diary");
        mistaken("holds diary.txt, which is no image", typed("vectors", "export", "--elf", folder.toString(), "--id", "step/manual/0001"));
        mistaken("there is no vector step/manual/99999", typed("vectors", "export", "--elf", folder.toString(), "--id", "step/manual/99999"));
    }

    @ParameterizedTest @DisplayName("options with impossible values are mistakes")
    @CsvSource(delimiter = '|', value = {"--cases 0|--cases is 0; write 1 to 400", "--set pa|--set pa: write a name and a value", "--set pq=3|there is no parameter \"pq\"", "--profile z80|there is no profile z80"})
    void options(String words, String told) {
        mistaken(told, typed(List.of("vectors", "export", "--elf", folder.resolve("x").toString(), "--id", "step/manual/0001").appendAll(List.of(words.split(" "))).toJavaArray(String[]::new)));
    }

    @Test @DisplayName("5 where no program executes any of them")
    void nothing() {
        exits(5, typed("vectors", "export", "--elf", folder.resolve("x").toString(), "--id", "step/break/0001"));
    }

    @ParameterizedTest @DisplayName("the adapter needs a command that says what it runs and where it leaves the log")
    @CsvSource(delimiter = '|', value = {"sim {elf}|does not say {dump}", "sim {dump}|names neither {elf} nor {bin}", "''|the command is empty"})
    void adapter(String command, String told) {
        mistaken(told, typed("adapter", "bare-metal", command));
    }

    @ParameterizedTest @DisplayName("a range to dump is two addresses") @ValueSource(strings = {"1000", "z:1", "1001:1010", "1000:800"})
    void ranges(String range) {
        mistaken("--dump " + range, typed("run", images.resolve("0001.elf").toString(), "--dump", range, folder.resolve("d").toString()));
    }
}
