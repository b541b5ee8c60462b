package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The picture of the priorities is that of the table.
class PriorityDiagramTest {
    private static final Path CHAPTER = Path.of("chapters", "15-interruptions.md");
    private static final Pattern FENCE = Pattern.compile("(?s)```mermaid\n(%%\\{init[^\n]*\nflowchart TB\n.*?)```");

    @Test
    void prioritiesAreDrawnFromTheirTable() throws IOException {
        String chapter = Files.readString(CHAPTER);
        String drawn = new PriorityDiagram(Table.named("priorities"), Table.named("interruptions")).text() + "\n";
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(CHAPTER, FENCE.matcher(chapter).replaceFirst(Matcher.quoteReplacement("```mermaid\n" + drawn + "```")));
        MatchResult fence = FENCE.matcher(Files.readString(CHAPTER)).results().findFirst().orElseThrow();
        assertEquals(drawn, fence.group(1), "write it with mvn -B verify -Dvmmref.write=true");
    }

    @Test
    void aStageIsABox() {
        Table priorities = Table.parse("p", "1\tReset\tabort\tbefore\t-\tno\n2\tMiss\tfault\tafter\tmiss\t-\n3\tBit\tfault\tafter\tbit\t-\n4\tCheck\tfault\tafter\t-\tno\n5\tInit\tfault\tafter\t-\tno\n");
        Table interruptions = Table.parse("i", "bit\t2400\nmiss\t1000\n");
        assertEquals("""
            %%{init: {"flowchart": {"wrappingWidth": 1000, "rankSpacing": 20}}}%%
            flowchart TB
                s0["<b>before</b><br/>(1 Reset)"]
                s1["<b>after</b><br/>2 Miss: 1000 · 3 Bit: 2400 · (4 Check)<br/>(5 Init)"]
                s0 --> s1""", new PriorityDiagram(priorities, interruptions).text());
    }

    /// Every interruption of the model stands in the table of priorities.
    @Test
    void noInterruptionIsForgotten() {
        assertEquals(Table.named("interruptions").rows().map(row -> row.cell(0)).toSortedSet(),
            Table.named("priorities").rows().map(row -> row.cell(4)).filter(name -> !name.equals("-")).toSortedSet());
        assertEquals(60, Table.named("priorities").rows().size());
    }
}
