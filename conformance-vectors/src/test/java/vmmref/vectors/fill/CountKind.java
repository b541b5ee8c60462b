/// A tiny kind for tests that starts somewhere and leaves a choice: it adds to a counter with a limit.
package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vmm.Vmm;

/// The state is `{"count":"10","limit":"20"}`, the stimulus `{"add":"05"}`, all of them two hex digits. Beyond the limit a counter may fault,
/// or stop at the limit: its choice `beyond`. Of the place `flags` only the lowest bit is defined; it says whether the limit was reached.
public record CountKind(Seq<Base> bases, Seq<Draft> drafts) implements Kind {

    public static final Base LOW = base("count-low@1", "01", "20");

    /// {@return a kind with the base {@link #LOW}}
    public static CountKind of(Draft... drafts) {
        return new CountKind(List.of(LOW), List.of(drafts));
    }

    public static Base base(String name, String count, String limit) {
        return new Base(name, Json.object().put("count", count).put("limit", limit));
    }

    public static Stimulus add(String number) {
        return Stimulus.of(Json.object().put("add", number));
    }

    public static Stimulus add(String number, Base base, ObjectNode pre) {
        return add(number).from(base, pre);
    }

    public static Draft draft(String title, Stimulus stimulus) {
        return new Draft("add", Tier.SMOKE, Level.MUST, title, List.empty(), Needs.none(), stimulus, Option.none(), "model", Option.none());
    }

    public static Draft typed(Expectation expect, Draft draft) {
        return new Draft(draft.topic(), draft.tier(), draft.level(), draft.title(), draft.flags(), draft.needs(), draft.stimulus(), Option.some(expect), "manual", draft.near());
    }

    @Override
    public String name() {
        return "count";
    }

    /// A number that is added has two digits.
    @Override
    public Option<FieldMistake> unreadable(Case given) {
        return Option.when(!given.in().path("add").asString("00").matches("[0-9a-f]{2}"), () -> new FieldMistake("$.in.add", "is no number of two digits", "write two hexadecimal digits"));
    }

    @Override
    public Expectation expectation(Vmm reference, Case given) {
        int count = number(given.start(), "count");
        int limit = number(given.start(), "limit");
        int sum   = count + number(given.in(), "add");
        if (sum <= limit) return counted(sum, sum == limit);
        return Expectation.any(List.of(fault(count).chosen(HashMap.of("beyond", "faults")), counted(limit, true).chosen(HashMap.of("beyond", "stops"))));
    }

    private static Expectation counted(int sum, boolean reached) {
        return new Expectation(Outcome.DONE, HashMap.empty(), HashMap.of("count", hex(sum), "flags", reached ? "01" : "00"), HashMap.of("flags", "01"),
            Option.some(SumKind.EXACT), HashMap.of("count", SumKind.EXACT, "flags", SumKind.PLACES));
    }

    private static Expectation fault(int count) {
        return new Expectation(Outcome.FAULT, HashMap.of("kind", "beyond-limit", "at", hex(count)), HashMap.empty(), HashMap.empty(),
            Option.some(SumKind.REFUSED), HashMap.of("fault.at", SumKind.PLACES));
    }

    private static int number(ObjectNode json, String field) {
        return Integer.parseInt(json.path(field).asString("00"), 16);
    }

    private static String hex(int number) {
        return "%02x".formatted(number);
    }

    /// It takes the first alternative.
    @Override
    public Answer answer(Vmm subject, Case given) {
        Expectation first = expectation(subject, given).alternatives().head();
        return new Answer.Observed(first.outcome(), first.fault(), first.post(), first.choice());
    }

    @Override
    public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got);
    }
}
