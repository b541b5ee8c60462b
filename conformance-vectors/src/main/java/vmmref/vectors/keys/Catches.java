/// Which accesses of guests are caught, told from the machines that they believe to have.
package vmmref.vectors.keys;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.protect.Access;
import vmmref.spec.Clause;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.vmm.GuestTurn;
import vmmref.vectors.vmm.Happening;
import vmmref.vectors.vmm.Watcher;

import static vmmref.spec.FirstAccesses.*;

/// @param event  the one that happens
/// @param caught by event, of those that are steps
/// @param reused frames that have come into other hands and were not used since
/// @param opened the accesses to frames that were permitted or opened, since the frames changed hands
/// @param by     which clauses decided places and parts of them
/// @param parts  the same of the turn that was made last, by parts of places of its guest
record Catches(int event, Uses uses, Map<Integer, Boolean> caught, Set<Integer> reused, Set<Tuple2<Integer, Access>> opened, Map<String, Clause> by, Map<String, Clause> parts) implements Watcher {
    static final Catches NONE = new Catches(0, Uses.NONE, LinkedHashMap.empty(), LinkedHashSet.empty(), LinkedHashSet.empty(), LinkedHashMap.empty(), LinkedHashMap.empty());

    static String caught(int event) {
        return "e%d.caught".formatted(event);
    }

    static String state(int frame) {
        return "ram#%d.state".formatted(frame);
    }

    @Override public Catches begun(int number, Happening happening) {
        return new Catches(number, uses, happening instanceof Happening.Stepped ? caught.put(number, false) : caught, reused, opened, happening instanceof Happening.Stepped ? by.put(caught(number), STATE_PERMITS) : by, parts);
    }

    @Override public Catches turned(GuestTurn turn) {
        Uses.Turned after = uses.after(turn);
        Catches begun = new Catches(event, after.uses(), caught, reused, opened, by, LinkedHashMap.empty());
        return after.accesses().foldLeft(begun, (all, used) -> all.used(turn, used));
    }

    private Catches used(GuestTurn turn, Uses.Used used) {
        boolean isCaught = used.isCaught();
        Map<String, Clause> decided = by.merge(isCaught ? Catching.of(this, turn, used).prefixed(caught(event)) : LinkedHashMap.empty(), (old, young) -> young).merge(stated(used), (old, young) -> young);
        Map<String, Clause> own = used.isKept() ? parts.put("goes.bytes", BYTES_OWN) : parts;
        return new Catches(event, uses, isCaught ? caught.put(event, true) : caught, reused.remove(used.frame()), opened.add(Tuple.of(used.frame(), used.access())), decided, own);
    }

    /// {@return what decided the state of a frame after an access}
    private static Map<String, Clause> stated(Uses.Used used) {
        String place = state(used.frame());
        if (!used.isCaught()) return LinkedHashMap.empty();
        if (used.isKept()) return used.access().writes() ? LinkedHashMap.of(place, STORE_FOLLOWED, place + ".bytes", BYTES_OWN) : LinkedHashMap.of(place + ".bytes", BYTES_OWN);
        if (!used.access().executes()) return LinkedHashMap.of(place, STATE_MOVED);
        return used.before() == Use.UNSEEN ? LinkedHashMap.of(place, CODE_SCANNED) : LinkedHashMap.of(place, CODE_SCANNED, place + ".moved", STATE_MOVED);
    }

    @Override public Catches remapped(NamedMap before, NamedMap after) {
        Uses changed = uses.reused(before, after);
        Seq<Integer> frames = changed.all().keySet().filter(frame -> changed.of(frame) == Use.UNSEEN && uses.of(frame) != Use.UNSEEN).toVector();
        Map<String, Clause> decided = frames.foldLeft(by.put("e%d.reused".formatted(event), PAGE_REUSED), (all, frame) -> all.put(state(frame), PAGE_REUSED));
        return new Catches(event, changed, caught, reused.addAll(frames), opened.reject(each -> frames.contains(each._1)), decided, parts);
    }

    @Override public Map<String, String> places() {
        Map<String, String> told = LinkedHashMap.ofEntries(caught.toVector().map(each -> Tuple.of(caught(each._1), each._2 ? "yes" : "no")));
        return uses.all().foldLeft(told, (all, use) -> all.put(state(use._1), use._2.text()));
    }

    /// Which clauses decided that an access was caught, by the names of parts; none is the place itself.
    record Catching(Seq<Tuple2<Option<String>, Clause>> all) {
        private static final int LOWEST = 3;

        static Catching of(Catches catches, GuestTurn turn, Uses.Used used) {
            Seq<Tuple2<Option<String>, Clause>> parts = Vector.of(
                when(catches.reused.contains(used.frame()), "reused", PAGE_REUSED),
                when(catches.opened.contains(Tuple.of(used.frame(), used.access())) && !catches.reused.contains(used.frame()) && !used.isKept(), "narrowed", PIECES_NARROWED),
                when(used.isKept(), "bytes", BYTES_OWN),
                when(turn.before().psr().pk(), "keyed", DOMAIN_KEYED),
                when(used.before() != Use.UNSEEN && !used.access().executes(), "present", DOMAIN_PRESENT),
                when(turn.before().psr().cpl() == LOWEST, "rights", DOMAIN_RIGHTS)).flatMap(each -> each);
            return new Catching(parts.prepend(Tuple.of(Option.none(), used.access().executes() ? CODE_SCANNED : STATE_MOVED)));
        }

        private static Option<Tuple2<Option<String>, Clause>> when(boolean holds, String part, Clause clause) {
            return Option.when(holds, () -> Tuple.of(Option.some(part), clause));
        }

        Map<String, Clause> prefixed(String place) {
            return LinkedHashMap.ofEntries(all.map(part -> Tuple.of(part._1.map(name -> place + "." + name).getOrElse(place), part._2)));
        }
    }
}
