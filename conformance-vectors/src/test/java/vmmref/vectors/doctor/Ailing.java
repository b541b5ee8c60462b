/// Adapters with something the matter, as shell scripts; and what the doctor says.
package vmmref.vectors.doctor;

import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.format.Pack;
import vmmref.vectors.run.Limits;
import vmmref.vectors.run.ShellWords;

/// `sh` reads a request into `line` and its number into `seq`, and then does as it is told. A sound one answers each case with `malformed`,
/// which is right for the first.
record Ailing(Path folder, Path pack, String before, String hello, String run, String flush, String other, String bye, String after) {

    static final String ANSWER = "echo \"{\\\"seq\\\":$seq,\\\"outcome\\\":\\\"malformed\\\"}\"";

    private static final Limits LIMITS = new Limits(1_000, 60_000, 300, 1 << 20, 3, 4, 6, 3);
    private static final String HELLO  = "{\"proto\":1,\"impl\":{\"name\":\"ailing\",\"version\":\"1\",\"lang\":\"sh\"},\"kinds\":[\"codec\"],"
        + "\"profile\":{\"brl\":true,\"ld16\":false,\"vmsw\":false,\"msr\":true,\"clz\":false},\"level\":\"observe\",\"window\":8,\"timeout_ms\":300}";

    static Ailing sound(Path folder, Path pack) {
        return new Ailing(folder, pack, ":", echo(HELLO), ANSWER, ":", ":", "exit 0", "exit 0");
    }

    private static String echo(String json) {
        return "echo '" + json + "'";
    }

    /// Text of the hello replaced by other text.
    Ailing saying(String text, String other) {
        if (!HELLO.contains(text)) throw new IllegalArgumentException(text);
        return greeting(echo(HELLO.replace(text, other)));
    }

    Ailing starting(String shell) { return new Ailing(folder, pack, shell, hello, run, flush, other, bye, after); }
    Ailing greeting(String shell) { return new Ailing(folder, pack, before, shell, run, flush, other, bye, after); }
    Ailing running(String shell)  { return new Ailing(folder, pack, before, hello, shell, flush, other, bye, after); }
    Ailing flushing(String shell) { return new Ailing(folder, pack, before, hello, run, shell, other, bye, after); }
    Ailing asked(String shell)    { return new Ailing(folder, pack, before, hello, run, flush, shell, bye, after); }
    Ailing leaving(String shell)  { return new Ailing(folder, pack, before, hello, run, flush, other, shell, after); }
    Ailing ending(String shell)   { return new Ailing(folder, pack, before, hello, run, flush, other, bye, shell); }

    /// {@return what the doctor says of it}
    Seq<Diagnosis> examined() throws IOException {
        return examined(command());
    }

    /// {@return what the doctor says of a command}
    Seq<Diagnosis> examined(String command) {
        return Doctor.examine(command, Pack.open(pack), LIMITS, 0.02, diagnosis -> { });
    }

    String command() throws IOException {
        String script = """
            BEFORE
            while IFS= read -r line; do
              case $line in
                *'"cmd":"hello"'*) HELLO ;;
                *'"cmd":"run"'*)   seq=${line##*'"seq":'}; seq=${seq%%[,\\}]*}; RUN ;;
                *'"cmd":"flush"'*) FLUSH ;;
                *'"cmd":"bye"'*)   BYE ;;
                *)                 OTHER ;;
              esac
            done
            AFTER
            """.replace("BEFORE", before).replace("HELLO", hello).replace("RUN", run).replace("FLUSH", flush).replace("OTHER", other).replace("BYE", bye).replace("AFTER", after);
        return "sh " + ShellWords.quote(Files.writeString(folder.resolve("adapter.sh"), script).toString());
    }
}
