/// Files of `--machine`, good and bad, and `--set`.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
class MachineMistakesTest {
    private static final String SKI = "adapters/baremetal/ski.json";

    @TempDir Path folder;

    private Typed export(String... words) {
        return Typed.command(List.of("vectors", "export", "--pack", "vectors", "--id", "step/manual/0001", "--elf", folder.resolve("images").toString()).appendAll(List.of(words)).toJavaArray(String[]::new));
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("machine.json"), text);
    }

    private static void mistaken(String told, Typed typed) {
        assertEquals(2, typed.exit(), typed::all);
        assertEquals("vmmref: " + told, typed.err().strip());
    }

    @Test @DisplayName("a machine has what its file lists, and besides that what an itanium2 has")
    void listed() throws IOException {
        Typed typed = export("--machine", SKI, "--set", "pa=63");
        assertEquals(0, typed.exit(), typed::all);
        String index = Files.readString(folder.resolve("images/index.json"));
        for (String part : List.of("\"name\" : \"ski\"", "\"dbr\" : 16", "\"pa\" : 63", "\"vendor\" : \"HP Ski Simulator\"", "\"status-lines\" : 8")) assertTrue(index.contains(part), () -> part + " is not in " + index);
    }

    @ParameterizedTest @DisplayName("a file that lists no machine")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~~                                       | $ is empty; write one object with a name and parameters, as adapters/baremetal/ski.json does",
        "[]                                       | $ is no object; write one object with a name and parameters, as adapters/baremetal/ski.json does",
        "{                                        | $ is no JSON at column 2: Unexpected end-of-input: expected close marker for Object; write one object with a name and parameters, as adapters/baremetal/ski.json does",
        "{\"parameters\":{}}                      | $.name is missing; every such object has this field",
        "{\"name\":3,\"parameters\":{}}           | $.name is the number 3; write a string, in double quotes",
        "{\"name\":\"x\"}                         | $.parameters is missing; every such object has this field",
        "{\"name\":\"x\",\"parameters\":[]}       | $.parameters is an array; write an object",
        "{\"name\":\"x\",\"parameters\":{\"va\":null}} | $.parameters.va is null; write a boolean, an integer or a string",
        "{\"name\":\"x\",\"parameters\":{\"va\":61.5}} | $.parameters.va is the number 61.5; write a boolean, an integer or a string",
        "{\"name\":\"x\",\"parameters\":{\"vaa\":61}}  | $.parameters.vaa is no parameter; adapters/PROTOCOL.md lists the parameters and what they may be"})
    void unreadable(String text, String told) throws IOException {
        Path file = written(text);
        mistaken(file + ": " + told, export("--machine", file.toString()));
    }

    @Test @DisplayName("a file that is not there, is a folder, or is no text")
    void noFile() throws IOException {
        mistaken("nowhere.json: there is no such file; name a file with the parameters of a machine", export("--machine", "nowhere.json"));
        mistaken(folder + ": cannot be read: Is a directory", export("--machine", folder.toString()));
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
        mistaken(bytes + ": is no text in UTF-8; save it as UTF-8", export("--machine", bytes.toString()));
    }

    @ParameterizedTest @DisplayName("a parameter that no machine has so, in the file and after --set")
    @CsvSource(delimiter = '|', value = {
        "va                  | 5     | va is 51 to 61, not 5",
        "va                  | 50    | va is 51 to 61, not 50",
        "va                  | sixty | profile x: va is a number, not sixty",
        "key                 | 18    | key is 24 to 24, not 18",
        "dbr                 | 9     | breakpoint registers come in pairs: ibr and dbr are even, not 8 and 9",
        "insertable          | 13    | insertable lists 12, the size that every implementation has, not only 13",
        "purgeable           | 12 x  | page sizes are numbers separated by spaces, not 12 x",
        "brl                 | maybe | profile x: brl is true or false, not maybe",
        "ld16                | 1     | profile x: ld16 is true or false, not 1",
        "vmsw                | no    | profile x: vmsw is true or false, not no",
        "msr                 | yes   | profile x: msr is true or false, not yes",
        "fetchadd            | yes   | profile x: fetchadd is true or false, not yes",
        "more-monitors       | some  | profile x: more-monitors is true or false, not some",
        "unimplemented-fetch | maybe | profile x: unimplemented-fetch is trap or fault, not maybe",
        "long-trap-slot      | 7     | profile x: long-trap-slot is 1 or 2, not 7",
        "psr-l-upper         | true  | profile x: psr-l-upper is ignored or reserved, not true",
        "stacked             | 100   | profile x: stacked is a multiple of 16, 96 at least, not 100",
        "stacked             | 80    | profile x: stacked is a multiple of 16, 96 at least, not 80",
        "vendor              | a vendor with a long name | the vendor is at most 16 characters of ASCII, not a vendor with a long name",
        "version             | 12    | the version is 16 hexadecimal digits, not 12",
        "cells               | 9     | cells is 1 to 8, not 9",
        "gate                | none  | profile x: gate is one of partition, processor, not none"})
    void impossible(String parameter, String value, String why) throws IOException {
        Path bad = written("{\"name\":\"x\",\"parameters\":{\"%s\":\"%s\"}}".formatted(parameter, value));
        String told = "%s: no machine has these parameters: %s; adapters/PROTOCOL.md lists the parameters and what they may be";
        mistaken(told.formatted(bad, why), export("--machine", bad.toString()));
        Path good = written("{\"name\":\"x\",\"parameters\":{}}");
        mistaken(told.formatted(good, why), export("--machine", good.toString(), "--set", parameter + "=" + value));
    }

    @ParameterizedTest @DisplayName("whatever the parameter, a value that is none is a mistake and no bug")
    @ValueSource(strings = {"bad-interrupt", "brl", "cells", "clz", "dbr", "dtr", "fetchadd", "gate", "ibr", "in-transfer", "insertable", "itr", "key", "ld16", "long-trap-slot", "more-monitors", "msr", "open-secure", "open-unsecure", "pa", "partitions", "pkr",
        "processors", "psr-l-upper", "purgeable", "refusal", "report-latency", "report-lines", "rid", "status-latency", "status-lines", "tc", "unimplemented-fetch", "va", "version", "vmsw"})
    void none(String parameter) {
        Typed typed = export("--set", parameter + "=?");
        assertEquals(2, typed.exit(), typed::all);
        assertTrue(typed.err().startsWith("vmmref: no machine has these parameters: "), typed::all);
    }

    @Test @DisplayName("one machine is named, and only where programs are made for it")
    void once() {
        mistaken("--machine and --profile both name a machine: leave one out", export("--machine", SKI, "--profile", "merced"));
        mistaken("--machine and --set go with --elf: prompts are the same for every machine", Typed.command("vectors", "export", "--pack", "vectors", "--prompts", "--machine", SKI, "--set", "pa=63"));
        mistaken("-o goes with --prompts: --elf names the folder of the programs", export("-o", "programs"));
    }

    @Test @DisplayName("the adapter tells of the same mistakes before it says hello")
    void adapter() throws IOException {
        Path file = written("{\"name\":\"x\",\"parameters\":{\"brl\":\"maybe\"}}");
        Typed typed = Typed.command("adapter", "bare-metal", "--machine", file.toString(), "simulate {elf} {dump}");
        mistaken(file + ": no machine has these parameters: profile x: brl is true or false, not maybe; adapters/PROTOCOL.md lists the parameters and what they may be", typed);
        assertEquals("", typed.out());
    }
}
