/// How a vector differs from the one that it is near to.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Leaves;
import vmmref.vectors.format.Vector;

/// One field of the stimulus differs, and other clauses decide.
record NearMiss(Vector vector, Vector near) {

    private static final String NOTHING = "-";

    private record Row(String field, String here, String there) {

        String differs() {
            boolean bundle = here.matches("[0-9a-f]{32}") && there.matches("[0-9a-f]{32}");
            return Differs.between(bundle ? "bundle" : field, there, here);
        }
    }

    /// {@return the difference for a person}
    String text(Ink ink) {
        return "  %s: %s\n".formatted(near.id(), near.title())
            + new Columns(List.of("field", "here", "there", "differs"), rows().map(row -> List.of(row.field(), row.here(), row.there(), row.differs()))).text("    ", ink::quiet)
            + "    here decides %s, there %s\n".formatted(listed(onlyHere()), listed(onlyThere()));
    }

    /// {@return the difference as an object}
    ObjectNode json() {
        ObjectNode json = Json.object().put("id", near.id()).put("title", near.title());
        ArrayNode fields = json.putArray("differs");
        rows().forEach(row -> fields.add(Json.object().put("field", row.field()).put("here", row.here()).put("there", row.there()).put("differs", row.differs())));
        json.set("here", Json.texts(onlyHere()));
        json.set("there", Json.texts(onlyThere()));
        return json;
    }

    private static String listed(Seq<String> clauses) {
        return clauses.isEmpty() ? "no other clause" : clauses.mkString(", ");
    }

    private Seq<String> onlyHere() {
        return vector.clauses().removeAll(near.clauses());
    }

    private Seq<String> onlyThere() {
        return near.clauses().removeAll(vector.clauses());
    }

    private Seq<Row> rows() {
        Map<String, String> here  = Leaves.of(vector.given().json());
        Map<String, String> there = Leaves.of(near.given().json());
        return here.keySet().addAll(there.keySet()).toList()
            .map(field -> new Row(field, here.getOrElse(field, NOTHING), there.getOrElse(field, NOTHING)))
            .filter(row -> !row.here().equals(row.there()));
    }
}
