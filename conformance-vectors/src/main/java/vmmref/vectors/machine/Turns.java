/// A machine that makes some turns, between which things happen to it from outside.
package vmmref.vectors.machine;

import static vmmref.spec.Interruptions.FRAME_INVALIDATED;
import static vmmref.spec.Interruptions.STATUS_ENTERED;
import static vmmref.spec.Stacks.LOADING_ILLEGAL;
import static vmmref.spec.Stacks.REFERENCE_STEPPED;

import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.execute.StackEngine;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Step;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.xlate.Told;

/// What interrupts it is delivered. The manual leaves undefined what a delivery that collects makes of IFA, ITIR, IIM and IHA where it does not name them, and of IFS but for its bit v, and all that it makes of the registers that collect while a change of PSR.ic is in flight: so long as nothing else is written there, that is neither expected nor forbidden. Nor is what `loadrs` loads that finds no room for all of it. An external interrupt that is due while a frame is being loaded can be taken between any two loads.
///
/// @param start  where it starts
/// @param events what happens, in that order
/// @param number how many turns it makes
public record Turns(Machine start, Seq<Timed> events, int number) implements Going {
    private static final String IFS = "cr.ifs";
    private static final String VALID = "8000000000000000";
    private static final String COLLECTION = DefinedCollection.PLACE;
    private static final String BSPSTORE = new Place.Application(RegisterNumber.BSPSTORE).toString();
    /// How many words were loaded before an external interrupt was taken.
    private static final String LOADED = "loaded";
    private static final int IHA = 25;
    /// No freedom, or one.
    private static final Seq<Choice> FEW = Choice.all().filter(choice -> choice.taken().size() <= 1);
    private static final Seq<Integer> UNNAMED    = Vector.of(RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIM, IHA);
    private static final Seq<Integer> COLLECTING = UNNAMED.appendAll(Vector.of(RegisterNumber.IPSR, RegisterNumber.IIP, RegisterNumber.IIPA, RegisterNumber.IFS));

    /// Something that happens.
    ///
    /// @param after how many turns were made before
    public record Timed(int after, Event event) { }

    /// How far it came.
    ///
    /// @param deciding how it is kept which clauses decided what differs
    /// @param by       which they are
    /// @param reasons  clauses that decided something about a place and wrote none
    /// @param open     control registers that are undefined
    /// @param frame    whether IFS is, its bit v among it
    /// @param rnat     which bits of RNAT are defined
    private record Now(Machine machine, Course.Deciding deciding, Map<Spot, Clause> by, Reasons reasons, Set<Integer> open, boolean frame, Option<Clause> because, DefinedCollection rnat) {
        private Now with(Effects effects) {
            Set<Integer> written = HashSet.ofAll(effects.writes()).map(Write::place).filter(place -> place instanceof Place.Control).map(place -> ((Place.Control) place).number());
            boolean collects = effects.writes().exists(write -> write.because() == FRAME_INVALIDATED);
            boolean unsettled = machine.addressing().inFlight() && effects.writes().exists(write -> write.because() == STATUS_ENTERED);
            Set<Integer> others = (collects ? open.addAll(UNNAMED) : open).removeAll(written);
            Machine after = machine.with(effects);
            return new Now(after, deciding, deciding.of(machine, effects, by), reasons, unsettled ? others.addAll(COLLECTING) : collects ? others.add(RegisterNumber.IFS) : others,
                unsettled || frame && !written.contains(RegisterNumber.IFS), because, rnat.after(effects));
        }

        private Now with(Reasons more, Clause decided) {
            return new Now(machine, deciding, by, more, open, frame, Option.some(decided), rnat);
        }
    }

    @Override public Turns with(int keyRegisters) {
        return new Turns(MachineState.with(start, keyRegisters), events, number);
    }

    @Override public Expectation expectation(Step step) {
        Seq<Expectation> usual = Going.super.expectation(step).alternatives().map(this::masked);
        int most = loads(step);
        return most == 0 ? Expectation.any(usual) : Expectation.any(usual.map(way -> loading(way, 0)).appendAll(Vector.rangeClosed(1, most).map(loads -> loading(masked(told(made(step, Choice.USUAL, Course::decided, loads)).expectation()), loads))));
    }

    private static Expectation loading(Expectation way, int loads) {
        return way.chosen(way.choice().put(LOADED, String.valueOf(loads)));
    }

    /// {@return how many words may be loaded before an external interrupt is taken that is due while the frame is being loaded}
    private int loads(Step step) {
        Machine now = happened(begun(Course.Deciding.NOBODY), 0).machine;
        int loads = 0;
        if (!ExternalInterrupts.isDue(now)) return loads;
        for (; now.stack().isLoading() && step.next(now, Choice.USUAL) instanceof Executed.Done(Effects effects, var clause, _); loads++) now = now.with(effects);
        return loads;
    }

    /// {@return the same, which asks no more of IFS than that it is not valid where a delivery wrote it, and of RNAT than the bits that the engine defines}
    Expectation masked(Expectation whole) {
        boolean partly = whole.by().get(IFS).contains(FRAME_INVALIDATED.name());
        boolean collecting = whole.post().containsKey(COLLECTION) && whole.by().containsKey(Reasons.REMAINING);
        Map<String, String> frame = partly ? whole.mask().put(IFS, VALID) : whole.mask();
        Map<String, String> mask = collecting ? frame.put(COLLECTION, Bits.hexadecimal(DefinedCollection.below(new VirtualAddress(whole.post().get(BSPSTORE).map(Part::word).getOrElse(start.stack().bspstore().bits()))))) : frame;
        return new Expectation(whole.outcome(), whole.fault(), whole.post(), mask, whole.because(), whole.by(), whole.choice(), whole.others());
    }

