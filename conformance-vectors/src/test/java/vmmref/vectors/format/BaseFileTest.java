/// bases.jsonl, and what may be wrong with it.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.fill.Packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BaseFileTest {

    private static final String FLAT  = "{\"name\":\"kernel-flat@1\",\"state\":{\"gr\":{\"r8\":\"00000000000000ff\"}}}\n";
    private static final String PAGED = "{\"name\":\"kernel-paged@1\",\"state\":{}}\n";

    @TempDir Path folder;

    private Bases reading(String text) {
        Packs.write(folder.resolve(Bases.FILE), text);
        return Bases.read(folder);
    }

    @Test @DisplayName("the file is read and written without loss, sorted by name")
    void roundTrip() {
        Bases bases = reading(FLAT + PAGED);
        assertEquals(List.of("kernel-flat@1", "kernel-paged@1"), bases.all().map(Base::name));
        assertEquals("{\"gr\":{\"r8\":\"00000000000000ff\"}}", Json.line(bases.named("kernel-flat@1").get().state()));
        assertEquals(Option.none(), bases.named("kernel-flat@2"));
        assertEquals(FLAT + PAGED, bases.text());
    }

    @Test @DisplayName("a pack without the file has no bases")
    void absent() {
        assertEquals(Bases.none(), Bases.read(folder));
    }

    @ParameterizedTest @DisplayName("a malformed line is told with its number and place")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"name":"Kernel@1","state":{}}                  | $.name      | is "Kernel@1"; write a lower-case word, @, and a number from 1 on
        {"name":"kernel","state":{}}                    | $.name      | is "kernel"
        {"name":"kernel@0","state":{}}                  | $.name      | is "kernel@0"
        {"name":"kernel@1@2","state":{}}                | $.name      | is "kernel@1@2"
        {"state":{}}                                    | $.name      | is missing
        {"name":"kernel@1"}                             | $.state     | is missing
        {"name":"kernel@1","state":[]}                  | $.state     | is an array
        {"name":"kernel@1","state":{"r8":null}}         | $.state.r8  | is null
        {"name":"kernel@1","state":{"r8":0.5}}          | $.state.r8  | is the fraction 0.5
        {"name":"kernel@1","name":"kernel@1","state":{}} | $          | Duplicate
        {"name":"kernel@1","state":{}                   | $           | is no JSON at column
        []                                              | $           | is no object
        """)
    void malformed(String line, String path, String problem) {
        Finding finding = Packs.mistake(() -> reading(FLAT.replace("kernel-flat", "a") + line + "\n"));
        assertEquals("bases.jsonl", finding.file());
        assertEquals(Option.some(2), finding.line());
        assertEquals(Option.some(path), finding.path());
        assertTrue(finding.text().contains(problem), finding.text());
    }

    @Test @DisplayName("a file that is empty, cut off, out of order, or holds a name twice is told as such")
    void broken() {
        assertEquals("bases.jsonl: holds no base; remove it, or " + Pack.RESTORE, Packs.mistake(() -> reading("")).text());
        assertEquals("is truncated: the last line has no end", Packs.mistake(() -> reading(FLAT + PAGED.strip())).problem());
        assertEquals("has line ends of Windows", Packs.mistake(() -> reading(FLAT.replace("\n", "\r\n"))).problem());
        assertEquals("bases.jsonl:2: kernel-flat@1 stands after kernel-paged@1; bases are sorted by name; run `vmmref vectors fill`",
            Packs.mistake(() -> reading(PAGED + FLAT)).text());
        assertEquals("bases.jsonl:3: the base kernel-paged@1 stands already on the line before; " + Pack.RESTORE,
            Packs.mistake(() -> reading(FLAT + PAGED + PAGED)).text());
    }

    @Test @DisplayName("a name keeps its state for ever: the order of members does not matter, anything else does")
    void keepsItsState() {
        Bases bases = reading("{\"name\":\"a@1\",\"state\":{\"x\":1,\"y\":2}}\n");
        assertEquals("{\"name\":\"a@1\",\"state\":{\"y\":2,\"x\":1}}\n", bases.with(new Base("a@1", Json.object().put("y", 2L).put("x", 1))).text());
        assertEquals("bases.jsonl: the base a@1 has another state already, which it keeps for ever; make a@2",
            Packs.mistake(() -> bases.with(new Base("a@1", Json.object().put("x", 1)))).text());
    }

    @Test @DisplayName("a base with a bad name is our own mistake")
    void badName() {
        assertThrows(IllegalArgumentException.class, () -> new Base("kernel", Json.object()));
    }
}
