/// A machine that makes some turns, between which things happen to it from outside.
package vmmref.vectors.machine;

import static vmmref.spec.Interruptions.FRAME_INVALIDATED;
import static vmmref.spec.Interruptions.STATUS_ENTERED;

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
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Step;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.xlate.Told;

/// What interrupts it is delivered. The manual leaves undefined what a delivery that collects makes of IFA, ITIR, IIM and IHA where it does not name them, and of IFS but for its bit v, and all that it makes of the registers that collect while a change of PSR.ic is in flight: so long as nothing else is written there, that is neither expected nor forbidden.
///
/// @param start  where it starts
/// @param events what happens, in that order
/// @param number how many turns it makes
public record Turns(Machine start, Seq<Timed> events, int number) implements Going {
    private static final String IFS = "cr.ifs";
    private static final String VALID = "8000000000000000";
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
    private record Now(Machine machine, Course.Deciding deciding, Map<Spot, Clause> by, Reasons reasons, Set<Integer> open, boolean frame, Option<Clause> because) {
        private Now with(Effects effects) {
            Set<Integer> written = HashSet.ofAll(effects.writes()).map(Write::place).filter(place -> place instanceof Place.Control).map(place -> ((Place.Control) place).number());
            boolean collects = effects.writes().exists(write -> write.because() == FRAME_INVALIDATED);
            boolean unsettled = machine.addressing().inFlight() && effects.writes().exists(write -> write.because() == STATUS_ENTERED);
            Set<Integer> others = (collects ? open.addAll(UNNAMED) : open).removeAll(written);
            return new Now(machine.with(effects), deciding, deciding.of(machine, effects, by), reasons, unsettled ? others.addAll(COLLECTING) : collects ? others.add(RegisterNumber.IFS) : others,
                unsettled || frame && !written.contains(RegisterNumber.IFS), because);
        }

        private Now with(Reasons more, Clause decided) {
            return new Now(machine, deciding, by, more, open, frame, Option.some(decided));
        }
    }

    @Override public Turns with(int keyRegisters) {
        return new Turns(MachineState.with(start, keyRegisters), events, number);
    }

    @Override public Expectation expectation(Step step) {
        return Expectation.any(Going.super.expectation(step).alternatives().map(Turns::masked));
    }

    /// {@return the same, which asks no more of IFS than that it is not valid where a delivery wrote it}
    static Expectation masked(Expectation whole) {
        boolean partly = whole.by().get(IFS).contains(FRAME_INVALIDATED.name());
        return partly ? new Expectation(whole.outcome(), whole.fault(), whole.post(), whole.mask().put(IFS, VALID), whole.because(), whole.by(), whole.choice(), whole.others()) : whole;
    }

    @Override public Told told(Step step, Choice choice) {
        return made(step, choice, Course::decided).fold(ended -> ended, this::told);
    }

    @Override public Told seen(Step step, Choice choice) {
        return made(step, choice, Course.Deciding.NOBODY).fold(ended -> ended, this::told);
    }

    /// {@return how far all turns come, or what ends one of them}
    private Either<Told, Now> made(Step step, Choice choice, Course.Deciding deciding) {
        Turn turn = new Turn(step.rules(), step);
        Now now = new Now(start, deciding, LinkedHashMap.empty(), Reasons.NONE, HashSet.empty(), false, Option.none());
        for (int count = 0; count < number; count++) {
            now = happened(now, count);
            Machine before = now.machine;
            Turn.Turned turned = turn.next(before, choice);
            switch (turned.executed()) {
                case Executed.Raised raised                     -> throw new IllegalStateException("what a turn raises is delivered: " + raised);
                case Executed.MachineCheck(var clause)          -> { return Either.left(Told.ended(Outcome.ABORT, clause)); }
                case Executed.Unspecified(var clause)           -> { return Either.left(Told.ended(Outcome.UNSPECIFIED, clause)); }
                case Executed.Done(Effects effects, var clause) -> now = now.with(effects).with(now.reasons.turned(before, turned), clause);
            }
        }
        return Either.right(happened(now, number));
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
        return new Told(Outcome.DONE, now.because, LinkedHashMap.empty(), places, clauses.merge(now.reasons.of(places.keySet())));
    }

    /// {@return the places of which nothing is expected and that may change; IFS where it is as valid as it was, or all of it is undefined}
    private Set<String> open(Now now) {
        boolean known = Bits.bit(start.control(RegisterNumber.IFS) ^ now.machine.control(RegisterNumber.IFS), 63);
        return (known && !now.frame ? now.open.remove(RegisterNumber.IFS) : now.open).map(number -> new Place.Control(number).toString());
    }

    /// {@return the places that may change without being expected, whichever freedom an implementation takes}
    public Set<String> open(Step step) {
        return FEW.flatMap(choice -> made(step, choice, Course.Deciding.NOBODY).map(this::open).getOrElse(HashSet.empty())).toSet();
    }
}
