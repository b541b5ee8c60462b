/// badge.json: the run in two words, for the endpoint of shields.io.
package vmmref.vectors.report;

import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.Tally;
import vmmref.vectors.run.Verdict;

/// Green is only what exits with 0; what is red stays red, whatever colour a page asks for.
record Badge(Summary summary) {

    static final String NAME = "badge.json";

    private static final int SCHEMA = 1;

    /// {@return the badge as an object}
    ObjectNode json() {
        boolean good = summary.exit() == Exit.CONFORMS;
        return Json.object().put("schemaVersion", SCHEMA).put("label", "vmmref " + summary.tier().json()).put("message", message())
            .put("color", good ? "brightgreen" : summary.exit() == Exit.NOTHING_RAN ? "lightgrey" : "red").put("isError", !good);
    }

    private String message() {
        Tally tally = summary.result().tally();
        String passed = "%,d of %,d pass".formatted(tally.count(Verdict.PASS), tally.judged());
        if (summary.exit() == Exit.NOTHING_RAN) return "nothing ran";
        if (tally.bad() > 0)                    return "%,d of %,d go wrong".formatted(tally.bad(), tally.judged());
        return summary.exit() == Exit.CONFORMS ? passed : passed + ", but not conclusive";
    }
}
