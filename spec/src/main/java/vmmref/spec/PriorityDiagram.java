package vmmref.spec;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/// The table of priorities as a picture, in the language of Mermaid: a box for each stage of a turn, the highest first.
///
/// @param priorities    priority, name, class, stage, interruption
/// @param interruptions interruption, vector
public record PriorityDiagram(Table priorities, Table interruptions) {
    private static final String NONE = "-";
    /// So many interruptions stand side by side, in boxes that are wide enough for them.
    private static final int COLUMNS = 3;
    private static final String WIDE = "%%{init: {\"flowchart\": {\"wrappingWidth\": 1000, \"rankSpacing\": 20}}}%%";

    /// {@return the picture; what is not modelled stands in brackets}
    public String text() {
        Map<String, String> vectors = interruptions.rows().toLinkedMap(row -> row.cell(0), row -> row.cell(1));
        Seq<String> stages = priorities.rows().map(row -> row.cell(3)).distinct();
        Seq<String> boxes = stages.zipWithIndex((stage, number) -> "    s%d[\"<b>%s</b><br/>%s\"]".formatted(number, stage,
            priorities.rows().filter(row -> row.cell(3).equals(stage)).map(row -> named(row, vectors)).grouped(COLUMNS).map(line -> line.mkString(" · ")).mkString("<br/>")));
        Seq<String> arrows = stages.zipWithIndex((stage, number) -> number).tail().map(number -> "    s%d --> s%d".formatted(number - 1, number));
        return boxes.appendAll(arrows).prependAll(List.of(WIDE, "flowchart TB")).mkString("\n");
    }

    private static String named(Table.Row row, Map<String, String> vectors) {
        String named = row.cell(0) + " " + row.cell(1);
        return row.cell(4).equals(NONE) ? "(" + named + ")" : named + ": " + vectors.get(row.cell(4)).get();
    }
}
