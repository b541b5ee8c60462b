/// `vmmref recognize`.
package vmmref.vectors.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecognizeTest {

    private static final String THASH = "014000401a0400000002000000000400";
    private static final String COVER = "11000000010000000002000000000800";
    private static final String NOPS  = "00000000010000000002000000000400";
    private static final String RSC   = "00400020220400000002000000000400";

    private static Typed recognize(String... words) {
        return Typed.command(io.vavr.collection.List.of(words).prepend("recognize").toJavaArray(String[]::new));
    }

    private static Path written(Path folder, String hex) throws IOException {
        return Files.write(folder.resolve("code"), HexFormat.of().parseHex(hex));
    }

    @Test @DisplayName("what is found is shown with address, slot, action and text")
    void shown() {
        Typed typed = recognize(THASH, NOPS, COVER, "--at", "0x2000_0000_0000_4000");
        assertEquals("""
                     address   slot   action         instruction    decided by
            2000000000004000      0   patch-branch   thash r8=r32   SENSITIVE_PATCHED
            2000000000004020      2   patch-trap     cover          SENSITIVE_PATCHED
            """, typed.out());
        assertEquals("", typed.err());
        assertEquals(0, typed.exit());
    }

    @Test @DisplayName("a guest that may see no difference has more that is sensitive, and an implementation less")
    void exact() {
        Typed left = recognize(RSC);
        assertEquals("", left.out());
        assertEquals("vmmref: nothing is recognised in 1 bundle\n", left.err());
        assertEquals(0, left.exit());
        assertTrue(recognize(RSC, "--exact").out().endsWith("0000000000000000      0   patch-trap   mov.m r8=ar.rsc   SENSITIVE_PATCHED\n"));
        String vmsw = "17000000000800000000100000006000";
        assertEquals("vmmref: nothing is recognised in 2 bundles\n", recognize(vmsw, NOPS, "--profile", "minimal").err());
        assertTrue(recognize(vmsw, "--profile", "maximal").out().contains("emulate   vmsw.0"));
    }

    @Test @DisplayName("forms can be looked for instead, each once")
    void forms() {
        Typed typed = recognize(THASH, "--form", "nop.i imm21", "--form", "thash r1=r3", "--form", "nop.i imm21");
        assertEquals("""
                     address   slot   action   instruction    decided by
            0000000000000000      0   -        thash r8=r32   PATTERN_MATCHED
            0000000000000000      1   -        nop.i 0x0      PATTERN_MATCHED
            0000000000000000      2   -        nop.i 0x0      PATTERN_MATCHED
            """, typed.out());
    }

    @Test @DisplayName("json is an array, empty if nothing is found")
    void json() {
        JsonNode hit = Json.parse(recognize(NOPS, THASH, "--format", "json").out()).get(0);
        assertEquals(Json.parse("{'address':'0000000000000010','bundle':1,'slot':0,'form':'thash r1=r3','action':'patch-branch','instruction':'thash r8=r32','fields':{'r1':'8','r3':'32','qp':'0'},'because':'SENSITIVE_PATCHED'}".replace('\'', '"')), hit);
        assertEquals(0, Json.parse(recognize(NOPS, "--format", "json").out()).size());
    }

    @Test @DisplayName("code is read from a file byte for byte, and from standard input line by line")
    void read(@TempDir Path folder) throws IOException {
        assertEquals(recognize(THASH, COVER).out(), recognize("--file", written(folder, THASH + COVER).toString()).out());
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((THASH + "\n\n" + COVER + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            assertEquals(recognize(THASH, COVER).out(), recognize("-").out());
        } finally {
            System.setIn(before);
        }
    }

    @Test @DisplayName("a file that is no code is told with what to do")
    void noCode(@TempDir Path folder) throws IOException {
        Typed short15 = recognize("--file", written(folder, "00".repeat(15)).toString());
        assertEquals("vmmref: " + folder.resolve("code") + ": has 15 bytes, and a bundle has 16; cut out the code alone, as objcopy -O binary does\n", short15.err());
        assertEquals(2, short15.exit());
        assertTrue(recognize("--file", written(folder, "").toString()).err().contains("has 0 bytes"));
        Typed absent = recognize("--file", folder.resolve("absent").toString());
        assertTrue(absent.err().contains("there is no such file; name a file that holds bundles, byte for byte"), absent.err());
        assertEquals(2, absent.exit());
        assertEquals(2, recognize("--file", folder.toString()).exit());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("what is wrong is told, and what to do about it")
    @CsvSource(delimiter = '~', value = {
        "0140                                             ~ vmmref: \"0140\" is no bundle: it has 4 digits, and a bundle has 32 (16 bytes in memory order)",
        "0x14000401a0400000002000000000400                ~ vmmref: \"0x14000401a0400000002000000000400\" begins with 0x: leave it out, and write the bytes in memory order",
        "00000000010000000002000000000400 --at 4008       ~ vmmref: --at 4008: no bundle begins there; write a multiple of 16, whose last digit is 0",
        "00000000010000000002000000000400 --at x          ~ vmmref: --at x is no number: 'x' is no hexadecimal digit; write digits from 0 to f",
        "00000000010000000002000000000400 --form tash     ~ vmmref: --form is \"tash\", which is no form; write a form as spec/forms.tsv does: mnemonic, a blank, operands, such as \"thash r1=r3\"",
        "00000000010000000002000000000400 --form epc --exact ~ vmmref: --exact and --form look for different things; leave one of the two out",
        "00000000010000000002000000000400 --file x        ~ vmmref: --file x: bundles were typed as well; leave one of the two out",
        "00000000010000000002000000000400 --profile it    ~ vmmref: there is no profile it; write one of merced, itanium2, montecito, minimal, maximal",
        "--exact                                          ~ vmmref: there is no code to look at; write bundles, such as 014000401a0400000002000000000400, or name a file with --file"})
    void mistakes(String words, String message) {
        Typed typed = recognize(words.split(" "));
        assertEquals(message + "\n", typed.err());
        assertEquals("", typed.out());
        assertEquals(2, typed.exit());
    }

    @Test @DisplayName("all that is wrong is told at once")
    void several() {
        assertEquals(3, recognize("00", "zz", "--at", "1").err().lines().count());
    }

    @Test @DisplayName("help has examples, and the examples work")
    void help() {
        String help = recognize("--help").out();
        assertTrue(help.contains("vmmref recognize --file code --form epc --form 'thash r1=r3'"), help);
        assertTrue(Typed.command("--help").out().contains("recognize"));
        assertEquals(0, recognize(THASH).exit());
    }
}
