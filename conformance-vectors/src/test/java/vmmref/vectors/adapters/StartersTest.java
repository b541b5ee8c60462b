/// The starters: all of them say the same, and read whatever a runner may write.
package vmmref.vectors.adapters;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.cli.SmallPack;
import vmmref.vectors.cli.Typed;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.ShellWords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(120)
class StartersTest {

    private static final String DECODE = "{\"cmd\":\"run\",\"seq\":%d,\"case\":{\"kind\":\"codec\",\"needs\":{},\"in\":{\"decode\":\"%s\"}}}";
    private static final String THASH  = "014000401a0400000002000000000400";
    private static final int    LINE   = 1 << 20;

    private static final Map<Starter, Seq<String>> STARTED = new EnumMap<>(Starter.class);

    @TempDir static Path shared;
    @TempDir Path folder;

    @BeforeAll
    static void compile() throws Exception {
        for (Starter starter : present()) STARTED.put(starter, starter.compiled(shared));
    }

    /// Where the environment says VMMREF_TOOLS=required, a tool that is missing fails the test; elsewhere its language is skipped.
    static Seq<Starter> present() {
        Seq<Starter> missing = List.of(Starter.values()).reject(Starter::present);
        assertFalse("required".equals(System.getenv("VMMREF_TOOLS")) && !missing.isEmpty(), () -> "not on the PATH: " + missing.map(Starter::tool));
        return List.of(Starter.values()).removeAll(missing);
    }

    private static Typed check(Seq<String> words, Path vectors, String... more) {
        String command = words.map(ShellWords::quote).mkString(" ");
        return Typed.command(List.of("check", "--pack", vectors.toString(), "-i", command).appendAll(List.of(more)).toJavaArray(String[]::new));
    }

    private Seq<JsonNode> answers(Starter starter, String... lines) throws Exception {
        Dialogue dialogue = Dialogue.of(STARTED.get(starter), folder, List.of(lines));
        assertEquals(0, dialogue.exit(), dialogue::stderr);
        assertEquals("", dialogue.stderr());
        return dialogue.answers();
    }

    @Test @DisplayName("in every language the committed smoke vectors give the same verdicts, and nothing goes wrong")
    void sameVerdicts() throws Exception {
        Map<Starter, JsonNode> verdicts = new EnumMap<>(Starter.class);
        for (Starter starter : present()) {
            Typed typed = check(starter.words(folder), Path.of("vectors"), "--format", "json");
            assertEquals(0, typed.exit(), typed::all);
            verdicts.put(starter, Json.parse(typed.out()).get("verdicts"));
        }
        assertTrue(List.ofAll(verdicts.values()).distinct().size() <= 1, verdicts::toString);
    }

    @ParameterizedTest @MethodSource("present")
    @DisplayName("it passes the cases that it knows")
    void smallPack(Starter starter) {
        Typed typed = check(STARTED.get(starter), SmallPack.in(folder), "-t", "core");
        assertEquals(0, typed.exit(), typed::all);
        assertEquals(List.of("pass 6  fail 0  error 0  crash 0  timeout 0  unsupported 0  inexpressible 0  waived 0  revoked 0", "frame: full 4  partial 2"),
            List.ofAll(typed.out().lines().toList()).filter(line -> line.startsWith("pass ") || line.startsWith("frame: ")), typed::all);
    }

    @ParameterizedTest @MethodSource("present")
    @DisplayName("it introduces itself, and answers what it is asked in the order in which it is asked")
    void conversation(Starter starter) throws Exception {
        Seq<JsonNode> answers = answers(starter, "{\"cmd\":\"hello\",\"proto\":1,\"pack\":\"0.1.0\"}", "{\"cmd\":\"base\",\"name\":\"flat@1\",\"state\":{}}",
            DECODE.formatted(1, THASH), DECODE.formatted(2, "06" + "0".repeat(30)), "{\"cmd\":\"flush\"}", DECODE.formatted(3, "ff".repeat(16)), "{\"cmd\":\"bye\"}",
            DECODE.formatted(4, THASH));
        assertEquals(Json.parse("[\"template\"]"), answers.head().get("observes"));
        assertEquals(List.of("{\"ok\":true}", "{\"seq\":1,\"outcome\":\"done\",\"delta\":{\"template\":\"MII;\"}}", "{\"seq\":2,\"outcome\":\"malformed\"}",
            "{\"seq\":3,\"outcome\":\"malformed\"}"), answers.tail().map(Json::line));
    }

