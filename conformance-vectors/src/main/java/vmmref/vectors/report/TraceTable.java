package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clause;
import vmmref.vectors.format.Json;
import vmmref.vectors.partition.Step;

/// What happens in a case of kind partition: a row for each event, and below it one for each further thing that changed.
public record TraceTable(Seq<Step> steps) {
    static final TraceTable NONE = new TraceTable(Vector.empty());

    private static final Seq<String> HEADER = List.of("event", "what happens", "reply", "what changed", "clause");

    /// Places of one sort that got one value for one reason.
    private record Changed(String sort, String value, Clause clause, Seq<String> names) {
        String text() {
            return "%s %s: %s".formatted(sort, names.mkString(" "), value);
        }

        /// {@return the same, a cell named once where each of some processors is}
        Changed byCells(int processors) {
            return new Changed(sort, value, clause, names.groupBy(name -> name.replaceFirst("(c\\d)\\.\\d$", "$1")).flatMap(cell -> cell._2.size() == processors ? Vector.of(cell._1) : cell._2).toVector());
        }
    }

    /// {@return the table for a person; nothing where nothing happens}
    String text(Ink ink) {
        return steps.isEmpty() ? "" : new Columns(HEADER, steps.flatMap(TraceTable::rows)).text("  ", ink::quiet);
    }

    private static Seq<Seq<String>> rows(Step step) {
        Seq<Changed> changed = changed(step);
        String reply = step.carried().map(value -> step.reply() + " " + value).getOrElse(step.reply());
        Seq<Seq<String>> more = changed.map(each -> List.of("", "", "", each.text(), each.clause.name()));
        return more.prepend(List.of(String.valueOf(step.number()), step.told(), reply, "", step.because().name()));
    }

    private static Seq<Changed> changed(Step step) {
        return step.changes().toVector().map(change -> new Changed(sort(change), change._2, step.reasons().get(change._1).get(), Vector.of(change._1.substring(change._1.indexOf('.') + 1))))
            .foldLeft(Vector.<Changed>empty(), TraceTable::joined).map(each -> each.byCells(step.rules().hardware().processors()));
    }

    private static String sort(Tuple2<String, String> change) {
        return change._1.substring(0, change._1.indexOf('.'));
    }

    private static Vector<Changed> joined(Vector<Changed> before, Changed next) {
        int same = before.indexWhere(each -> each.sort.equals(next.sort) && each.value.equals(next.value) && each.clause == next.clause);
        return same < 0 ? before.append(next) : before.update(same, new Changed(next.sort, next.value, next.clause, before.get(same).names.appendAll(next.names)));
    }

    /// {@return an object for each event}
    ArrayNode json() {
        ArrayNode array = Json.object().putArray("trace");
        steps.forEach(step -> {
            ObjectNode row = Json.object().put("event", step.number()).put("text", step.told()).put("reply", step.reply());
            step.carried().forEach(value -> row.put("value", value));
            row.set("changes", Json.strings(step.changes()));
            array.add(row.put("clause", step.because().name()));
        });
        return array;
    }
}
