package vmmref.vectors.fill;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Id;
import vmmref.vectors.format.Needs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LedgerTest {

    @TempDir Path folder;

    @Test @DisplayName("numbers count from one in each topic, and a case that has an id keeps it")
    void numbers() {
        Ledger ledger = Ledger.empty().naming(sum("1"), "small", "0.1.0").naming(sum("2"), "large", "0.1.0").naming(sum("3"), "small", "0.1.0")
            .naming(sum("1"), "large", "0.2.0");
        assertEquals(List.of("sum/small/0001", "sum/large/0001", "sum/small/0002"), ledger.entries().map(entry -> entry.id().toString()).toList());
        assertEquals(Option.some("0.1.0"), ledger.find(sum("1")).map(Ledger.Entry::since));
        assertEquals(Option.none(), ledger.find(sum("4")));
    }

    @Test @DisplayName("the text of a ledger begins with the text it was read from")
    void appendOnly() {
        Ledger before = List.range(0, 50).foldLeft(Ledger.empty(), (ledger, i) -> ledger.naming(sum("" + i), i % 3 == 0 ? "small" : "large", "0.1.0"));
        Packs.write(folder.resolve(Ledger.FILE), before.text());
        Ledger after = List.rangeBy(90, 20, -1).foldLeft(Ledger.read(folder), (ledger, i) -> ledger.naming(sum("" + i), "small", "0.2.0"));
        assertEquals(91, after.entries().size());
        assertTrue(after.text().startsWith(before.text()));
        assertEquals(after.entries().size(), after.entries().map(Ledger.Entry::id).distinct().size());
    }

    @Test @DisplayName("numbers that were withdrawn are not given again, even if their lines are lost")
    void withdrawn() {
        Ledger ledger = Ledger.empty().without(List.of(new Id("sum", "small", 7))).naming(sum("1"), "small", "0.1.0");
        assertEquals("sum/small/0008", ledger.find(sum("1")).get().id().toString());
    }

    @Test @DisplayName("a case is its kind, its needs and its stimulus")
    void cases() {
        Case needing = new Case("sum", new Needs(io.vavr.collection.HashMap.of("brl", "true")), sum("1").in());
        Case other   = new Case("product", Needs.none(), sum("1").in());
        assertEquals(3, Ledger.empty().naming(sum("1"), "small", "0.1.0").naming(needing, "small", "0.1.0").naming(other, "small", "0.1.0").entries().size());
    }

    @ParameterizedTest @DisplayName("a malformed line is told with its number")
    @CsvSource(delimiter = '|', textBlock = """
        A sum/small/0001 0.1.0                            | 3 | already
        B sum/small/0001 0.1.0                            | 3 | numbers ascend and none is given twice
        B sum/small/0002                                  | 3 | has 2 fields
        B sum/small/2 0.1.0                               | 3 | names "sum/small/2", which is no id
        sha256:00 sum/small/0002 0.1.0                    | 3 | which is no hash
        B sum/small/0002 next                             | 3 | which is no version
        """)
    void malformed(String line, int number, String problem) {
        String text = ("hash id since\nA sum/small/0001 0.1.0\n" + line + "\n").replace(' ', '\t')
            .replace("A\t", "sha256:" + "a".repeat(64) + "\t").replace("B\t", "sha256:" + "b".repeat(64) + "\t");
        Finding fault = reading(text);
        assertEquals(Option.some(number), fault.line());
        assertTrue(fault.problem().contains(problem), fault.text());
    }

    @Test @DisplayName("a ledger that is cut off, has no heading or is missing is a fault")
    void broken() {
        assertTrue(reading("hash\tid\tsince\nsha256:00").problem().startsWith("is truncated"));
        assertTrue(reading("").problem().startsWith("is truncated") || reading("").problem().startsWith("is not the heading"));
        assertTrue(reading("id\thash\n").problem().startsWith("is not the heading"));
        assertEquals("is missing", Packs.mistake(() -> Ledger.read(folder.resolve("nowhere"))).problem());
    }

    private Finding reading(String text) {
        Packs.write(folder.resolve(Ledger.FILE), text);
        return Packs.mistake(() -> Ledger.read(folder));
    }

    private static Case sum(String a) {
        return new Case("sum", Needs.none(), SumKind.add(a, "1"));
    }
}
