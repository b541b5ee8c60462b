/// What each condition of the order of faults finds, the highest first.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.translate.Glance;
import vmmref.spec.Table;
import vmmref.vectors.format.Json;

/// `because` is the name of the clause that decided, which need not be a condition's.
record LookupConditions(Seq<Glance> glances, String because) {

    private static final String DECIDES  = "<- decides";
    private static final int    DEFERRAL = 3;

    /// {@return the table for a person; when faults are `deferred` is a column where it matters}
    String text(Ink ink, boolean deferring) {
        Seq<String> header = List.of("condition", "met", "leads to").appendAll(List.of("deferred").filter(column -> deferring)).append("");
        return List.of(new Columns(header, glances.map(glance -> cells(glance, deferring))).text("  ", ink::quiet).split("\n"))
            .map(line -> (line.endsWith(DECIDES) ? ink.notable(line) : line) + "\n").mkString();
    }

    private Seq<String> cells(Glance glance, boolean deferring) {
        return List.of(glance.clause().name(), glance.met() ? "yes" : "no", glance.leads())
            .appendAll(List.of(deferral(glance)).filter(column -> deferring)).append(decides(glance) ? DECIDES : "");
    }

    /// As the table of the order says it: `code` is the bit ed of its page, the others are bits of DCR.
    private static String deferral(Glance glance) {
        String cell = Table.named("fault-order").rows().find(row -> row.cell(0).equals(glance.clause().name())).map(row -> row.cell(DEFERRAL)).getOrElse("-");
        return cell.equals("-") ? "never" : cell.equals("always") ? cell : "by " + cell;
    }

    private boolean decides(Glance glance) {
        return glance.clause().name().equals(because);
    }

    /// {@return the table as an array}
    ArrayNode json() {
        ArrayNode array = Json.object().putArray("conditions");
        glances.forEach(glance -> array.add(Json.object().put("clause", glance.clause().name()).put("met", glance.met()).put("leads", glance.leads())
            .put("decides", decides(glance))));
        return array;
    }
}
