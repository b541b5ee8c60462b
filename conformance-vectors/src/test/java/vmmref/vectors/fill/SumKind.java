/// A tiny kind for tests: it adds two numbers below 100.
package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vmm.Vmm;

/// The stimulus `{"add":["7","8"]}` gives the sum `15`, and the name of the profile by which it was computed; numbers of
/// more than two digits are refused. Leading zeros mean nothing. The tens of a sum are decided by a clause of their own.
public record SumKind(Seq<Draft> drafts) implements Kind {

    public static final String EXACT   = "BUNDLE_FIELDS";
    public static final String PLACES  = "TEMPLATE_ASSIGNED";
    public static final String REFUSED = "TEMPLATE_RESERVED";

    public static SumKind of(Draft... drafts) {
        return new SumKind(List.of(drafts));
    }

    public static ObjectNode add(String a, String b) {
        ObjectNode in = Json.object();
        in.set("add", Json.texts(List.of(a, b)));
        return in;
    }

    public static Draft draft(String topic, String a, String b) {
        return new Draft(topic, Tier.SMOKE, Level.MUST, "the sum of " + a + " and " + b, List.of("SplitImmediate"), Needs.none(),
            add(a, b), Option.none(), "model", Option.none());
    }

    public static Draft in(Tier tier, Draft d) {
        return new Draft(d.topic(), tier, d.level(), d.title(), d.flags(), d.needs(), d.stimulus(), d.typed(), d.source(), d.near());
    }

    public static Draft needing(String parameter, String condition, Draft d) {
        return new Draft(d.topic(), d.tier(), d.level(), d.title(), d.flags(), new Needs(HashMap.of(parameter, condition)), d.stimulus(), d.typed(), d.source(), d.near());
    }

    public static Draft near(ObjectNode in, Draft d) {
        return d.nearTo(Stimulus.of(in));
    }

    public static Draft titled(String title, Draft d) {
        return new Draft(d.topic(), d.tier(), d.level(), title, d.flags(), d.needs(), d.stimulus(), d.typed(), d.source(), d.near());
    }

    public static Draft flagged(String flag, Draft d) {
        return new Draft(d.topic(), d.tier(), d.level(), d.title(), List.of(flag), d.needs(), d.stimulus(), d.typed(), d.source(), d.near());
    }

    public static Draft typed(Level level, Map<String, String> post, Draft d) {
        return new Draft(d.topic(), d.tier(), level, d.title(), d.flags(), d.needs(), d.stimulus(), Option.some(Expectation.typed(Outcome.DONE, post)), "manual", d.near());
    }

    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Expectation expectation(Vmm reference, Case given) {
        String a = given.in().get("add").get(0).stringValue();
        String b = given.in().get("add").get(1).stringValue();
        if (a.length() > 2 || b.length() > 2)
            return new Expectation(Outcome.REFUSED, HashMap.empty(), Option.some(REFUSED), HashMap.empty());
        int                 sum = Integer.parseInt(a) + Integer.parseInt(b);
        Map<String, String> by  = HashMap.of("sum", EXACT, "profile", PLACES);
        return new Expectation(Outcome.DONE, HashMap.of("sum", Integer.toString(sum), "profile", reference.machine().profile().name()),
            Option.some(EXACT), sum < 10 ? by : by.put("sum.tens", PLACES));
    }

    @Override
    public Answer answer(Vmm subject, Case given) {
        Expectation expectation = expectation(subject, given);
        return new Answer.Observed(expectation.outcome(), expectation.post());
    }

    @Override
    public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got) || place.equals("sum") && Integer.parseInt(expected) == Integer.parseInt(got);
    }
}
