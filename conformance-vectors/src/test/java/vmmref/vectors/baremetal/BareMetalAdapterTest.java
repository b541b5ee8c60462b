/// The conversation of the adapter, with commands that behave badly.
package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.AnswerLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(120)
class BareMetalAdapterTest {
    private static final int SECOND = 1000;

    @TempDir Path folder;

    private static Seq<String> said(BareMetalAdapter adapter, String... lines) {
        StringWriter out = new StringWriter();
        adapter.converse(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")), new PrintWriter(out));
        return Vector.ofAll(out.toString().lines().toList());
    }

    private static String run(int seq, String id) {
        return AnswerLine.request(seq, Sample.CORE.get().get(id).get().given().flat());
    }

    private static BareMetalAdapter honest() {
        return new BareMetalAdapter("honest", image -> new Simulator.Ran(io.vavr.control.Option.some(new ImageRun(Semantics.architected(Sample.PROFILE)).log(image, 1_000_000)), "ended"), SECOND, Export.MOST, Sample.PROFILE);
    }

    private BareMetalAdapter command(String... words) {
        return new BareMetalAdapter("bad", Vector.of(words), folder, SECOND, Export.MOST, Sample.PROFILE);
    }

    @Test @DisplayName("cases are answered after a flush, and at the end")
    void answers() {
        Seq<String> said = said(honest(), "{\"cmd\":\"hello\",\"proto\":1,\"pack\":\"0.1.0\"}", run(1, "step/manual/0001"), "{\"cmd\":\"flush\"}", "{\"cmd\":\"dance\"}", run(2, "step/manual/0002"), "{\"cmd\":\"bye\"}");
        assertEquals(3, said.size(), said::toString);
        assertTrue(said.get(0).contains("\"kinds\":[\"step\",\"run\",\"intr\",\"rse\",\"xlate\"]"), said.get(0));
        assertTrue(said.get(1).startsWith("{\"seq\":1,\"outcome\":\"done\",\"delta\":{\"ip\":\"0000000000004010\",\"slot\":\"0\"},\"unseen\":["), said.get(1));
        assertTrue(said.get(2).startsWith("{\"seq\":2,"), said.get(2));
    }

    @Test @DisplayName("bases are learnt, and what no image executes is unsupported with its reason")
    void bases() {
        String base = AnswerLine.request(Sample.CORE.get().get("step/manual/0001").get().stimulus().base().get());
        Seq<String> said = said(honest(), base, "no JSON", AnswerLine.request(5, Sample.CORE.get().get("step/manual/0001").get().given()), AnswerLine.request(6, Sample.CORE.get().get("step/break/0001").get().given()), "{\"cmd\":\"flush\"}");
        assertEquals("{\"ok\":true}", said.get(0));
        assertEquals("{\"seq\":6,\"outcome\":\"unsupported\",\"why\":\"no image executes it: a break that simulators take for a call\"}", said.get(1));
        assertTrue(said.get(2).startsWith("{\"seq\":5,\"outcome\":\"done\""), said.get(2));
    }

    @Test @DisplayName("an answer does not wait for the other images")
    void early() {
        StringWriter out = new StringWriter();
        AtomicReference<String> before = new AtomicReference<>("");
        BareMetalAdapter adapter = new BareMetalAdapter("early", image -> {
            before.set(out.toString());
            return new Simulator.Ran(io.vavr.control.Option.some(new ImageRun(Semantics.architected(Sample.PROFILE)).log(image, 1_000_000)), "ended");
        }, SECOND, 1, Sample.PROFILE);
        adapter.converse(new BufferedReader(new StringReader(run(1, "step/manual/0001") + "\n" + run(2, "step/manual/0002") + "\n")), new PrintWriter(out));
        assertTrue(before.get().startsWith("{\"seq\":1,\"outcome\":\"done\""), () -> "before the second image: " + before + ", afterwards: " + out);
        assertEquals(2, out.toString().lines().count());
    }

    @Test @DisplayName("what is no command is passed over")
    void nonsense() {
        assertEquals(Vector.of("{\"ok\":false,\"why\":\"$.name is missing; every such object has this field\"}"), said(honest(), "no JSON", "[]", "{}", "{\"cmd\":\"dance\"}", "{\"cmd\":\"run\"}", "{\"cmd\":\"base\"}"));
    }

    @Test @DisplayName("a case that is malformed is an error of its own")
    void malformed() {
        assertTrue(said(honest(), "{\"cmd\":\"run\",\"seq\":3,\"case\":{\"kind\":\"step\",\"needs\":{},\"base\":\"nowhere@1\",\"in\":{}}}").head().startsWith("{\"seq\":3,\"outcome\":\"error\""));
    }

    @ParameterizedTest @DisplayName("a command that fails is an error that says how")
    @CsvSource(delimiter = '|', value = {
        "exit 7|the command ended with exit code 7, and it left no dump",
        "echo no memory >&2; exit 1|the command ended with exit code 1; it said: no memory, and it left no dump",
        "sleep 60|the command did not end within 1 s, and it left no dump",
        "yes|the command did not end within 1 s, and it left no dump",
        "yes >&2|the command did not end within 1 s; it said: y, and it left no dump",
        "head -c 100 /dev/zero > {dump}|the command ended with exit code 0, and its dump is truncated: it has 100 bytes, and the head of a log has 512",
        "head -c 100000 /dev/zero > {dump}|the command ended with exit code 0, and its dump is no log: it begins with 0000000000000000, and not with VMMRFLOG; dump memory from 000000000a000000 on"})
    void fails(String script, String told) {
        Seq<String> said = said(command("sh", "-c", script), run(1, "step/manual/0001"), "{\"cmd\":\"flush\"}");
        assertEquals(Json.line(Json.object().put("seq", 1).put("outcome", "error").put("detail", told)), said.single());
    }

    @Test @DisplayName("a command that is none is an error that says so")
    void absent() {
        String said = said(command("/nonexistent/simulator", "{elf}"), run(1, "step/manual/0001")).single();
        assertTrue(said.contains("the command does not start ("), said);
    }

    @Test @DisplayName("the placeholders stand for files and addresses")
    void placeholders() {
        String said = said(command("sh", "-c", "echo $(test -s {elf} && test -s {bin} && echo there) {load} {from} >&2; exit 4"), run(1, "step/manual/0001")).single();
        assertTrue(said.contains("it said: there f00000 a000000,"), said);
    }
}
