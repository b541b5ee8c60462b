package vmmref.spec;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import org.apache.commons.lang3.Validate;

/// A table of states as a picture, in the language of Mermaid.
///
/// @param table its first four columns are from, event, guard and to
public record StateDiagram(Table table) {
    public StateDiagram {
        Validate.isTrue(!table.rows().isEmpty(), "%s has no row", table.name());
    }

    /// {@return the picture: one arrow for each pair of states, with all events that lead from one to the other}
    public String text() {
        Seq<String> arrows = table.rows().groupBy(StateDiagram::ends).toVector().sortBy(each -> table.rows().indexOf(each._2.head()))
            .map(each -> "    %s --> %s: %s".formatted(each._1._1, each._1._2, each._2.map(StateDiagram::label).mkString(", ")));
        return arrows.prepend("    [*] --> " + table.rows().head().cell(0)).prepend("stateDiagram-v2").mkString("\n");
    }

    private static Tuple2<String, String> ends(Table.Row row) {
        return Tuple.of(row.cell(0), row.cell(3));
    }

    private static String label(Table.Row row) {
        return row.cell(2).equals("-") ? row.cell(1) : row.cell(1) + " if " + row.cell(2);
    }
}
