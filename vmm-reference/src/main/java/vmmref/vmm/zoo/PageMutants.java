package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.protect.Access;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.monitor.Watch;

/// Mutants of what accesses make of pages: in each case each other transition. Where the instruction is makes a difference to stores alone, and one that stores to its own page stands in code.
final class PageMutants {
    private static final Seq<Access> ACCESSES = Vector.of(Access.READ, Access.WRITE, Access.EXECUTE);

    private PageMutants() { }

    static Seq<TableMutant> all() {
        return Vector.of(PageState.values()).flatMap(state -> ACCESSES.flatMap(access -> of(state, access, false)).appendAll(state.permits(Access.EXECUTE) ? of(state, Access.WRITE, true) : Vector.empty()));
    }

    private static Seq<TableMutant> of(PageState state, Access access, boolean own) {
        String row = (state + " " + access + (own ? " by itself" : "")).toLowerCase(Locale.ROOT);
        return Vector.of(Transition.values()).remove(Transition.of(state, access, own)).map(other -> new TableMutant("moves of pages", row, "becomes " + other, Vector.of(FirstAccesses.STATE_MOVED),
            right -> right.withMonitoring(right.monitoring().withWatch(wrong(right.monitoring().watch(), state, access, own, other)))));
    }

    private static Watch wrong(Watch right, PageState state, Access access, boolean own, Transition other) {
        return right.withMoving((each, made, itself) -> each == state && made == access && (itself == own || !access.writes()) ? other : right.moving().of(each, made, itself));
    }
}
