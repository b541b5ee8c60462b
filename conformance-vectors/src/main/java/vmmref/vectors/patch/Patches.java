/// What clauses on patched pages have decided, told from what guests execute on the machines that they believe to have.
package vmmref.vectors.patch;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.translate.Reference;
import vmmref.spec.Clause;
import vmmref.vectors.gpmap.Landing;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.keys.Use;
import vmmref.vectors.keys.Uses;
import vmmref.vectors.vmm.GuestTurn;
import vmmref.vectors.vmm.Happening;
import vmmref.vectors.vmm.Watcher;
import vmmref.vmm.Vmm;

import static vmmref.spec.PatchedPages.*;

/// @param reference tells which bundles would be branched around
/// @param uses      of frames
/// @param pending   what devices have stored since their guest made a turn
/// @param transferred the frames to which devices have stored
/// @param executed  the pages that were executed with something in them that is to be patched, and the registers at the time that stubs hold
/// @param released  those of them to which nothing led any more after they were executed: their translation was purged, or something was stored to their frame
/// @param last      where the instruction stood that was done last
/// @param parked    what is told of registers that stubs park
/// @param decided   which clauses decided what came of the last turn, by parts of places
record Patches(Vmm reference, Uses uses, Seq<Happening.Transferred> pending, Set<Integer> transferred, Map<Patches.Alias, Map<Held, Seq<Long>>> executed, Set<Patches.Alias> released, Option<Position> last, Parked parked, Map<String, Clause> decided) implements Watcher {
    private static final long PAGE = 1 << 12;
    private static final int STATIC = 32;

    /// A page at which a frame is executed.
    record Alias(int guest, int frame, long page) { }

    /// {@return that nothing was executed yet}
    ///
    /// @param parking whether stubs park registers
    static Patches none(Vmm reference, boolean parking) {
        return new Patches(reference, parking ? Uses.PARKING : Uses.NONE, Vector.empty(), HashSet.empty(), LinkedHashMap.empty(), HashSet.empty(), Option.none(), Parked.none(parking), LinkedHashMap.empty());
    }

    @Override public Watcher unexplained() {
        return Watcher.NONE;
    }

    @Override public Patches begun(int event, Happening happening) {
        return new Patches(reference, uses, happening instanceof Happening.Transferred stored ? pending.append(stored) : pending, transferred, executed, released, last, parked.begun(event, happening), decided);
    }

    @Override public Patches turned(GuestTurn turn) {
        Seq<Integer> stored = pending.filter(each -> each.guest() == turn.guest()).flatMap(each -> turn.map().map().host(each.at())).flatMap(host -> NamedMap.frame(NamedMap.nameOfHost(host)));
        Uses.Turned made = stored.foldLeft(uses, Uses::transferred).after(turn);
        Uses after = made.uses();
        Set<Integer> changed = transferred.addAll(stored);
        Option<Around> bundle = Around.of(turn);
        Option<Alias> alias = bundle.flatMap(each -> turn.frame(Reference.fetch(at(turn).bundle()))).filter(frame -> after.of(frame) == Use.PATCHED || changed.contains(frame)).map(frame -> new Alias(turn.guest(), frame, at(turn).bundle().bits() & -PAGE));
        boolean branched = alias.isDefined() && bundle.get().isBranched(reference, parked.isParking(turn));
        Patches known = new Patches(reference, after, pending.reject(each -> each.guest() == turn.guest()), changed, executed, released.addAll(leaving(turn, bundle, stored.appendAll(made.accesses().filter(used -> used.reference().type().access().writes()).map(Uses.Used::frame)))), Option.some(at(turn)), parked.turned(turn, bundle, branched), LinkedHashMap.empty());
        return alias.map(page -> known.deciding(turn, bundle.get(), branched, page, this)).getOrElse(known);
    }

