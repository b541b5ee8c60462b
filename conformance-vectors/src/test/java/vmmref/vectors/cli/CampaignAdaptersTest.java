/// Campaigns about adapters that misbehave: the verdict, the exit code, that the campaign goes on once they behave, and that no process is left.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vmmref.properties.guarantee.Whole;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.SmallCampaign.exits;
import static vmmref.vectors.cli.SmallCampaign.says;

@Timeout(120)
class CampaignAdaptersTest {

    /// Answers each case with `malformed`, which is right for bundles with a reserved template.
    private static final String HONEST = """
        import json, os, sys, time
        def say(answer):
            print(json.dumps(answer), flush=True)
        kinds, profile, timeout = ["codec"], {"brl": True, "ld16": False, "vmsw": False, "msr": True}, TIMEOUT
        BEGIN
        for line in sys.stdin:
            request = json.loads(line)
            if request["cmd"] == "hello":
                say({"proto": 1, "impl": {"name": "tiny", "version": "1", "lang": "Python"}, "kinds": kinds, "profile": profile, "level": "observe", "window": 8, "timeout_ms": timeout})
            elif request["cmd"] == "run":
                bundle = request["case"]["in"].get("decode", "")
                if ODD:
                    RUN
                else:
                    say({"seq": request["seq"], "outcome": "malformed"})
            elif request["cmd"] == "bye":
                sys.exit(0)
        """;

    /// One of the edge cases.
    private static final String CERTAIN = "bundle == '06' + '0' * 30";

    @TempDir Path folder;

    /// {@return the command of an adapter that misbehaves, in one way at its begin, in another in some cases}
    private String adapter(String begin, String odd, String run) throws IOException {
        String timeout = !run.contains("sleep") ? "20000" : odd.equals("True") ? "200" : "600";
        return "python3 " + Files.writeString(folder.resolve("adapter.py"), HONEST.replace("BEGIN", begin).replace("ODD", odd).replace("RUN", run).replace("TIMEOUT", timeout));
    }

    private SmallCampaign campaigns() {
        return new SmallCampaign(folder.resolve("kept"));
    }

