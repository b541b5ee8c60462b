package vmmref.vectors.recognize;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Source;

/// Blocks with wildcards, alternatives, names and limits, in code of all sorts, and the monitor's own patches: the table `blocks.tsv`, whose expectations the model gives.
final class BlockDrafts {
    private static final String NONE = "-";

    private BlockDrafts() { }

    static Seq<Draft> all() {
        Seq<Table.Row> rows = Source.named(BlockDrafts.class, "blocks").rows();
        Map<String, ObjectNode> byTitle = LinkedHashMap.ofEntries(rows.map(row -> Tuple.of(row.cell(1), in(row))));
        return rows.map(row -> row.cell(6).equals(NONE) ? Cases.model(row.cell(0), row.cell(1), words(row.cell(2)), in(row))
            : Cases.near(row.cell(0), row.cell(1), words(row.cell(2)), in(row), byTitle.get(row.cell(6)).getOrElseThrow(() -> new IllegalStateException("blocks.tsv has no case \"" + row.cell(6) + "\""))));
    }

    static Seq<String> words(String cell) {
        return cell.equals(NONE) ? Vector.empty() : Vector.of(cell.split(" "));
    }

    /// {@return the query of the cells 3 to 5: code, what is looked for, and the other fields}
    static ObjectNode in(Table.Row row) {
        return in(Cases.code(row.cell(3)), row.cell(4), row.cell(5));
    }

    /// @param sought `always`, `exact`, or blocks in JSON
    /// @param others fields in JSON, without braces
    static ObjectNode in(Seq<Bundle> code, String sought, String others) {
        ObjectNode in = Json.object();
        in.set("code", Json.texts(code.map(Bundle::hex)));
        if (!others.equals(NONE)) in.setAll((ObjectNode) Json.parse("{" + others + "}"));
        if (sought.startsWith("[")) in.set("blocks", Json.parse(sought));
        else in.put("sensitive", sought);
        return Query.read(in).json();
    }
}
