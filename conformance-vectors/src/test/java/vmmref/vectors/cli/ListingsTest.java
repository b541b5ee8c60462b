/// `vmmref decode --against`.
package vmmref.vectors.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ListingsTest {

    private static final String THASH = "014000401a0400000002000000000400\tMII;\t";
    private static final String NOPS  = "\tnop.i 0x0\tnop.i 0x0\n";

    @TempDir Path folder;

    private Typed against(String lines) throws IOException {
        return Typed.command("decode", "--against", Files.writeString(folder.resolve("lines"), lines).toString());
    }

    @Test @DisplayName("what says the same differs in nothing, in whatever spelling")
    void same() throws IOException {
        Typed typed = against(THASH + "thash r8=r32" + NOPS + THASH + "thash  r8 = r32" + NOPS + "06000000000000000000000000000000\treserved\n"
            + "0d000000010080480030080000000400\tMFI;\tnop.m 0x0\tfpcvt.fx.s0 f8=f9\tnop.i 0x0\n");
        assertEquals(new Typed(0, "", ""), typed);
    }

    @Test @DisplayName("a difference is a line: bundle, place, what the tables say, what was printed, the clause")
    void different() throws IOException {
        String bundle = THASH.substring(0, 32);
        assertEquals(new Typed(1, bundle + "\tslot0\tthash r8=r32\tttag r8=r32\tTRANSLATION_FORM\n", ""), against(THASH + "ttag r8=r32" + NOPS));
        assertEquals(new Typed(1, bundle + "\tslot0\tthash r8=r32\tunassigned\tTRANSLATION_FORM\n", ""), against(THASH + "thash r8=r32" + NOPS + THASH + "unassigned" + NOPS));
        assertEquals(new Typed(1, bundle + "\ttemplate\tMII;\tMII\tTEMPLATE_ASSIGNED\n", ""), against(THASH.replace(";", "") + "thash r8=r32" + NOPS));
        assertEquals(new Typed(1, bundle + "\ttemplate\tMII;\treserved\tTEMPLATE_ASSIGNED\n", ""), against(bundle + "\treserved\n"));
        assertEquals(new Typed(1, "06" + "0".repeat(30) + "\ttemplate\treserved\tMII\tTEMPLATE_RESERVED\n", ""), against("06" + "0".repeat(30) + "\tMII" + NOPS));
    }

    @Test @DisplayName("clz is an instruction where the implementation has it, and the reserved permutations of mux1 differ from nothing")
    void profiles() throws IOException {
        String clz = "010000000100800024b4390000000400\tMII;\tnop.m 0x0\tclz r8=r9\tnop.i 0x0\n";
        Path file = Files.writeString(folder.resolve("lines"), clz + "010000000100000004283b0000000400\tMII;\tnop.m 0x0\tmux1 r0=r0,0x1\tnop.i 0x0\n");
        assertEquals(new Typed(0, "", ""), Typed.command("decode", "--profile", "maximal", "--against", file.toString()));
        assertEquals(new Typed(1, "010000000100800024b4390000000400\tslot1\tunassigned\tclz r8=r9\tUNASSIGNED_PREDICATED\n", ""), Typed.command("decode", "--against", file.toString()));
    }

    @Test @DisplayName("a line that is none is named, and so is a file that is not there")
    void mistaken() throws IOException {
        Typed typed = against(THASH + "thash r8=r32" + NOPS + "014000401a\n");
        assertEquals(2, typed.exit());
        assertEquals("vmmref: line 2: a bundle of 32 digits, its template and its texts are expected, with tabs between them\n", typed.err());
        Path absent = folder.resolve("absent");
        assertEquals(new Typed(2, "", "vmmref: " + absent + ": there is no such file; name one that holds what another disassembler printed, or write - for standard input\n"), Typed.command("decode", "--against", absent.toString()));
        assertEquals("vmmref: write bundles, such as 014000401a0400000002000000000400, or name lines to compare with --against\n", Typed.command("decode").err());
        assertEquals(2, Typed.command("decode", "--against", absent.toString(), THASH.substring(0, 32)).exit());
    }
}
