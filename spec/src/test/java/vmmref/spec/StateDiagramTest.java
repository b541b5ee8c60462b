package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pictures of chapters are those of the tables.
class StateDiagramTest {
    private static final Path CHAPTER = Path.of("chapters", "07-partitions.md");
    private static final Pattern FENCE = Pattern.compile("(?s)```mermaid\n(.*?)```");

    @Test
    void theLifeOfACellIsDrawnFromItsTable() throws IOException {
        String chapter = Files.readString(CHAPTER);
        String drawn = new StateDiagram(Table.named("cell-life")).text() + "\n";
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(CHAPTER, FENCE.matcher(chapter).replaceFirst(Matcher.quoteReplacement("```mermaid\n" + drawn + "```")));
        MatchResult fence = FENCE.matcher(Files.readString(CHAPTER)).results().findFirst().orElseThrow();
        assertEquals(drawn, fence.group(1), "write it with mvn -B verify -Dvmmref.write=true");
    }

    @Test
    void eventsThatLeadTheSameWayShareAnArrow() {
        Table table = Table.parse("t", "a\tgo\t-\tb\tX\nb\tback\tready\ta\tX\na\trun\tfit\tb\tX\n");
        assertEquals("""
            stateDiagram-v2
                [*] --> a
                a --> b: go, run if fit
                b --> a: back if ready""", new StateDiagram(table).text());
        assertEquals("none has no row", assertThrows(IllegalArgumentException.class, () -> new StateDiagram(Table.parse("none", ""))).getMessage());
    }
}
