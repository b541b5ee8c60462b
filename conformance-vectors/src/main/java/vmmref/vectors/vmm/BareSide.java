/// Guests on the machines that they believe to have, whose memory lies where maps say.
package vmmref.vectors.vmm;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.execute.StackEngine;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.spec.Clause;
import vmmref.spec.Guests;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.gpmap.Bare;
import vmmref.vectors.gpmap.Landing;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.gpmap.Reasons;
import vmmref.vectors.xlate.Bytes;
import vmmref.vectors.xlate.Told;

/// @param guests  by number
/// @param frames  the memory of all
/// @param noted   which clauses decided what is told of events and of memory, by parts of places
/// @param because the clause that decided last
/// @param watcher looks on
/// @param own     what a guest has of the memory
record BareSide(Bare bare, Turn turn, Choice choice, Vector<Known> guests, Seq<NamedMap> maps, int running, Memory frames, Map<String, Clause> noted, Option<Clause> because, Watcher watcher, OwnMemory own) implements Side<BareSide> {
    private static final int WORD = 8;

    /// {@return guests of which nothing has happened yet}
    ///
    /// @param explained whether it is kept which clauses decide something
    static BareSide of(Bare bare, Turn turn, Choice choice, Seq<Start> guests, Watcher watcher, boolean explained) {
        return new BareSide(bare, turn, choice, guests.map(guest -> Known.of(guest.bare(), explained)).toVector(), guests.map(Start::map), 0, Frames.of(guests), LinkedHashMap.empty(), Option.none(), explained ? watcher : watcher.unexplained(), new OwnMemory());
    }

    private Known guest() {
        return guests.get(running);
    }

    private NamedMap map() {
        return maps.get(running);
    }

    private BareSide with(Known changed) {
        return new BareSide(bare, turn, choice, guests.update(running, changed), maps, running, frames, noted, because, watcher, own);
    }

    private BareSide with(Memory changed, Map<String, Clause> decided, Clause last) {
        return new BareSide(bare, turn, choice, guests, maps, running, changed, noted.merge(decided, (old, young) -> young), Option.some(last), watcher, own);
    }

    private BareSide with(Watcher changed) {
        return new BareSide(bare, turn, choice, guests, maps, running, frames, noted, because, changed, own);
    }

    private BareSide watched(GuestTurn made) {
        Watcher after = watcher.turned(made);
        return with(after.parts().foldLeft(guest(), (known, part) -> known.noting(part._1, part._2))).with(after);
    }

    @Override public BareSide begun(int event, Happening happening) {
        return with(watcher.begun(event, happening));
    }

    @Override public Map<String, String> places() {
        return watcher.places();
    }

    @Override public Either<Told, BareSide> stepped() {
        BareSide now = this;
        boolean done = false;
        while (!done || now.guest().machine().stack().isLoading()) {
            Machine before = now.guest().machine().withMemory(own.of(now.frames, now.map()));
            Turn.Turned turned = turn.next(before, choice);
            if (isLost(before, turned)) return Either.left(Told.ended(Outcome.ABORT, Guests.MEMORY_ABSENT));
            switch (turned.executed()) {
                case Executed.Raised raised                     -> throw new IllegalStateException("what a turn raises is delivered: " + raised);
                case Executed.MachineCheck(var clause)          -> { return Either.left(Told.ended(Outcome.ABORT, clause)); }
                case Executed.Unspecified(var clause)           -> { return Either.left(Told.ended(Outcome.UNSPECIFIED, clause)); }
                case Executed.Done(Effects effects, var clause, _) -> {
                    Known after = now.guest().turned(before, turned, effects, turn.step(), choice);
                    boolean device = turned.taken().isEmpty() && Referred.by(before, turn.step(), choice).exists(reference -> bare.landed(before.addressing(), before.memory(), map(), reference, choice).isDevice());
                    Option<BareSide> written = now.with(device ? after.noting("goes.device", Guests.DEVICE_REACHED) : after).written(before, before.with(effects), clause);
                    if (written.isEmpty()) return Either.left(Told.ended(Outcome.ABORT, Guests.MEMORY_ABSENT));
                    now = written.get().watched(new GuestTurn(now.running, now.map(), bare, turn, choice, before, turned, effects, now.frames, written.get().frames));
                    if (!turned.taken().isEmpty() && now.guest().machine().stack().isIncomplete()) return Either.left(Told.ended(Outcome.ABORT, Guests.FRAME_COMPLETED));
                    done |= !StackEngine.isReference(effects);
                }
            }
        }
        return Either.right(now);
    }