    @Override public Told told(Step step, Choice choice) {
        return told(made(step, choice, Course::decided, 0));
    }

    @Override public Told seen(Step step, Choice choice) {
        return told(made(step, choice, Course.Deciding.NOBODY, 0));
    }

    private Told told(Either<Told, Now> made) {
        return made.fold(ended -> ended, this::told);
    }

    private Now begun(Course.Deciding deciding) {
        return new Now(start, deciding, LinkedHashMap.empty(), Reasons.NONE, HashSet.empty(), false, Option.none(), DefinedCollection.WHOLE);
    }

    /// {@return how far all turns come, or what ends one of them; an interrupt that becomes due while a frame is loaded that was not at the start can be taken before each of the loads, so that nothing is said}
    ///
    /// @param loads how many words are loaded before the first turn
    private Either<Told, Now> made(Step step, Choice choice, Course.Deciding deciding, int loads) {
        Turn turn = new Turn(step.rules(), step);
        Now now = begun(deciding);
        boolean begun = false;
        for (int count = 0; count < number; count++) {
            now = count == 0 ? loaded(happened(now, count), step, choice, loads) : happened(now, count);
            boolean done = false;
            while (!done || now.machine.stack().isLoading()) {
                Machine before = now.machine;
                if (begun && before.stack().isLoading() && ExternalInterrupts.isDue(before)) return Either.left(Told.ended(Outcome.UNSPECIFIED, REFERENCE_STEPPED));
                begun = true;
                Turn.Turned turned = turn.next(before, choice);
                switch (turned.executed()) {
                    case Executed.Raised raised                     -> throw new IllegalStateException("what a turn raises is delivered: " + raised);
                    case Executed.MachineCheck(var clause)          -> { return Either.left(Told.ended(Outcome.ABORT, clause)); }
                    case Executed.Unspecified(var clause)           -> { return Either.left(Told.ended(Outcome.UNSPECIFIED, clause)); }
                    case Executed.Done(Effects effects, var clause, _) -> {
                        now  = now.with(effects).with(now.reasons.turned(before, turned, step, choice), clause);
                        done |= !StackEngine.isReference(effects);
                    }
                }
            }
        }
        return Either.right(happened(now, number));
    }

    private static Now loaded(Now before, Step step, Choice choice, int loads) {
        return Vector.range(0, loads).foldLeft(before, (now, _) -> {
            Executed.Done done = (Executed.Done) step.next(now.machine, choice);
            return now.with(done.effects()).with(now.reasons.turned(now.machine, new Turn.Turned(done, Vector.empty()), step, choice), done.because());
        });
    }

    private Now happened(Now before, int count) {
        return events.filter(timed -> timed.after == count).map(Timed::event).foldLeft(before, (now, event) -> {
            Effects effects = Events.of(now.machine, event);
            Now after = now.with(effects);
            return effects.writes().isEmpty() ? after : after.with(now.reasons.happened(effects), effects.last().because());
        });
    }

    private Told told(Now now) {
        Set<String> open = open(now);
        Map<Spot, String> different = Differences.between(start, now.machine).filterKeys(spot -> !open.contains(spot.name(now.machine)));
        Map<String, String> places = Differences.named(different, now.machine);
        Map<String, String> clauses = Differences.named(now.by.filterKeys(different::containsKey).mapValues(Clause::name), now.machine);
        Map<String, String> masked = !now.rnat.isWhole() && places.containsKey(COLLECTION) ? places.put(COLLECTION, Bits.hexadecimal(now.machine.stack().rnat() & now.rnat.bits())) : places;
        return new Told(Outcome.DONE, now.because, LinkedHashMap.empty(), masked, clauses.merge(now.reasons.of(places.keySet())));
    }

    /// {@return the places of which nothing is expected and that may change; IFS where it is as valid as it was, or all of it is undefined}
    private Set<String> open(Now now) {
        boolean known = Bits.bit(start.control(RegisterNumber.IFS) ^ now.machine.control(RegisterNumber.IFS), 63);
        Set<String> registers = (known && !now.frame ? now.open.remove(RegisterNumber.IFS) : now.open).map(number -> new Place.Control(number).toString());
        return (now.rnat.isOpen(start, now.machine) ? registers.add(COLLECTION) : registers).addAll(loaded(now));
    }

    /// {@return what a `loadrs` may have loaded that finds no room for all of it; how much that is is not said}
    private static Set<String> loaded(Now now) {
        long rsc = now.machine.application(RegisterNumber.RSC);
        boolean permitted = Bits.field(rsc, 1, 0) == 0 && (Bits.field(rsc, 29, 16) == 0 || now.machine.cfm().sof() == 0);
        return !now.because.contains(LOADING_ILLEGAL) || !permitted ? HashSet.empty()
            : HashSet.of(BSPSTORE, COLLECTION).addAll(Vector.rangeClosed(1, now.machine.stack().size()).flatMap(number -> Vector.of("below." + number, "below." + number + ".nat")));
    }

    @Override public Set<String> open(Step step) {
        return FEW.flatMap(choice -> made(step, choice, Course.Deciding.NOBODY, 0).map(this::open).getOrElse(HashSet.empty())).toSet();
    }
}
