/// `vmmref check` with vectors that start from a base, and an adapter that has never heard of bases.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmmref.model.machine.Semantics;
import vmmref.vectors.codec.CodecKind;
import vmmref.vectors.fill.Fill;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class FlatTest {

    private static final String ADAPTER = """
        while IFS= read -r line; do
          case $line in
            *'"cmd":"hello"'*) echo '{"proto":1,"impl":{"name":"shell","version":"1","lang":"sh"},"kinds":["codec"],"profile":{"brl":true,"vmsw":false,"msr":true},"level":"observe","timeout_ms":300}' ;;
            *'"cmd":"run"'*)   seq=${line#*'"seq":'}; seq=${seq%%,*}; echo "{\\"seq\\":$seq,\\"outcome\\":\\"OUTCOME\\"}" ;;
            *'"cmd":"bye"'*)   exit 0 ;;
          esac
        done
        """;

    /// The codec, with a reserved template that starts anywhere, and another one that starts from a base.
    private record Starting(Kind codec) implements Kind {
        private static final Base FLAT = new Base("kernel-flat@1", Json.object().put("psr", "00"));

        @Override public String name()                                                      { return codec.name(); }
        @Override public Expectation expectation(Semantics reference, Case given)            { return codec.expectation(reference, given); }
        @Override public Answer answer(Semantics subject, Case given)                        { return codec.answer(subject, given); }
        @Override public boolean same(Case given, String place, String expected, String got) { return codec.same(given, place, expected, got); }
        @Override public Seq<Base> bases()                                                   { return List.of(FLAT); }

        @Override public Seq<Draft> drafts() {
            Stimulus anywhere = Stimulus.of(Examples.decode(Examples.reservedBundle(1)));
            return List.of(anywhere, Stimulus.of(Examples.decode(Examples.reservedBundle(2))).from(FLAT, Json.object()))
                .map(stimulus -> new Draft("start", Tier.SMOKE, Level.MUST, "a reserved template", List.empty(), Needs.none(), stimulus, Option.none(), "model", Option.none()));
        }
    }

    @TempDir Path folder;
    Path pack;

    @BeforeEach
    void fill() {
        pack = Packs.empty(folder);
        Fill.into(pack, List.of(new Starting(new CodecKind())));
    }

    private Typed typed(String... words) {
        return Typed.command(List.of(words).append("--pack").append(pack.toString()).toJavaArray(String[]::new));
    }

    private String adapter(String outcome) throws IOException {
        return "sh '" + Files.writeString(folder.resolve("adapter.sh"), ADAPTER.replace("OUTCOME", outcome)) + "'";
    }

    private static void says(String part, Typed typed) {
        assertTrue(typed.out().contains(part), typed::all);
    }

    @Test @DisplayName("it times out with the vectors that start from a base, and is told of --flat; judging the answers again says the same")
    void told() throws IOException {
        Typed typed = typed("check", "-i", adapter("malformed"), "--out", folder.resolve("run").toString());
        assertEquals(1, typed.exit(), typed::all);
        says("pass 1  fail 0  error 0  crash 0  timeout 1", typed);
        says("  the adapter did not answer the base kernel-flat@1 within 300 ms of the flush; the answer to a base is {\"ok\":true}; with --flat none is sent\n", typed);
        says("pass 1  fail 0  error 0  crash 0  timeout 1", typed("rejudge", folder.resolve("run").toString()));
    }

    @Test @DisplayName("with --flat it passes")
    void flat() throws IOException {
        Typed typed = typed("check", "--flat", "-i", adapter("malformed"));
        assertEquals(0, typed.exit(), typed::all);
        says("pass 2  fail 0", typed);
    }

    @Test @DisplayName("a failure under --flat is repeated with --flat")
    void repro() throws IOException {
        says(" --flat --pack ", typed("check", "--flat", "-i", adapter("refused")));
    }

    @Test @DisplayName("prompts in a file bring their whole start states, and an explanation says where the case starts")
    void files() {
        says("{\"id\":\"codec/start/0002\",\"case\":{\"kind\":\"codec\",\"needs\":{},\"pre\":{\"psr\":\"00\"},\"in\":{", typed("vectors", "export", "--prompts"));
        says("\n  base: kernel-flat@1\n  in: {", typed("explain", "codec/start/0002"));
    }

    @Test @DisplayName("an implementation in Java is given the whole start state anyway")
    void inProcess() {
        Typed typed = typed("check");
        assertEquals(0, typed.exit(), typed::all);
        says("pass 2  fail 0", typed);
    }
}
