/// `vmmref check` with vectors that start from a base, and an adapter that has never heard of bases.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class FlatTest {

    private static final String ADAPTER = """
        while IFS= read -r line; do
          case $line in
            *'"cmd":"hello"'*) echo '{"proto":1,"impl":{"name":"shell","version":"1","lang":"sh"},"kinds":["codec"],"profile":{"brl":true,"ld16":false,"vmsw":false,"msr":true},"level":"observe","timeout_ms":300}' ;;
            *'"cmd":"run"'*)   seq=${line#*'"seq":'}; seq=${seq%%,*}; echo "{\\"seq\\":$seq,\\"outcome\\":\\"OUTCOME\\"}" ;;
            *'"cmd":"bye"'*)   exit 0 ;;
          esac
        done
        """;

    @TempDir Path folder;
    Path pack;

    @BeforeEach
    void fill() {
        pack = StartingPack.in(folder);
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
