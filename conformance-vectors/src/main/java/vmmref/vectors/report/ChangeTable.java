/// How many changes of each sort there are, by topic or by clause.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.fill.Change;
import vmmref.vectors.fill.Changes;
import vmmref.vectors.format.Id;
import vmmref.vectors.format.Json;

/// `rows` maps a topic or clause to its counts, in the order of the sorts; a change counts for each of its clauses.
record ChangeTable(String heading, Seq<String> sorts, Map<String, Seq<Integer>> rows) {

    static ChangeTable byTopic(Changes changes) {
        return of("topic", changes, change -> List.of(Id.parse(change.vector().id()).get().family()));
    }

    static ChangeTable byClause(Changes changes) {
        return of("clause", changes, change -> change.vector().clauses());
    }

    private static ChangeTable of(String heading, Changes changes, Function<Change, Seq<String>> names) {
        Seq<ChangeSorts.Sort> sorts = new ChangeSorts(changes).all();
        return new ChangeTable(heading, sorts.map(ChangeSorts.Sort::word), LinkedHashMap.ofEntries(changes.vectors().flatMap(names).distinct().sorted()
            .map(name -> new Tuple2<>(name, sorts.map(sort -> sort.changes().count(change -> names.apply(change).contains(name)))))));
    }

    /// {@return the table for a person; empty if no vector changed}
    String text(Ink ink) {
        return rows.isEmpty() ? "" : new Columns(sorts.prepend(heading), rows.toList().map(row -> row._2.map("%,d"::formatted).prepend(row._1))).text("", ink::strong);
    }

    /// {@return the table as an object}
    ObjectNode json() {
        ObjectNode json = Json.object();
        rows.forEach((name, counts) -> {
            ObjectNode row = json.putObject(name);
            sorts.zip(counts).forEach(count -> row.put(count._1, count._2));
        });
        return json;
    }
}
