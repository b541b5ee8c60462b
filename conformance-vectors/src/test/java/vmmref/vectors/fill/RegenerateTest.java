package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.format.Level;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RegenerateTest {

    @TempDir Path folder;
    Path pack;

    @BeforeEach
    void fill() {
        pack = Packs.small(folder);
    }

    @Test @DisplayName("a pack that nobody touched comes out byte for byte, and is not touched by the comparison")
    void identical() {
        Map<String, String> before = Packs.contents(folder);
        assertEquals(List.empty(), Regenerate.compare(pack, Packs.kinds()).differences());
        assertTrue(Regenerate.compare(pack, Packs.kinds()).identical());
        assertEquals(before, Packs.contents(folder));
    }

    @Test @DisplayName("an edited line is told with both of its texts")
    void edited() {
        Packs.edit(pack, "smoke/sum/small.jsonl", "the sum of 5 and 6", "the sum of 6 and 5");
        Regenerate again = Regenerate.compare(pack, Packs.kinds());
        assertFalse(again.identical());
        assertEquals(List.of("smoke/sum/small.jsonl:2"), again.differences().map(difference -> difference.file() + ":" + difference.line()).toList());
        assertTrue(again.differences().head().committed().get().contains("6 and 5"));
        assertTrue(again.differences().head().regenerated().get().contains("5 and 6"));
    }

    @Test @DisplayName("a last line without its end differs")
    void lineFeed() {
        String text = Packs.read(pack.resolve("clauses.json"));
        Packs.write(pack.resolve("clauses.json"), text.substring(0, text.length() - 1));
        assertEquals(new Regenerate.Difference("clauses.json", text.split("\n").length + 1, Option.none(), Option.some("")),
            Regenerate.compare(pack, Packs.kinds()).differences().head());
    }

    @Test @DisplayName("a file that should not be there, and one that should, are told")
    void files() throws IOException {
        Files.move(pack.resolve("core/sum/small.jsonl"), pack.resolve("core/sum/smell.jsonl"));
        assertEquals(HashMap.of("core/sum/small.jsonl", Option.none(), "core/sum/smell.jsonl", Option.some(1)), HashMap.ofEntries(
            Regenerate.compare(pack, Packs.kinds()).differences().map(difference ->
                new io.vavr.Tuple2<>(difference.file(), difference.committed().map(text -> difference.line())))));
    }

    @Test @DisplayName("a new draft shows in the ledger, its shard and the manifest")
    void newDraft() {
        SumKind more = new SumKind(Packs.kinds().flatMap(kind -> kind.drafts()).append(SumKind.draft("small", "9", "9")));
        Regenerate again = Regenerate.compare(pack, List.of(more));
        assertEquals(1, again.filled().named());
        assertEquals(List.of("MANIFEST.json", "ids.tsv", "smoke/sum/small.jsonl"), again.differences().map(Regenerate.Difference::file));
        assertEquals(Option.none(), again.differences().last().committed().filter(text -> !text.isEmpty()));
    }

    @Test @DisplayName("disagreements are told again")
    void disagreements() {
        SumKind wrong = SumKind.of(SumKind.typed(Level.MUST, HashMap.of("sum", "4"), SumKind.draft("small", "1", "2")));
        Fill.into(pack, List.of(wrong));
        Regenerate again = Regenerate.compare(pack, List.of(wrong));
        assertTrue(again.identical());
        assertFalse(again.filled().agreed());
    }
}
