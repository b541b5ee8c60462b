package vmmref.properties.arbitrary.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;

class ReadingTest {
    @Test
    void aKernelIsReadAsAssemblyAndPageTables() {
        GuestKernel guest = new GuestKernel(0x1f, TableFormat.LONG, true, 60, Vector.of(new Act("ask", Vector.of("addl r14=0xc000,r0", "tpa r9=r14"))), Vector.of(Vector.of(new Act("yield", Vector.of("break.m 0x101")))));
        Seq<String> lines = guest.reading();
        assertEquals(Vector.of("kernel: a hashed page table at 38000, protection keys, 60 instructions a slice, seed 1f", "  0000000000018000  addl r14=0xc000,r0", "  0000000000018010  tpa r9=r14", "  0000000000018020  br.cond.sptk.few @launch", "process 0:"), lines.take(5));
        assertTrue(lines.get(5).matches("  2000000000010000 -> 040000, 4K, ar 1, pl 3, ma 0(, not accessed)?, not dirty"), lines.get(5));
        assertEquals("  2000000000018000 -> 040000, 4K, ar 2, pl 3, ma 0", lines.get(6));
        assertTrue(lines.slice(7, lines.size() - 1).forAll(line -> line.matches("  200000000002[0-7]000 -> 04[1-7]000, 4K, ar [0-3], pl [03], ma [047](, not present)?(, not accessed)?(, not dirty)?(, key [12])?")), lines::toString);
        assertTrue(lines.last().matches("  20000000000101[0-9a-f]0  break.m 0x101"), lines.last());
    }

    @Test
    void aGuestWithoutProcessesIsReadAsAssembly() {
        assertEquals(Vector.of("guest: level 3, virtual, seed 7", "  0000000000010000  ld8 r26=[r8]", "  0000000000010010  bsw.0"),
            new GuestScene(7, GuestScene.Mode.VIRTUAL, 3, Vector.of(new GuestAction("reference", Vector.of("ld8 r26=[r8]")), new GuestAction("mode", Vector.of("bsw.0")))).reading());
    }
}
