/// The operands of a bundle's instructions: where their bits lie, and what they hold.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.bundle.Field;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Operand;
import vmmref.vectors.format.Json;

/// Bits are counted within the slot, from 0; those of the L slot are marked.
record OperandsPage(DecodedBundle decoded) {

    private record Row(int slot, Operand.Value operand) {

        String fields() {
            return operand.operand().fields().map(Row::bits).mkString(", ");
        }

        private static String bits(Field field) {
            return "%s%s {%s}".formatted(field.inL() ? "L " : "", field.name(), field.high() == field.low() ? field.low() : field.high() + ":" + field.low());
        }
    }

    /// {@return the table for a person; empty if there are no operands}
    String text(Ink ink) {
        return rows().isEmpty() ? "" : new Columns(List.of("slot", "operand", "fields", "value", "decided by"), rows().map(row ->
            List.of(String.valueOf(row.slot()), row.operand().operand().name(), row.fields(), Assembly.text(row.operand()), row.operand().because().name())))
            .text("  ", ink::quiet);
    }

    /// {@return the table as an array}
    ArrayNode json() {
        ArrayNode array = Json.object().putArray("operands");
        rows().forEach(row -> array.add(Json.object().put("slot", row.slot()).put("operand", row.operand().operand().name())
            .put("fields", row.fields()).put("value", Assembly.text(row.operand())).put("because", row.operand().because().name())));
        return array;
    }

    /// {@return what the instructions and operands are, by the names that clauses are given for: `slot1`, `slot1.r1`}
    Map<String, String> parts() {
        return LinkedHashMap.ofEntries(decoded.slots().zipWithIndex().filter(slot -> slot._1 instanceof Decoded.Assigned)
                .map(slot -> new Tuple2<>("slot" + slot._2, Assembly.text(((Decoded.Assigned) slot._1).instruction()))))
            .merge(LinkedHashMap.ofEntries(rows().map(row -> new Tuple2<>("slot%d.%s".formatted(row.slot(), row.operand().operand().name()), Assembly.text(row.operand())))));
    }

    private Seq<Row> rows() {
        return decoded.slots().zipWithIndex().flatMap(slot -> slot._1 instanceof Decoded.Assigned assigned
            ? assigned.instruction().operands().map(operand -> new Row(slot._2, operand)) : List.<Row>empty());
    }
}
