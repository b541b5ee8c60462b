/// How the vectors catch one member of the zoo.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clause;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vmm.zoo.Member;

/// `failing` maps each clause that decided a failure to the ids of the vectors that failed by it.
public record Captures(Member member, Map<String, List<String>> failing) {

    /// {@return what comes of judging a member by a tier of a pack}
    public static Captures of(Member member, Pack pack, Tier tier) {
        try (Conversation conversation = Implementations.open("zoo:" + member.name(), pack)) {
            java.util.Map<String, List<String>> failing = new java.util.LinkedHashMap<>();
            Judge judge = new Judge(conversation.hello(), HashMap.empty(), false);
            new Run(conversation, judge, new Waivers(KnownFailures.none()), false).of(pack.vectors(tier), List.<vmmref.vectors.format.Vector>empty()::iterator, judgement -> {
                if (judgement.verdict().bad())
                    judgement.decidedBy().forEach(clause -> failing.merge(clause, List.of(judgement.vector().id()), (before, more) -> more.appendAll(before)));
            });
            return new Captures(member, LinkedHashMap.ofAll(failing).mapValues(List::reverse));
        }
    }

    /// {@return whether something failed, and every clause that the member is said to break decided a failure}
    public boolean caught() {
        return !failing.isEmpty() && told().forAll(failing::containsKey);
    }

    /// {@return the clauses of the member's table: those that it is said to break, then the others that decided a failure}
    public Seq<String> clauses() {
        return told().appendAll(failing.keySet()).distinct();
    }

    /// {@return whether the member is said to break a clause}
    public boolean breaks(String clause) {
        return told().contains(clause);
    }

    /// {@return how many vectors failed by a clause}
    public int failures(String clause) {
        return failing.get(clause).map(List::size).getOrElse(0);
    }

    /// {@return the id of a vector that failed by a clause; empty if none did}
    public String example(String clause) {
        return failing.get(clause).map(List::head).getOrElse("");
    }

    /// {@return the table as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("member", member.name()).put("caught", caught());
        ArrayNode rows = json.putArray("clauses");
        clauses().forEach(clause -> rows.add(Json.object().put("clause", clause).put("named", breaks(clause)).put("failures", failures(clause)).put("example", example(clause))));
        return json;
    }

    private Seq<String> told() {
        return member.told().map(Clause::name);
    }
}
