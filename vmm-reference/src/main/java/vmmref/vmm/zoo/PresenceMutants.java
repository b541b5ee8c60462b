package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.spec.Clause;
import vmmref.vmm.monitor.Scratching;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// Mutants of what passages lead to: in each case each other presence and action.
final class PresenceMutants {
    private PresenceMutants() { }

    static Seq<TableMutant> all() {
        return Vector.of(Presence.values()).flatMap(presence -> Vector.of(Passage.ENTRY, Passage.EXIT).flatMap(passage -> of(presence, passage)));
    }

    private static Seq<TableMutant> of(Presence presence, Passage passage) {
        Presence.Move move = presence.on(passage);
        Option<Clause> because = move.because();
        return moves(because).remove(move).map(other -> new TableMutant("moves of the set", (presence + " " + passage).toLowerCase(Locale.ROOT), "becomes %s, %s".formatted(other.next(), other.action()), because.toVector(),
            right -> right.withMonitoring(right.monitoring().withScratching(wrong(right.monitoring().scratching(), presence, passage, other)))));
    }

    private static Seq<Presence.Move> moves(Option<Clause> because) {
        return Vector.of(Presence.values()).flatMap(next -> Vector.of(Presence.Action.values()).map(action -> new Presence.Move(next, action, because)));
    }

    private static Scratching wrong(Scratching right, Presence presence, Passage passage, Presence.Move other) {
        return right.withMoving((each, made) -> each == presence && made == passage ? other : right.moving().apply(each, made));
    }
}
