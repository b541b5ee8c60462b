package vmmref.properties.domain;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;

/// What Alloy is asked to tell.
///
/// @param name    of the run
/// @param formula what happens, from any sound state
record Scenario(String name, String formula) {
    private static final String CAUGHT = "Now.event = Use and Now.outcome not in PERMITTED + TOLD + MISSED";

    private static final Seq<Scenario> NAMED = Vector.of(
        new Scenario("Permitted", "Now.outcome = PERMITTED and Now.access = WRITE; Now.outcome = TO_CODE; Now.outcome = PERMITTED and Now.access = EXECUTE"),
        new Scenario("Told", "Now.outcome = TOLD and Now.access = EXECUTE; Now.outcome = TOLD and Now.access = READ_WRITE; Now.outcome = TOLD and Now.access = READ"),
        new Scenario("Missed", "Now.event = Evict and some keyless[Page]; Now.outcome = MISSED; Now.outcome = PERMITTED"),
        new Scenario("Dropped", "Now.event = Drop and some Now.page.frame.state - UNSEEN; Now.outcome = NONE and some filled; Now.event = Drop"),
        new Scenario("Changed", "Now.event = Change and some Now.to and Now.page.frame.state = PATCHED and Now.to.state = DATA; Now.event = Change and no Now.to; Now.event = Change"),
        new Scenario("Shared", "Now.event = Change and #frame.(Now.to) = 2 and #(piece.State).(Now.to) = 2; Now.event = Use; Now.event = Use"),
        new Scenario("Stored", "Now.event = Store and Now.page.frame.state = CODE and Now.content = ToPatch; Now.event = Store and Now.content = Plain; Now.event = Store and Now.page.frame.state = DATA"),
        new Scenario("Unseen", "Now.event = Store and Now.page.frame.state = UNSEEN and Now.content = ToPatch; Now.outcome = TO_CODE and Now.page.frame.state' = PATCHED; Now.event = Use"),
        new Scenario("Itself", "Now.outcome = EMULATED and some own and Now.page != Now.by and CODE + PATCHED in Page.piece[Frame]; Now.event = Use; Now.event = Use"));

    /// {@return one of each cell of the table of transitions that can be reached, however states are told, and some others}
    static Seq<Scenario> all() {
        Seq<Scenario> cells = Vector.of(PageState.values()).flatMap(state -> Vector.of(Access.values()).flatMap(access -> Vector.of(false, true).filter(own -> isReached(state, access, own))
            .flatMap(own -> Vector.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT).map(catching -> cell(state, access, own, catching)))));
        return cells.appendAll(NAMED);
    }

    /// An instruction is code.
    static boolean isReached(PageState state, Access access, boolean own) {
        return !own || (state.permits(Access.EXECUTE) && !access.executes());
    }

    private static Scenario cell(PageState state, Access access, boolean own, Catching catching) {
        return new Scenario(state + access.name() + (own ? "Own" : "") + catching,
            "Host.catching = " + catching + " and " + CAUGHT + " and Now.access = " + access + " and Now.page.frame.state = " + state + " and " + (own ? "some" : "no") + " own; Now.event = Use");
    }

    String run() {
        Seq<String> steps = Vector.of(formula.split("; ")).append("always Now.event = Idle").map(each -> "(" + each + ")");
        return Spelling.WORDS.run(name, "sound and always step and (" + steps.mkString("; ") + ")", steps.size());
    }
}