    private Patches deciding(GuestTurn turn, Around bundle, boolean branched, Alias alias, Patches before) {
        boolean patched = uses.of(alias.frame) == Use.PATCHED;
        Option<Held> held = bundle.held().filter(each -> !each.isParking() || branched);
        Map<Held, Seq<Long>> values = executed.getOrElse(alias, LinkedHashMap.empty());
        Seq<Tuple2<String, Clause>> parts = Vector.of(
            when(patched, "copied", PATCHES_APPLIED),
            when(transferred.contains(alias.frame), "transferred", TRANSFER_FOLLOWED),
            when(bundle.isSensitive() && !branched, "trapped", PATCH_TRAPPED),
            when(bundle.isKernel() && branched, "branched", PATCH_BRANCHED),
            when((bundle.isKernel() || bundle.isNeedy() && parked.isParking(turn)) && !branched, "fallback", PATCH_FALLBACK),
            when(branched && turn.turned().taken().isEmpty(), "mapped", STUB_MAPPED),
            when(branched && !turn.turned().taken().isEmpty(), "left", STUB_LEFT),
            when(branched && before.isEntered(at(turn)) && executed.containsKey(alias), "entered", SLOT_ENTERED),
            when(held.exists(each -> values.get(each).exists(known -> !known.equals(each.of(turn.before())))), "rebuilt", IMMEDIATES_REBUILT),
            when(patched && executed.keySet().exists(other -> other.frame == alias.frame && !other.equals(alias)), "alias", ALIAS_COPIED),
            when(patched && executed.size() >= PatchKind.COPIES && !before.executed.containsKey(alias), "replaced", COPY_REPLACED),
            when(before.released.contains(alias), "released", COPY_RELEASED)).flatMap(each -> each);
        Map<String, Clause> named = LinkedHashMap.ofEntries(places(turn).flatMap(place -> parts.map(part -> Tuple.of(place + "." + part._1, part._2))));
        return new Patches(reference, uses, pending, transferred, patched ? executed.put(alias, holding(turn, held, values)) : executed, before.released.contains(alias) ? released.remove(alias) : released, last, parked, named.merge(before.parked.parts(reference, turn, bundle, branched)));
    }

    /// {@return what stubs of a page hold after a turn in it, in which they were built or told some registers}
    private Map<Held, Seq<Long>> holding(GuestTurn turn, Option<Held> told, Map<Held, Seq<Long>> before) {
        return Vector.of(Held.values()).filter(each -> told.contains(each) || !before.containsKey(each) && (!each.isParking() || parked.isParking(turn))).foldLeft(before, (all, each) -> all.put(each, each.of(turn.before())));
    }

    private static Option<Tuple2<String, Clause>> when(boolean holds, String part, Clause clause) {
        return Option.when(holds, () -> Tuple.of(part, clause));
    }

    private static Position at(GuestTurn turn) {
        return turn.before().position();
    }

    /// {@return whether a guest comes to an instruction that is not the first one of its bundle from elsewhere}
    private boolean isEntered(Position at) {
        return at.slot() > 0 && !last.exists(before -> before.bundle().equals(at.bundle()) && before.slot() < at.slot());
    }

    /// {@return the pages to which nothing leads any more after a turn}
    ///
    /// @param stored the frames to which something was stored
    private Set<Alias> leaving(GuestTurn turn, Option<Around> bundle, Seq<Integer> stored) {
        boolean purges = bundle.exists(Around::isPurge);
        return executed.keySet().filter(alias -> stored.contains(alias.frame) || purges && isGone(turn, alias));
    }

    /// {@return whether a guest reaches a page no more after a turn}
    private static boolean isGone(GuestTurn turn, Alias alias) {
        Reference fetch = Reference.fetch(new VirtualAddress(alias.page));
        return alias.guest == turn.guest() && !(turn.bare().landed(turn.after().addressing(), turn.before().memory(), turn.map(), fetch, turn.choice()).landing() instanceof Landing.Reached);
    }

    /// {@return where the guest goes on, and the registers that there always are which the turn has written}
    private static Seq<String> places(GuestTurn turn) {
        return turn.effects().writes().map(write -> write.place()).filter(place -> place instanceof Place.General register && register.number() < STATIC).map(Object::toString).toVector().distinct().append("goes");
    }

    @Override public Patches remapped(NamedMap before, NamedMap after) {
        Uses changed = uses.reused(before, after);
        return new Patches(reference, changed, pending, transferred, executed, released.addAll(executed.keySet().filter(alias -> changed.of(alias.frame) != uses.of(alias.frame))), last, parked, decided);
    }

    @Override public Map<String, Clause> parts() {
        return decided;
    }

    @Override public Map<String, Clause> by() {
        return parked.by();
    }
}
