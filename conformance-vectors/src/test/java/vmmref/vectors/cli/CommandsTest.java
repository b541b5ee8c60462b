/// The other commands.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CommandsTest {

    private static final String THASH = "014000401a0400000002000000000400";

    @TempDir static Path shared;
    static Path pack;

    @BeforeAll
    static void fill() {
        pack = SmallPack.in(shared);
    }

    private static Typed onPack(String... words) {
        return Typed.command(List.of(words).append("--pack").append(pack.toString()).toJavaArray(String[]::new));
    }

    private static void says(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    static java.util.List<String> commands() {
        return paths("", Vmmref.commandLine()).asJava();
    }

    private static List<String> paths(String path, CommandLine command) {
        return List.ofAll(command.getSubcommands().entrySet())
            .flatMap(entry -> paths(path + " " + entry.getKey(), entry.getValue()))
            .prepend(path.strip());
    }

    @ParameterizedTest(name = "vmmref {0} --help") @MethodSource("commands")
    @DisplayName("every command explains itself, with an example")
    void help(String command) {
        Typed typed = Typed.command((command + " --help").strip().split(" "));
        assertEquals(0, typed.exit());
        assertTrue(typed.out().matches("(?s).*Examples?:\\R  vmmref .*"), typed.out());
        assertEquals("", typed.err());
    }

    @Test @DisplayName("a group of commands typed alone names them")
    void groups() {
        assertEquals(2, Typed.command("vectors").exit());
        says("name one of its commands: list, show, fill, verify", Typed.command("vectors").err());
        says("Did you mean: vmmref check", Typed.command("chek").err());
        assertEquals(2, Typed.command().exit());
    }

    @Test @DisplayName("a bundle is shown instruction by instruction, with clauses")
    void decode() {
        Typed typed = Typed.command("decode", THASH);
        assertEquals(0, typed.exit());
        assertEquals("""
            014000401a0400000002000000000400   template 01 MII;   TEMPLATE_ASSIGNED
              slot   unit   instruction    residue   decided by
                 0   M      thash r8=r32   -         TRANSLATION_FORM
                 1   I      nop.i 0x0      -         NOP_FORM
                 2   I      nop.i 0x0      -         NOP_FORM
            """, typed.out());
        assertEquals("", typed.err());
    }

    @Test @DisplayName("long instructions, reserved templates, unassigned slots and unused bits have words of their own")
    void decodeOthers() {
        says("1+2    X      ", Typed.command("decode", "0500000001000000000000e0000000c0").out());
        says("template 06 reserved   TEMPLATE_RESERVED", Typed.command("decode", "06" + "0".repeat(30)).out());
        says("unassigned: illegal", Typed.command("decode", "--profile", "merced", "0500000001000000000000e0000000c0").out());
        says("UNUSED_BITS", Typed.command("decode", "014080401a0400000002000000000400").out());
    }

    @Test @DisplayName("several bundles, from the command line and from standard input; json is an array")
    void decodeMany() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((THASH + "\n\n" + THASH.toUpperCase(java.util.Locale.ROOT) + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            JsonNode json = Json.parse(Typed.command("decode", "--format", "json", THASH, "-").out());
            assertEquals(List.of("thash r8=r32", "thash r8=r32", "thash r8=r32"),
                List.ofAll(json.values()).map(bundle -> bundle.get("slots").get(0).get("instruction").asString()));
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "0140                               ~ \"0140\" is no bundle: it has 4 digits, and a bundle has 32",
        "014000401a04000000020000000004001  ~ it has 33 digits, and a bundle has 32",
        "014000401a04000000020000000004zz   ~ character 31, 'z', is no hexadecimal digit",
        "0x14000401a0400000002000000000400  ~ begins with 0x: leave it out",
        "thash                              ~ character 1, 't', is no hexadecimal digit"})
    void decodeGarbage(String text, String message) {
        Typed typed = Typed.command("decode", text);
        assertEquals(2, typed.exit());
        says(message, typed.err());
        assertEquals("", typed.out());
    }

    @Test @DisplayName("vectors are listed by glob, clause and tier")
    void list() {
        Typed all = onPack("vectors", "list", "-t", "core");
        assertEquals(6, all.out().lines().count());
        says("vmmref: 6 of 6 vectors of tier core", all.err());
        assertEquals(2, onPack("vectors", "list", "-k", "*/reserved/*").out().lines().count());
        assertEquals(4, onPack("vectors", "list", "-t", "core", "--clause", "TEMPLATE_RESERVED").out().lines().count());
        JsonNode first = Json.parse(onPack("vectors", "list", "--id", "codec/thash/0001", "--format", "json").out());
        assertEquals("codec/thash/0001", first.get("id").asString());
    }

    @Test @DisplayName("a vector is shown with its clauses in full")
    void show() {
        Typed typed = onPack("vectors", "show", "codec/thash/0001");
        assertEquals(0, typed.exit());
        says("in: {\"decode\":\"014080401a0400000002000000000400\"}", typed.out());
        says("UNUSED_BITS: A bit of an assigned form that neither its key nor a field covers MUST be ignored.", typed.out());
        assertEquals(2, onPack("vectors", "show", "codec/thash/0099").exit());
    }

    @Test @DisplayName("a whole pack verifies; a damaged one does not, and every finding is named")
    void verify(@TempDir Path folder) {
        assertEquals(0, onPack("vectors", "verify").exit());
        Path other = SmallPack.in(folder);
        Packs.edit(other, "smoke/codec/thash.jsonl", "decodes", "Decodes");
        Packs.edit(other, "core/codec/reserved.jsonl", "decodes", "Decodes");
        Typed typed = Typed.command("vectors", "verify", "--pack", other.toString());
        assertEquals(4, typed.exit());
        says("core/codec/reserved.jsonl", typed.out());
        says("smoke/codec/thash.jsonl", typed.out());
        says("The pack is not whole.", typed.out());
    }

    @Test @DisplayName("a clause is shown with its rule, its properties and its vectors")
    void spec() {
        Typed typed = onPack("spec", "show", "TEMPLATE_RESERVED");
        assertEquals(0, typed.exit());
        says("TEMPLATE_RESERVED   must   reserved template codes", typed.out());
        says("rule        Templates.", typed.out());
        says("properties  BundleGuarantees.", typed.out());
        says("vectors     4 (model 4)", typed.out());
        assertEquals(2, onPack("spec", "show", "TEMPLATE_RESERVD").exit());
        says("did you mean TEMPLATE_RESERVED?", onPack("spec", "show", "TEMPLATE_RESERVD").err());
        says("TEMPLATE_RESERVED", Typed.command("spec", "list").out());
    }

    @Test @DisplayName("the zoo is listed; the run fails when the vectors do not catch every member")
    void zoo() {
        says("LosesSignOfLongBranch", Typed.command("zoo", "list").out());
        assertTrue(Typed.command("zoo", "list").out().matches("(?s).*\n\\d\\d of \\d+ have bugs that were published.\n"));
        says("\"Vibtanium: mix and unpack took elements in another order\"", Typed.command("zoo", "list", "--format", "json").out());
        Typed run = onPack("zoo", "run");
        assertEquals(1, run.exit(), run::all);
        assertTrue(run.out().matches("(?s).*AcceptsReservedTemplates +TEMPLATE_RESERVED +named +4 +codec/reserved/0001 +caught\n.*"), run::out);
        assertTrue(run.out().matches("(?s).*LosesSignOfLongBranch +LONG_BRANCH_FORM +named +0 +NOT CAUGHT\n.*"), run::out);
    }
}