    private Typed run(String adapter, String... more) {
        return campaigns().typed(List.of("run", "-i", adapter, "-k", "*.reservedTemplatesHoldNoInstructions", "--seed", "7", "--name", "tiny", "--tries", "80", "-j", "1").appendAll(List.of(more)).toJavaArray(String[]::new));
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<String> processes = new ProcessBuilder("ps", "-e", "-o", "args=").start().inputReader().lines()) {
            assertEquals(List.empty(), List.ofAll(processes.filter(line -> line.contains(folder.resolve("adapter.py").toString())).toList()));
        }
    }

    // One case.

    @Test @DisplayName("1: a crash in one certain case is a finding, made smaller and explained; it holds once the adapter is mended")
    void crash() throws IOException {
        certain("print('no such unit', file=sys.stderr); sys.exit(3)", "crash, decided by TEMPLATE_RESERVED", "the adapter exited with code 3; on standard error: no such unit");
    }

    @Whole @ParameterizedTest(name = "{0}") @DisplayName("1: so is whatever else an adapter does in one certain case")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "time.sleep(70)                                      ~ timeout, decided by TEMPLATE_RESERVED ~ the adapter did not answer within 600 ms of the flush.*",
        "print('what?', flush=True)                          ~ error, decided by TEMPLATE_RESERVED   ~ the adapter broke the protocol in line \\d+ of its output: \\$ is no JSON.*; it wrote: what\\?",
        "say({'seq': request['seq'], 'outcome': 'done', 'delta': {}}) ~ fail, decided by TEMPLATE_RESERVED in outcome ~ outcome: expected malformed, got done"})
    void certain(String what, String symptom, String message) throws IOException {
        String adapter = adapter("", CERTAIN, what);
        Typed typed = run(adapter);
        exits(1, typed);
        says("\npython3 " + folder + "/adapter.py breaks 1 law: 1 counterexample.\n", typed.out());
        assertTrue(typed.out().matches("(?s).*\n  failure   " + message + "\n            asked: \\{\"kind\":\"codec\",\"needs\":\\{},\"in\":\\{\"decode\":\"06000000000000000000000000000000\"}}\n  case .*"), typed::all);
        says("  bundle    matters: none of ", typed.out());
        JsonNode finding = Json.parse(Files.readString(campaigns().finding("tiny", "BundleGuarantees.reservedTemplatesHoldNoInstructions")).replace("\n", " "));
        assertEquals(symptom, finding.get("symptom").asString());
        exits(1, campaigns().typed("replay", "tiny"));
        adapter("", "False", "pass");
        exits(0, campaigns().typed("replay", "tiny"));
    }

    @Test @DisplayName("the case in which an adapter crashes becomes a vector")
    void promoted() throws IOException {
        run(adapter("", CERTAIN, "sys.exit(3)"));
        Typed typed = campaigns().typed("promote", "tiny");
        exits(0, typed);
        assertEquals("{\"decode\":\"06000000000000000000000000000000\"}", Json.parse(typed.out()).get("in").toString());
        says(": 1 of 1 questions are answered wrongly\n", typed.err());
    }

    // Every case.

    @Test @DisplayName("3: an adapter that answers nothing is given up; its first failure is kept, and the campaign goes on once it answers")
    void dead() throws IOException {
        mute("sys.exit(3)", "it exited with code 3");
    }

    @Whole @ParameterizedTest(name = "{0}") @DisplayName("3: so is one that keeps silent or talks nonsense")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "time.sleep(70)             ~ it did not answer within 200 ms of the flush, and has answered nothing before; does it flush standard output after each line?",
        "print('what?', flush=True) ~ it broke the protocol in line 2 of its output: $ is no JSON"})
    void mute(String what, String message) throws IOException {
        Typed typed = run(adapter("", "True", what));
        exits(3, typed);
        assertEquals("", typed.out());
        says("vmmref: the campaign ends here, and what it found is kept; to go on once the cause below is mended, type:\n  ./vmmref campaign resume tiny --store " + campaigns().store()
            + "\nvmmref: the adapter has answered nothing, and failed 8 times; the last time, " + message, typed.err());
        assertEquals(1, campaigns().findings("tiny").size());
        says("python3 " + folder, campaigns().typed("status", "tiny").out());
        adapter("", "False", "pass");
        Typed resumed = campaigns().typed("resume", "tiny");
        exits(1, resumed);
        says("note: 1 stored finding tried again: 0 fail\n", resumed.err());
        says("\nstopped    the cases are spent\ncases      80 of 1 law in ", resumed.out());
    }

    // The start.

    @ParameterizedTest(name = "{0}") @DisplayName("3: an adapter that does not introduce itself leaves no campaign behind")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "print('no licence', file=sys.stderr); sys.exit(7) ~ no licence",
        "profile['va'] = 99                                ~ vmmref: the hello announces an impossible profile: va is 51 to 61, not 99"})
    void start(String begin, String message) throws IOException {
        Typed typed = run(adapter(begin, "False", "pass"));
        exits(3, typed);
        says(message, typed.err());
        assertFalse(Files.exists(campaigns().store()));
    }

    @Test @DisplayName("3: where it does not start any more, the campaign stays as it is, and goes on later")
    void startLater() throws IOException {
        exits(0, run(adapter("", "False", "pass")));
        String before = campaigns().ledger("tiny");
        adapter("sys.exit(7)", "False", "pass");
        Typed typed = campaigns().typed("resume", "tiny", "--tries", "100");
        exits(3, typed);
        says("vmmref: the campaign ends here, and what it found is kept; ", typed.err());
        assertEquals(before, campaigns().ledger("tiny"));
        adapter("", "False", "pass");
        Typed resumed = campaigns().typed("resume", "tiny");
        exits(0, resumed);
        says("broke no law in 100 cases.\n", resumed.out());
    }

    @Test @DisplayName("3: an adapter that introduces itself otherwise once it was started again is not asked on")
    void another() throws IOException {
        Typed typed = run(adapter("kinds.append('k' + str(os.getpid()))", CERTAIN, "sys.exit(3)"));
        exits(3, typed);
        says("vmmref: the adapter introduced itself differently after it was started again", typed.err());
        assertEquals(1, campaigns().findings("tiny").size());
    }

    @Test @DisplayName("an adapter that does not announce what the laws ask is told why nothing is said of it")
    void unannounced() throws IOException {
        Typed typed = run(adapter("kinds = ['xlate']", "False", "pass"));
        exits(8, typed);
        says("discarded  80: the implementation does not announce the kind codec\n", typed.out());
        assertTrue(typed.out().endsWith("\nNothing is said of python3 " + folder + "/adapter.py: no case said anything.\n"), typed::all);
    }
}
