/// `vmmref run --vmm`.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.vectors.elf.ElfImage;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GuestsCommandTest {
    private static final String FIRST = "programs/first/first.hex";
    private static final String KEYS  = "programs/keys/keys.hex";
    private static final String LINE  = "%-2s %6s  %-8s  %-32s  %-50s  %s";

    @TempDir Path folder;

    private static Typed guests(String... words) {
        return Typed.command(List.of(words).prepend("--vmm").prepend("run").toJavaArray(String[]::new));
    }

    private String image(String... bundles) {
        return ElfImage.of(Vector.of(bundles).map(GuestsCommandTest::hexadecimal).mkString()).in(folder).toString();
    }

    private static String hexadecimal(String text) {
        Vector<String> parts = Vector.of(text.split("\\|"));
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle(parts.head(), parts.tail())).bundle();
        return "%016x%016x".formatted(Long.reverseBytes(bundle.low()), Long.reverseBytes(bundle.high()));
    }

    @Test @DisplayName("a guest's end and state are those of a program, then come exits and operations")
    void shown() {
        Typed typed = guests(FIRST);
        assertEquals("""
            guest 0   programs/first/first.hex
            passed   break.m 0x0 at 0000000000100060.0 <passed>, after 17 instructions: the program says that it passed
              BREAK_RAISED: `break` MUST raise Break Instruction, in every unit and with every immediate.

            ip           0000000000100060.0   <passed>
            psr          0000000000002000
            cfm          0000000000   sof 0, sol 0, sor 0, rrb.gr 0, rrb.fr 0, rrb.pr 0
            predicates   p0
            branch       b6 0000000000100040
            application  ar.rsc 0000000000000004   ar.itc 0000000000000011   ar.pfs 4000000000000000
            memory       0 groups of eight bytes unlike the image
            exits        1, 58.8 per 1,000 instructions, instruction-tlb 1
            monitor      11 operations, 11.0 per exit
            """, typed.out());
        assertEquals("", typed.err());
        assertEquals(0, typed.exit());
    }

    @Test @DisplayName("below the instruction that calls the monitor stand the exit, what the guest believes, and the operations; a line says when it is another guest's turn")
    void traced() {
        List<String> lines = List.ofAll(guests(FIRST, KEYS, "--slice", "3", "--trace").out().lines().toList());
        assertEquals(List.of(
            "        #  address   instruction                       effects                                             decided by",
            "0  <_start>",
            LINE.formatted("0", "0", "100000.0", "not fetched", "", "TAG_MISMATCHED"),
            "0          exit      instruction-tlb                   cr.ifa=0000000000100000 cr.isr=0000000100000000",
            "0          decided   MISS_SEARCHED PHYSICAL_COMPOSED PIECE_CONTIGUOUS MEMORY_MAPPED TABLE_PUBLISHED CONTEXT_ENTERED ANSWER_PRIVILEGED NUMBERS_DISTINCT",
            "0          monitor   ld8 [0002000000002210]"), lines.take(6));
        assertTrue(lines.exists(line -> line.startsWith("0          monitor   itc.i 0000000000000000 -> 0000000001000000, 16M, ar ")));
        assertTrue(lines.contains("0          monitor   rfi -> 100000.0"));
        List<String> other = lines.dropUntil(line -> line.startsWith("0          switch    guest 1 "));
        assertEquals("1  <_start>", other.get(1));
        List<String> moved = other.dropUntil(line -> line.contains("mov cr.iva=r2"));
        assertEquals(LINE.formatted("1", "2", "100010.0", "mov cr.iva=r2", "", "LEVEL_INSUFFICIENT"), moved.head());
        assertEquals("1          exit      privileged-operation              cr.isr=0000000000000010", moved.get(1));
        assertEquals("1          decided   INSTRUCTION_EMULATED CONTEXT_ENTERED ANSWER_PRIVILEGED NUMBERS_DISTINCT", moved.get(2));
        assertEquals("1          guest     cr.iva=0000000000110000", moved.get(3));
    }

    @Test @DisplayName("json is an object with a list of guests; with a trace, objects on lines, the last of which is the same")
    void json() {
        JsonNode page = Json.parse(guests(FIRST, KEYS, "--format", "json").out());
        JsonNode keys = page.get("guests").get(1);
        assertEquals("passed", page.get("guests").get(0).get("ending").asString());
        assertEquals(KEYS, keys.get("file").asString());
        assertEquals(442, keys.get("instructions").asInt());
        assertEquals(16, keys.get("exits").get("single-step").asInt());
        assertTrue(keys.get("operations").asInt() > 135);
        assertEquals(1, page.get("switches").asInt());
        List<JsonNode> lines = List.ofAll(guests(FIRST, KEYS, "--trace", "--format", "json").out().lines().toList()).map(Json::parse);
        assertEquals(page, lines.last());
        assertEquals(Json.parse("{'guest':0,'number':0,'at':'0000000000100000.0','instruction':'nop.m 0x1','effects':{},'because':['NOTHING_DONE']}".replace('\'', '"')), lines.get(2));
        assertEquals("instruction-tlb", lines.get(1).get("exit").asString());
        assertEquals("{}", lines.get(0).get("effects").toString());
        assertEquals("rfi -> 100000.0", lines.get(1).get("operations").get(10).asString());
        assertEquals("[\"cr.iva=0000000000110000\"]", lines.find(line -> line.path("exit").asString("").equals("privileged-operation")).get().get("guest-changes").toString());
        assertEquals(1, lines.count(line -> line.has("switched-to")));
    }

    @Test @DisplayName("ends for which nobody is there to handle them are those of a program that runs alone")
    void ends() {
        for (String[] bundles : new String[][] {
                {"MII;|break.m 1|nop.i 0|nop.i 0"},
                {"MII;|break.m 2|nop.i 0|nop.i 0"},
                {"MIB;|nop.m 0|nop.i 0|br.cond.sptk.few .+0x0"},
                {"MII;|nop.m 0|nop.i 0|nop.i 0"},
                {"MII;|mov r14=psr|nop.i 0|nop.i 0", "MII;|alloc r0=ar.pfs,0,0,0|nop.i 0|nop.i 0"},
                {"MLX;|nop.m 0|movl r16=0x4002000", "MII;|mov psr.l=r16|nop.i 0|nop.i 0", "MIB;|srlz.d|nop.i 0|br.cond.sptk.few .+0x10"},
                {"MLX;|nop.m 0|movl r16=0x4002000", "MII;|mov psr.l=r16|nop.i 0|nop.i 0", "MIB;|srlz.d|nop.i 0|nop.b 0", "MBB;|nop.m 0|rfi|nop.b 0"}}) {
            String file = image(bundles);
            Typed alone = Typed.command("run", file);
            Typed guest = guests(file);
            assertEquals(alone.out().lines().limit(2).toList(), guest.out().lines().skip(1).limit(2).toList());
            assertEquals(1, guest.exit());
        }
    }

    @Test @DisplayName("a guest that refers to memory that it does not have stops; others go on")
    void forbidden() {
        String beyond = image("MLX;|nop.m 0|movl r14=0x2000000", "MII;|ld8 r15=[r14]|nop.i 0|nop.i 0", "MII;|break.m 0|nop.i 0|nop.i 0");
        Typed typed = guests(beyond, FIRST, "--format", "json");
        JsonNode stopped = Json.parse(typed.out()).get("guests").get(0);
        assertEquals("forbidden", stopped.get("ending").asString());
        assertEquals("MEMORY_ABSENT", stopped.get("because").asString());
        assertEquals("ld8 r15=[r14]", stopped.get("instruction").asString());
        assertEquals("0000000000100010.0", stopped.get("at").asString());
        assertEquals(2, stopped.get("instructions").asInt());
        assertEquals("passed", Json.parse(typed.out()).get("guests").get(1).get("ending").asString());
        assertEquals(1, typed.exit());
        assertEquals(0, guests(beyond, "--memory", "64").exit());
    }

    @Test @DisplayName("an insertion over a page in a translation register ends in a machine check, as it does without a monitor")
    void checked() {
        String image = image("MLX;|adds r16=0x38,r0|movl r17=0x100661", "MLX;|rsm 0x2000|movl r18=0x100000", "MII;|srlz.d|nop.i 0|nop.i 0", "MII;|mov cr.itir=r16|nop.i 0|nop.i 0", "MII;|mov cr.ifa=r18|nop.i 0|nop.i 0",
            "MII;|itr.i itr[r0]=r17|adds r19=1,r0|nop.i 0", "MII;|itr.i itr[r19]=r17|nop.i 0|nop.i 0", "MII;|break.m 0|nop.i 0|nop.i 0");
        Typed alone = Typed.command("run", image);
        Typed guest = guests(image);
        assertTrue(alone.out().startsWith("machine check   itr.i itr[r19]=r17 at 0000000000100060.0"), alone.out());
        assertEquals(alone.out().lines().limit(2).toList(), guest.out().lines().skip(1).limit(2).toList());
    }

    /// Instructions are translated, and nothing translates the handlers: each fetch of one is another exit, and no instruction is done.
    private String stuck() {
        return image("MLX;|nop.m 0|movl r16=0x8000", "MLX;|rsm 0x2000|movl r17=0x1000002000", "MLX;|srlz.d|movl r18=0x100060", "MII;|mov cr.iva=r16|nop.i 0|nop.i 0", "MII;|mov cr.ipsr=r17|nop.i 0|nop.i 0", "MII;|mov cr.iip=r18|nop.i 0|nop.i 0", "MIB;|nop.m 0|nop.i 0|rfi");
    }

    @Test @DisplayName("a guest whose handler cannot be fetched lets others go on, and ends when it has called the monitor as often as it may")
    void starving() {
        Typed typed = guests(stuck(), FIRST, "--slice", "3", "--max", "2000");
        assertTrue(typed.out().contains("passed   break.m 0x0"), typed.out());
        assertTrue(typed.out().contains("comes next, but it may call the monitor no more; let it call more often by --max"), typed.out());
        assertTrue(typed.out().startsWith("guest 0") && typed.out().lines().toList().get(1).startsWith("exits   "), typed.out());
    }

    @Test @DisplayName("guests that do nothing any more stop, however short their turns are")
    void idle() {
        String idle = image("MIB;|nop.m 0|nop.i 0|br.cond.sptk.few .+0x0");
        for (String slice : new String[] {"1", "2", "3", "1000"}) {
            Typed typed = guests(idle, idle, "--slice", slice, "--max", "5000");
            assertEquals(2, typed.out().lines().filter(line -> line.startsWith("idle   br.cond.sptk.few .+0x0 at 0000000000100000.2")).count(), typed.out());
        }
    }

    @Test @DisplayName("a guest on a host with the fewest bits of virtual address that there are")
    void narrow() {
        assertEquals(0, guests(FIRST, "--profile", "merced").exit());
        assertEquals(0, guests(KEYS, FIRST, "--profile", "minimal").exit());
    }

    @Test @DisplayName("an image that reaches the frames of the monitor, or memory that does, is a mistake")
    void own() {
        Path high = ElfImage.of(Vector.of("MII;|break.m 0|nop.i 0|nop.i 0").map(GuestsCommandTest::hexadecimal).mkString()).withLong(64 + 24, 0x2000000000000L).in(folder);
        assertEquals("vmmref: " + high + ": segment 0 (0x2000000000000 to 0x200000000000f) goes beyond 0x2000000000000, where the frames begin that the monitor of itanium2 keeps for itself; link it at a lower address\n", guests(high.toString()).err());
        Path below = ElfImage.of(Vector.of("MII;|break.m 0|nop.i 0|nop.i 0").map(GuestsCommandTest::hexadecimal).mkString()).withLong(64 + 24, 0x1fffff0000000L).in(folder);
        assertEquals("vmmref: " + below + ": there is no room for 536,870,912 MB from 0x10000000 on, since the monitor keeps what is from 0x2000000000000 on for itself; run fewer guests, give each less by --memory, or link the image at a lower address\n", guests(below.toString()).err());
    }

    @Test @DisplayName("--max counts the instructions of each guest, and its exits")
    void most() {
        Typed typed = guests(FIRST, KEYS, "--max", "5");
        assertTrue(typed.out().contains("maximum   br.cond.sptk.few .+0x20 at 0000000000100010.2 <_start+0x10>, after 5 instructions: "), typed.out());
        assertEquals(2, typed.out().lines().filter(line -> line.startsWith("maximum")).count());
        assertEquals(1, typed.exit());
    }

    @Test @DisplayName("--dump writes the memory of the guest")
    void dumped() throws IOException {
        Path file = folder.resolve("memory");
        assertEquals(0, guests("programs/sort/sort.hex", "--dump", "1001b0:1001c0", file.toString()).exit());
        Path alone = folder.resolve("alone");
        assertEquals(0, Typed.command("run", "programs/sort/sort.hex", "--dump", "1001b0:1001c0", alone.toString()).exit());
        assertEquals(ByteBuffer.wrap(Files.readAllBytes(alone)), ByteBuffer.wrap(Files.readAllBytes(file)));
        assertTrue(guests(FIRST, KEYS, "--dump", "1001b0:1001c0", file.toString()).err().startsWith("vmmref: --dump writes the memory of one guest, and there are 2; "));
    }

    @Test @DisplayName("with --patch a copy is executed: a break and an exit where an instruction traps, a branch and no exit where a stub stands for its bundle; both count as the guest's own instructions")
    void patched() {
        String file = image("MMI;|mov.m r14=ar.k3|nop.m 0|nop.i 0", "MMI;|thash r15=r14|nop.m 0|nop.i 0", "MII;|break.m 0|nop.i 0|nop.i 0");
        List<String> lines = List.ofAll(guests(file, "--patch", "--trace").out().lines().toList());
        assertEquals(1, lines.count(line -> line.contains("break.m 0x1f0000")));
        assertEquals(1, lines.count(line -> line.contains("brl.cond.sptk.few .+0x")));
        assertEquals(1, lines.count(line -> line.contains("movl r14=0x0")));
        Seq<String> exits = lines.filter(line -> line.startsWith("0          exit      "));
        assertEquals(List.of("instruction-tlb", "break-instruction"), exits.map(line -> line.substring(21).split(" ")[0]));
        assertTrue(lines.exists(line -> line.startsWith("passed   break.m 0x0 at 0000000000100020.0, after 6 instructions")), lines::toString);
        assertEquals(0, guests(file, "--patch", "--catch", "rights").exit());
    }

    @Test @DisplayName("with --exact a call records level 0, where a guest sees level 1 otherwise")
    void exact() {
        String file = image("MMB;|nop.m 0|nop.m 0|br.call.sptk.few b0=.+0x10", "MI;I;|nop.m 0|mov.i r14=ar.pfs|shr.u r14=r14,62", "MII;|break.m 0|nop.i 0|nop.i 0");
        String shown = guests(file, "--patch").out();
        assertTrue(shown.contains("r14 0000000000000001") && shown.contains("ar.rsc 0000000000000004"), shown);
        String hidden = guests(file, "--patch", "--exact").out();
        assertTrue(hidden.startsWith("guest 0") && !hidden.contains("r14 ") && !hidden.contains("ar.rsc"), hidden);
        assertEquals(0, guests("programs/search/search.hex", "--patch", "--exact").exit());
        assertEquals(1, guests("programs/search/search.hex", "--patch").exit());
    }

    @Test @DisplayName("what is wrong with the command line or a file is told, and what to do about it")
    void mistakes() {
        assertEquals("vmmref: run executes one FILE, and there are 2; with --vmm each is a guest\n", Typed.command("run", FIRST, KEYS).err());
        assertEquals("vmmref: --slice is about guests; add --vmm, or leave it out\n", Typed.command("run", FIRST, "--slice", "3").err());
        assertEquals("vmmref: --patch is about guests; add --vmm, or leave it out\n", Typed.command("run", FIRST, "--patch").err());
        assertEquals("vmmref: --exact is about guests whose code is patched; add --vmm --patch, or leave it out\n", guests(FIRST, "--exact").err());
        assertEquals("vmmref: --slice is 0; write a number of instructions, 1 or more\n", guests(FIRST, "--slice", "0").err());
        assertEquals("vmmref: --memory is 0; write a number of megabytes, 1 to 1048576\n", guests(FIRST, "--memory", "0").err());
        assertEquals("vmmref: programs/first/first.hex: segment 0 (0x100000 to 0x10007f) is beyond the 1 MB of memory that the guest has; give it more by --memory, or link it at a lower address\n", guests(FIRST, "--memory", "1").err());
        assertEquals("vmmref: programs/build.sh: is no ELF file: it begins with 23212f62, and not with 7f454c46; link it with ia64-linux-gnu-ld\n", guests(FIRST, "programs/build.sh").err());
        assertEquals(2, guests().exit());
    }
}
