/// `vmmref run`.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.elf.ElfImage;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunCommandTest {
    private static final String FIRST = "programs/first/first.hex";
    /// nop.m 0; nop.i 0; br.cond.sptk.few .+0x0
    private static final String LOOP  = "11000000010000000002000000000040";
    /// break.m 1; nop.i 0; nop.i 0
    private static final String FAIL  = "00080000000000000002000000000400";
    /// break.m 2; nop.i 0; nop.i 0
    private static final String OTHER = "00100000000000000002000000000400";
    /// A reserved template.
    private static final String RESERVED = "06" + "0".repeat(30);

    /// nop.m 0; movl r16=0x4002000, and mov psr.l=r16; nop.i 0; nop.i 0
    private static final String BRANCHES_TRAP = "05000000010004000000000002000061" + "010040002d0400000002000000000400";
    /// srlz.d; nop.i 0; br.cond.sptk.few .+0x10
    private static final String BRANCH = "11000000300000000002000010000040";
    /// nop.m 0; movl r16=0x110000, and mov cr.iva=r16; nop.i 0; nop.i 0
    private static final String HANDLED = "05000000010000000000000002200260" + "010040042c0400000002000000000400";
    private static final String PASS = "01000000000000000002000000000400";

    @TempDir Path folder;

    private static Typed run(String... words) {
        return Typed.command(List.of(words).prepend("run").toJavaArray(String[]::new));
    }

    private Typed image(String bundles, String... words) {
        return run(List.of(words).prepend(ElfImage.of(bundles).in(folder).toString()).toJavaArray(String[]::new));
    }

    @Test @DisplayName("why it stopped, and what is not 0")
    void shown() {
        Typed typed = run(FIRST);
        assertEquals("""
            passed   break.m 0x0 at 0000000000100060.0 <passed>, after 17 instructions: the program says that it passed
              BREAK_RAISED: `break` MUST raise Break Instruction, in every unit and with every immediate.

            ip           0000000000100060.0   <passed>
            psr          0000000000002000
            cfm          0000000000   sof 0, sol 0, sor 0, rrb.gr 0, rrb.fr 0, rrb.pr 0
            predicates   p0
            branch       b6 0000000000100040
            application  ar.itc 0000000000000011
            memory       0 groups of eight bytes unlike the image
            """, typed.out());
        assertEquals("", typed.err());
        assertEquals(0, typed.exit());
    }

    @Test @DisplayName("a line for each instruction, and one for each label that control comes to")
    void traced() {
        assertEquals("""
                 #  address   instruction                       effects                                             decided by
            <_start>
                 0  100000.0  nop.m 0x1                                                                             NOTHING_DONE
                 1  100000.1  nop.i 0x2                                                                             NOTHING_DONE
                 2  100000.2  (p6) br.cond.spnt.few .+0x70      p6=0: nullified                                     INSTRUCTION_NULLIFIED
                 3  100010.0  nop.m 0x0                                                                             NOTHING_DONE
                 4  100010.1  nop.i 0x0                                                                             NOTHING_DONE
                 5  100010.2  br.cond.sptk.few .+0x20           -> 100030                                           BRANCH_TAKEN
            <there>
                 6  100030.0  nop.m 0x0                                                                             NOTHING_DONE
                 7  100030.1  br.call.sptk.few b6=.-0x10        b6=0000000000100040 ar.pfs=0000000000000000 -> 100020  BRANCH_TAKEN CALL_LINKED CALL_FRAME
            <back>
                 8  100020.0  nop.m 0x0                                                                             NOTHING_DONE
                 9  100020.1  nop.i 0x0                                                                             NOTHING_DONE
                10  100020.2  br.ret.sptk.few b6                ar.ec=0000000000000000 -> 100040                    RETURN_FRAME BRANCH_INDIRECT
            <there+0x10>
                11  100040.0  nop.m 0x0                                                                             NOTHING_DONE
                12  100040.1  nop.i 0x0                                                                             NOTHING_DONE
                13  100040.2  br.cond.sptk.few .+0x10           -> 100050                                           BRANCH_TAKEN
            <drain>
                14  100050.0  nop.m 0x0                                                                             NOTHING_DONE
                15  100050.1  nop.i 0x0                                                                             NOTHING_DONE
                16  100050.2  br.ctop.sptk.few .+0x0            p63=0                                               LOOP_PIPELINED
            <passed>
                17  100060.0  break.m 0x0                       break-instruction                                   BREAK_RAISED

            """ + run(FIRST).out(), run(FIRST, "--trace").out());
    }

    @Test @DisplayName("registers, predicates, memory and frames are shown with what they hold then, and no line is long")
    void effects() {
        List<String> pipeline = lines("pipeline");
        assertTrue(pipeline.contains("    22  100080.1  (p16) ld8 r36=[r15],8             r36=0000000000000001 r15=00000000001001e8           VALUE_LOADED BASE_UPDATED"));
        assertTrue(pipeline.contains("    26  100090.2  br.ctop.sptk.few .-0x10           ar.lc=000000000000000a p63=1 cfm=2fbe3c8810 -> 100080  LOOP_PIPELINED REGISTERS_ROTATED"));
        assertTrue(pipeline.contains("    42  100090.0  (p19) st8 [r16]=r41,8             mem8[100240]=00000000000003e9 r16=0000000000100248  VALUE_STORED BASE_UPDATED"));
        assertTrue(lines("search").contains("    13  100050.1  ld8.s r17=[r16]                   r17=NaT                                             TARGET_DEFERRED"));
        List<String> tree = lines("tree");
        assertTrue(tree.contains("    17  100150.2  br.call.sptk.few b0=.-0x30        b0=0000000000100160 ar.pfs=0000000000000205 bsp=20 cfm=0000000001 -> 100120  BRANCH_TAKEN +2"));
        assertEquals(List.empty(), pipeline.appendAll(tree).filter(line -> line.length() > 150));
    }

    private static List<String> lines(String program) {
        return List.ofAll(run("programs/" + program + "/" + program + ".hex", "--trace", "--max", "500").out().lines().toList());
    }

    @Test @DisplayName("registers are in rows of four")
    void registers() {
        String out = run("programs/sieve/sieve.hex").out();
        assertTrue(out.contains("""

            general      r2  0000000000000581   r8  00000000000000a8   r9  00000000000003e5   r10 000000000001295f
                         r11 0000000000000581"""), out);
        assertTrue(out.contains("predicates   p0 p7 p9\n"), out);
    }

    @Test @DisplayName("json is an object; with a trace, objects on lines, the last of which is the same")
    void json() {
        JsonNode page = Json.parse(run(FIRST, "--format", "json").out());
        assertEquals("passed", page.get("ending").asString());
        assertEquals("BREAK_RAISED", page.get("because").asString());
        assertEquals("break-instruction", page.get("fault").asString());
        assertEquals(17, page.get("instructions").asInt());
        assertEquals("0000000000100040", page.get("branch").get("b6").asString());
        List<JsonNode> lines = List.ofAll(run(FIRST, "--trace", "--format", "json").out().lines().toList()).map(Json::parse);
        assertEquals(19, lines.size());
        assertEquals(page, lines.last());
        assertEquals(Json.parse("{'number':7,'at':'0000000000100030.1','instruction':'br.call.sptk.few b6=.-0x10','effects':{'b6':'0000000000100040','ar.pfs':'0000000000000000','bsp':'0','cfm':'0000000000','ip':'0000000000100020.0'},'because':['BRANCH_TAKEN','CALL_LINKED','CALL_FRAME']}".replace('\'', '"')), lines.get(7));
    }

    @Test @DisplayName("no more instructions are executed than --max says")
    void most() {
        Typed typed = run(FIRST, "--max", "5");
        assertTrue(typed.out().startsWith("maximum   br.cond.sptk.few .+0x20 at 0000000000100010.2 <_start+0x10>, after 5 instructions: comes next, but no more instructions may be executed; let more by --max\n\n"), typed.out());
        assertEquals(1, typed.exit());
        assertEquals(0, run(FIRST, "--max", "18").exit());
        assertEquals("vmmref: --max is 0; write the number of instructions to execute at most, 1 or more\n", run(FIRST, "--max", "0").err());
        assertEquals(2, run(FIRST, "--max", "0").exit());
        assertEquals(2, run(FIRST, "--max", "many").exit());
    }

    @Test @DisplayName("a branch to its own bundle that changes nothing is an end")
    void idle() {
        Typed typed = image(LOOP);
        assertTrue(typed.out().startsWith("idle   br.cond.sptk.few .+0x0 at 0000000000100000.2, after 6 instructions: branches to its own bundle, and nothing changes any more\n  BRANCH_TAKEN: "), typed.out());
        assertEquals(1, typed.exit());
    }

    @Test @DisplayName("zeros encode break.m 0, but where nothing was written nothing has passed")
    void blank() {
        for (String bundles : new String[] {"0".repeat(32), "00000000010000000002000000000400"}) {
            Typed typed = image(bundles);
            assertTrue(typed.out().startsWith("blank   break.m 0x0 at 00000000001000"), typed.out());
            assertTrue(typed.out().contains(": control went where memory holds nothing but zeros, which encode a break\n  BREAK_RAISED: "), typed.out());
            assertEquals(1, typed.exit());
        }
        assertEquals(0, image("00000000000000000002000000000400").exit());
    }

    @Test @DisplayName("other ends have words and the exit code 1")
    void otherEnds() {
        for (var each : Vector.of(
                io.vavr.Tuple.of(FAIL, "failed   break.m 0x1 at 0000000000100000.0, after 0 instructions: the program says that it failed\n"),
                io.vavr.Tuple.of(OTHER, "fault   break.m 0x2 at 0000000000100000.0, after 0 instructions: raises break-instruction, and nobody handles it; a program ends by break.m 0 or break.m 1\n"),
                io.vavr.Tuple.of(RESERVED, "fault   no instruction at 0000000000100000.0, after 0 instructions: raises illegal-operation, and nobody handles it\n"))) {
            Typed typed = image(each._1);
            assertTrue(typed.out().startsWith(each._2), typed.out());
            assertEquals(1, typed.exit());
        }
    }

    @Test @DisplayName("a trap that nobody handles stops it after the instruction; while cr.iva is not 0 there is somebody")
    void trapped() {
        Typed typed = image(BRANCHES_TRAP + BRANCH + PASS);
        assertTrue(typed.out().startsWith("fault   br.cond.sptk.few .+0x10 at 0000000000100020.2, after 8 instructions: raises taken-branch, and nobody handles it\n  BRANCH_TRAPPED: "), typed.out());
        assertTrue(typed.out().contains("\nip           0000000000100030.0"), typed.out());
        assertEquals(1, typed.exit());
        assertEquals("taken-branch", Json.parse(image(BRANCHES_TRAP + BRANCH + PASS, "--format", "json").out()).get("fault").asString());
        assertTrue(image(HANDLED + BRANCHES_TRAP + BRANCH + PASS).out().contains("at 0000000000115f00.0"));
        assertEquals(0, image(BRANCH + PASS).exit());
    }

    @Test @DisplayName("what is wrong with the command line or the file is told, and what to do about it")
    void mistakes() {
        assertEquals(2, run().exit());
        assertEquals("vmmref: there is no profile it; write one of merced, itanium2, montecito, minimal, maximal\n", run(FIRST, "--profile", "it").err());
        Typed typed = run("programs/build.sh");
        assertEquals("vmmref: programs/build.sh: is no ELF file: it begins with 23212f62, and not with 7f454c46; link it with ia64-linux-gnu-ld\n", typed.err());
        assertEquals("", typed.out());
        assertEquals(2, typed.exit());
    }
}
