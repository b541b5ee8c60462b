/// Whether a wrong answer would have been noticed in a run.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;

/// So many answers that passed were judged again by an altered expectation. All of them should then have gone wrong; `missed` lists those that did not.
public record Sensitivity(int altered, Seq<Missed> missed) {

    /// An altered expectation that went unnoticed: the place that was altered, what is really expected of it, and what was expected instead; `-` is nothing.
    public record Missed(String id, String place, String expected, String altered) {

        /// {@return what went unnoticed, as a sentence}
        public String text() {
            return "%s: the answer still passed when %s was expected to be %s instead of %s".formatted(id, place, altered, expected);
        }
    }

    /// {@return how many altered expectations were noticed}
    public int caught() {
        return altered - missed.size();
    }

    /// {@return whether every altered expectation was noticed}
    public boolean whole() {
        return missed.isEmpty();
    }

    /// {@return the counts in a sentence}
    public String text() {
        return altered == 0 ? "sensitivity: no answer passed whose expectation could be altered"
            : "sensitivity: %,d of %,d altered expectations were noticed".formatted(caught(), altered);
    }

    /// {@return the counts and what was missed, as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("altered", altered).put("caught", caught());
        ArrayNode list = json.putArray("missed");
        missed.forEach(each -> list.add(Json.object().put("id", each.id()).put("place", each.place()).put("expected", each.expected()).put("altered", each.altered())));
        return json;
    }
}