    @ParameterizedTest @MethodSource("present")
    @DisplayName("fields may come in any order, with escapes, white space, and others that it does not know")
    void anyValidJson(Starter starter) throws Exception {
        String unknown = "\"\\u0022\\\\\\\"}\":[{\"cmd\":\"bye\",\"seq\":9},\"]}\\\\\",-1.5E+3,1e9,true,null,[],{}],\"caf\\u00e9 \u2028 \ud83d\ude00\":\"\\ud83d\\ude00\"";
        assertEquals(List.of("MII;", "MII;", "MII;"), answers(starter,
            "{%s,\"case\":{%s,\"in\":{%s,\"decode\":\"%s\"},\"kind\":\"codec\"},\"seq\":1,%s,\"cmd\":\"run\"}".formatted(unknown, unknown, unknown, THASH, unknown),
            " { \"\\u0063md\" :\t\"r\\u0075n\" , \"seq\" : 2 , \"case\" : { \"\\u006bind\" : \"\\u0063odec\" , \"in\" : { \"d\\u0065code\" : \"\\u0030" + THASH.substring(1) + "\" } } } ",
            DECODE.formatted(3, THASH).replace("\"cmd\"", "\"deep\":" + "[".repeat(500) + "]".repeat(500) + ",\"cmd\"")).map(answer -> answer.at("/delta/template").asString()));
    }

    @ParameterizedTest @MethodSource("present")
    @DisplayName("a line may have 1 MiB")
    void longLines(Starter starter) throws Exception {
        String request = DECODE.formatted(1, THASH);
        String padding = "x".repeat(LINE - request.length() - "\"pad\":\"\",".length());
        String blank   = " ".repeat(LINE - request.length());
        Seq<JsonNode> answers = answers(starter, "{\"pad\":\"" + padding + "\"," + request.substring(1), "{" + blank + request.substring(1), request);
        assertEquals(List.of("MII;", "MII;", "MII;"), answers.map(answer -> answer.at("/delta/template").asString()));
    }

    @ParameterizedTest @MethodSource("present")
    @DisplayName("what it cannot do is unsupported, and what it does not know is ignored")
    void others(Starter starter) throws Exception {
        Seq<JsonNode> answers = answers(starter, "{\"cmd\":\"dance\"}", "{\"cmd\":\"run\",\"seq\":1,\"case\":{\"kind\":\"xlate\",\"needs\":{},\"in\":{}}}",
            "{\"cmd\":\"run\",\"seq\":2,\"case\":{\"kind\":\"codec\",\"needs\":{},\"in\":{\"encode\":{\"template\":\"MII;\",\"slots\":[]}}}}");
        assertEquals(List.of("{\"seq\":1,\"outcome\":\"unsupported\",\"why\":\"this adapter only decodes\"}",
            "{\"seq\":2,\"outcome\":\"unsupported\",\"why\":\"this adapter only decodes\"}"), answers.map(Json::line));
    }

    @ParameterizedTest @MethodSource("present")
    @DisplayName("a case on which it fails is an error, and the next one is answered")
    void failing(Starter starter) throws Exception {
        Dialogue dialogue = Dialogue.of(STARTED.get(starter), folder, List.of(DECODE.formatted(1, "no \\\"hex\\\""), DECODE.formatted(2, THASH)));
        assertEquals(List.of("1 error", "2 done"), dialogue.answers().map(answer -> answer.get("seq").asInt() + " " + answer.get("outcome").asString()));
        assertNotEquals("", dialogue.answers().head().get("detail").asString());
        assertEquals(0, dialogue.exit());
    }

    @ParameterizedTest @MethodSource("present")
    @DisplayName("it flushes each answer: nobody has to end its input to read it")
    void flushes(Starter starter) throws Exception {
        Seq<String> answers = Dialogue.oneByOne(STARTED.get(starter), List.of("{\"cmd\":\"hello\",\"proto\":1,\"pack\":\"0.1.0\"}", DECODE.formatted(1, THASH), DECODE.formatted(2, THASH)));
        assertEquals(2, Json.parse(answers.last()).get("seq").asInt());
    }
}