    private Option<BareSide> written(Machine before, Machine after, Clause last) {
        Map<String, Clause> decided = LinkedHashMap.ofEntries(Bytes.changed(before.memory(), after.memory()).flatMap(at -> guest().by().find(each -> each._1.name(after).equals(Bytes.NAME + "." + at)).map(each -> Tuple.of(map().name(at).getOrElse("nowhere"), each._2))));
        return Frames.written(frames, map(), before.memory(), after.memory()).map(memory -> with(memory, decided, last));
    }

    /// {@return whether an instruction was fetched, or one that was done referred to data, where nothing is}
    private boolean isLost(Machine before, Turn.Turned turned) {
        if (before.stack().isLoading() || turned.taken().contains(Interruption.EXTERNAL_INTERRUPT)) return false;
        boolean fetch = before.position().code().isEmpty() && isAbsent(before, Reference.fetch(before.position().bundle()));
        return fetch || (turned.taken().isEmpty() || turned.taken().head().isTrap()) && Referred.by(before, turn.step(), choice).exists(reference -> isAbsent(before, reference));
    }

    private boolean isAbsent(Machine before, Reference reference) {
        return bare.landed(before.addressing(), before.memory(), map(), reference, choice).landing() instanceof Landing.Absent;
    }

    @Override public BareSide switched(int to) {
        return new BareSide(bare, turn, choice, guests, maps, to, frames, noted, Option.some(Guests.PROCESSOR_SWITCHED), watcher.switched(to), own);
    }

    @Override public BareSide remapped(int guest, NamedMap map) {
        return new BareSide(bare, turn, choice, guests, maps.update(guest, map), running, frames, noted, Option.some(Guests.MAP_CHANGED), watcher.remapped(maps.get(guest), map), own);
    }

    @Override public BareSide happened(Event event) {
        Effects effects = Events.of(guest().machine(), event);
        BareSide after = with(guest().happened(effects));
        return effects.writes().isEmpty() ? after : after.with(frames, LinkedHashMap.empty(), effects.last().because());
    }

    @Override public BareSide transferred(Happening.Transferred transferred) {
        NamedMap changed = maps.get(transferred.guest());
        PhysicalAddress own = new PhysicalAddress(transferred.at().bits());
        Option<PhysicalAddress> host = changed.map().host(transferred.at());
        BareSide refetching = with(transferred.guest() == running ? guest().transferred(own) : guest().refetching());
        return host.map(at -> refetching.with(frames.with(at, WORD, transferred.word()), LinkedHashMap.of(NamedMap.nameOfHost(at), Guests.MEMORY_MAPPED), Guests.MEMORY_MAPPED)).getOrElse(this);
    }

    @Override public Landing touched(Reference reference) {
        return landed(reference).landing();
    }

    private Bare.Landed landed(Reference reference) {
        return bare.landed(guest().machine().addressing().withCodeEd(false), own.of(frames, map()), map(), reference, choice);
    }

    @Override public Machine seen(int guest) {
        return guests.get(guest).machine();
    }

    @Override public Memory memory() {
        return frames;
    }

    @Override public NamedMap map(int guest) {
        return maps.get(guest);
    }

    @Override public BareSide noting(int event, Happening happening, String told) {
        String place = Life.place(event);
        Map<String, Clause> decided = switch (happening) {
            case Happening.Switched switched        -> LinkedHashMap.of(place, Guests.PROCESSOR_SWITCHED);
            case Happening.Remapped remapped        -> LinkedHashMap.of(place, Guests.MAP_CHANGED);
            case Happening.Touched(var reference)   -> touched(place, reference);
            case Happening.Transferred transferred  -> LinkedHashMap.of(place, Guests.MEMORY_MAPPED);
            case Happening.Related related          -> LinkedHashMap.of(place, Guests.MEMORY_MAPPED);
            case Happening other                    -> LinkedHashMap.empty();
        };
        return with(frames, decided, decided.isEmpty() ? because.getOrElse(Guests.MEMORY_MAPPED) : decided.head()._2);
    }

    private Map<String, Clause> touched(String place, Reference reference) {
        Bare.Landed landed = landed(reference);
        return switch (landed.landing()) {
            case Landing.Reached reached -> LinkedHashMap.ofEntries(Reasons.reached(guest().machine().addressing(), reference, landed, reached.because()).map(part -> Tuple.of(place + "." + part._1, part._2)).prepend(Tuple.of(place, Guests.MEMORY_MAPPED)));
            case Landing.Faulted faulted -> LinkedHashMap.ofEntries(Reasons.faulted(bare.rules().profile(), reference, landed, faulted.because()).map(part -> Tuple.of(place + "." + part._1, part._2)).prepend(Tuple.of(place, faulted.because())));
            case Landing other           -> LinkedHashMap.of(place, other.because());
        };
    }
}
