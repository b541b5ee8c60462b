package vmmref.properties.domain;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.properties.alloy.Scenario;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;

/// A cell of the table of transitions that can be reached.
///
/// @param own whether the instruction is in the same page
record Cell(PageState state, Access access, boolean own) {
    private static final Seq<Scenario> OTHERS = Vector.of(
        new Scenario("ByRights", "Host.catching = RIGHTS and Now.outcome = TO_CODE; Now.outcome = TO_DATA and Now.access = READ_WRITE; Now.outcome = NONE; Now.outcome = EMULATED"),
        new Scenario("Permitted", "Now.outcome = PERMITTED and Now.access = WRITE; Now.outcome = TO_CODE; Now.outcome = PERMITTED and Now.access = EXECUTE"),
        new Scenario("Told", "Now.outcome = TOLD and Now.access = EXECUTE; Now.outcome = TOLD and Now.access = READ_WRITE; Now.outcome = TOLD and Now.access = READ"),
        new Scenario("Missed", "Now.event = Evict and some keyless[Page]; Now.outcome = MISSED; Now.outcome = PERMITTED"),
        new Scenario("MissedAndCaught", "Now.outcome = MISSED and Now.access not in opened[Now.page.frame.state]; some Now.outcome & (TO_DATA + TO_CODE)"),
        new Scenario("ToldWithoutKey", "Now.outcome = TOLD and some keyless[Now.page]; Now.outcome = TOLD"),
        new Scenario("Dropped", "Now.event = Drop and some Now.page.frame.state - UNSEEN; Now.outcome = NONE and some filled; Now.event = Drop"),
        new Scenario("Changed", "Now.event = Change and some Now.to and Now.page.frame.state = PATCHED and Now.to.state = DATA; Now.event = Change and no Now.to; Now.event = Change"),
        new Scenario("ChangedUnseen", "Now.event = Change and Now.page.frame.state = UNSEEN and some Now.page.piece; Now.event = Use"),
        new Scenario("Shared", "Now.event = Change and #frame.(Now.to) = 2 and #(piece.State).(Now.to) = 2; Now.event = Use; Now.event = Use"),
        new Scenario("Stored", "Now.event = Store and Now.page.frame.state = CODE and Now.content = ToPatch; Now.event = Store and Now.content = Plain"),
        new Scenario("StoredToData", "Now.event = Store and Now.page.frame.state = DATA; Now.outcome = TO_CODE and Now.page.frame.state' = PATCHED"),
        new Scenario("Unseen", "Now.event = Store and Now.page.frame.state = UNSEEN and Now.content = ToPatch; Now.outcome = TO_CODE and Now.page.frame.state' = PATCHED; Now.event = Use"),
        new Scenario("Itself", "Now.outcome = EMULATED and some own and Now.page != Now.by and CODE + PATCHED in made[Page]; Now.event = Use; Now.event = Use"));

    /// {@return all: an instruction that is in the same page is in code}
    static Seq<Cell> all() {
        return Vector.of(PageState.values()).flatMap(state -> Vector.of(Access.values()).flatMap(access -> Vector.of(false, true).map(own -> new Cell(state, access, own))))
            .filter(each -> !each.own || (each.state.permits(Access.EXECUTE) && !each.access.executes()));
    }

    /// {@return what Alloy is asked to tell: of each cell, and of other events}
    static Seq<Scenario> scenarios() {
        return all().flatMap(each -> Vector.of(Catching.KEYS, Catching.PRESENT).map(each::scenario)).appendAll(OTHERS);
    }

    private Scenario scenario(Catching catching) {
        String answered = "Host.catching = " + catching + " and Now.event = Use and Now.outcome not in PERMITTED + TOLD + MISSED";
        return new Scenario(state + access.name() + (own ? "Own" : "") + catching,
            answered + " and Now.access = " + access + " and Now.page.frame.state = " + state + " and " + (own ? "some" : "no") + " own; Now.event = Use");
    }

    /// {@return the rules with another transition in this cell}
    Rules with(Transition other) {
        return Rules.RIGHT.withTransition((s, a, o) -> new Cell(s, a, o).equals(this) ? other : Transition.of(s, a, o));
    }
}
