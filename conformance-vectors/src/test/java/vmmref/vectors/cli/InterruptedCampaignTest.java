/// A campaign in a process of its own that is interrupted, as ^C does it.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.ShellWords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.SmallCampaign.exits;
import static vmmref.vectors.cli.SmallCampaign.says;

@Timeout(120)
class InterruptedCampaignTest {

    private static final int PATIENCE = 60;

    @TempDir Path folder;

    /// In a group of processes of its own, as a shell starts it. The reset of SIGINT is for where the tests themselves were started in the background, which ignores it.
    private static final List<String> PROGRAM = List.of("python3", "-c", "import os, signal, sys; os.setsid(); signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])",
        ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Vmmref.class.getName());

    private SmallCampaign campaigns() {
        return new SmallCampaign(folder.resolve("campaigns of mine"));
    }

    private Process started(String... words) throws IOException {
        return new ProcessBuilder(PROGRAM.append("campaign").appendAll(List.of(words)).appendAll(List.of("--store", campaigns().store().toString(), "--pack", "vectors")).asJava())
            .redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile()).start();
    }

    /// A store is one as soon as its last file is there.
    private long cases(String campaign) throws IOException {
        Path last = campaigns().store().resolve(campaign).resolve("config.json");
        return Files.exists(last) ? Json.parse(campaigns().typed("status", campaign, "--format", "json").out().replace("\n", " ")).get(0).get("cases").asLong() : 0;
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /// Interrupts it once it has saved so many cases.
    private Typed interrupted(String campaign, Process process, long enough) throws IOException, InterruptedException {
        try {
            for (int i = 0; cases(campaign) < enough; i++) {
                assertTrue(process.isAlive() && i < PATIENCE * 20, err());
                TimeUnit.MILLISECONDS.sleep(50);
            }
            new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
            assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), err());
            return new Typed(process.exitValue(), Files.readString(folder.resolve("out")), err());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test @DisplayName("130: everything is saved, the end is summed up, and the command that goes on is printed and works")
    void interrupted() throws IOException, InterruptedException {
        Process process = started("run", "-i", SmallCampaign.WRONG, "-k", "Protection*", "--seed", "7", "--name", "mine", "--time", "1h");
        Typed typed = interrupted("mine", process, 3000);
        exits(130, typed);
        String store = campaigns().store().toString();
        assertTrue(typed.err().endsWith("\n\nvmmref: interrupted; everything is saved; to go on, type:\n  ./vmmref campaign resume mine --store '" + store + "'\n"), typed::all);
        says("\nstopped    it was interrupted\n", typed.out());
        says("\nzoo:TakesRights5ForRights3 breaks 2 laws: 2 counterexamples.\n", typed.out());
        long cases = cases("mine");
        says("\ncases      %,d of ".formatted(cases), typed.out());
        assertEquals(2, campaigns().findings("mine").size());

        String line = typed.err().lines().toList().getLast().strip().substring("./vmmref ".length());
        Typed resumed = Typed.command(ShellWords.of(line + " --time 1h --pack vectors --tries " + (cases + 500)).toJavaArray(String[]::new));
        exits(1, resumed);
        says("\nstopped    the cases are spent\n", resumed.out());
        assertEquals(cases + 500, cases("mine"));
        JsonNode last = Json.parse(List.ofAll(Files.readAllLines(campaigns().store().resolve("mine/observations.jsonl"))).filter(text -> text.contains("\"cases\"")).last());
        assertEquals(cases + 500, last.get("cases").asLong());
    }

    @Test @DisplayName("an adapter is ended with the campaign, whose last cases are as if they had not begun: that it was ended is no finding")
    void adapter() throws IOException, InterruptedException {
        Path adapter = Files.writeString(folder.resolve("adapter.sh"), """
            while IFS= read -r line; do
              case $line in
                *'"cmd":"hello"'*) echo '{"proto":1,"impl":{"name":"tiny","version":"1","lang":"sh"},"kinds":["codec"],"profile":{"brl":true,"ld16":false,"vmsw":false,"msr":true},"level":"observe","window":8}' ;;
                *'"cmd":"run"'*)   seq=${line#*'"seq":'}; echo "{\\"seq\\":${seq%%,*},\\"outcome\\":\\"malformed\\"}" ;;
                *'"cmd":"bye"'*)   exit 0 ;;
              esac
            done
            """);
        Process process = started("run", "-i", "sh " + adapter, "-k", "*.reservedTemplatesHoldNoInstructions", "--name", "asked", "--time", "1h", "-j", "2");
        Typed typed = interrupted("asked", process, 300);
        exits(130, typed);
        says("vmmref: interrupted; everything is saved; to go on, type:\n  ./vmmref campaign resume asked --store '", typed.err());
        says("\nsh " + adapter + " broke no law in ", typed.out());
        assertTrue(campaigns().findings("asked").isEmpty(), campaigns().findings("asked")::toString);
        says("\ncases      %,d of 1 law in ".formatted(cases("asked")), typed.out());
        try (java.util.stream.Stream<String> processes = new ProcessBuilder("ps", "-e", "-o", "args=").start().inputReader().lines()) {
            assertEquals(List.empty(), List.ofAll(processes.filter(text -> text.contains(adapter.toString())).toList()));
        }
    }
}
