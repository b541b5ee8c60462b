package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import vmmref.model.event.Events;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn;
import vmmref.model.translate.Translator;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.machine.Course;
import vmmref.vectors.machine.CourseKind;
import vmmref.vectors.machine.Going;
import vmmref.vectors.machine.Turns;
import vmmref.vectors.run.Agreement;

/// Whether an image can execute cases: whether the machine of the model, started as the harness starts a case, gives the answer that is expected of the case, as far as the harness can see it.
public final class Expressing {
    /// The kinds that images execute.
    public static final Seq<String> KINDS = Vector.of("step", "run", "intr", "rse", ExpressingStories.KIND);

    /// So many turns of a case are looked at to see where it ends.
    private static final int MOST = 64;

    /// The bits tb and ss of PSR, with which a branch traps, and those that hold for one instruction: id, da, dd, ed, ia.
    private static final long UNREPEATED = 1L << 26 | 1L << 40 | 1L << 37 | 1L << 38 | 1L << 39 | 1L << 43 | 1L << 45;

    /// Kernel registers, some of which the harness needs.
    private static final String KERNEL = "ar.k";
    private static final String PARTIAL = "begins in a frame that memory holds in part and that is not being loaded";

    private final Turn turn;

    public Expressing(Semantics rules) {
        this.turn = Turn.of(rules);
    }

    /// How a case goes on.
    private record Track(Machine start, Machine wished, int steps, Option<Long> until, boolean eventful) { }

    /// {@return a case as an image executes it that was expressible before}
    ///
    /// @param conducted what [Conduct#put] said of it
    /// @throws IllegalArgumentException if it is not expressible so
    Expressed again(Case given, Site site, Fields conducted) {
        if (given.kind().equals(ExpressingStories.KIND)) return new ExpressingStories(turn).again(given, site);
        Track going = track((CourseKind) Kinds.named(given.kind()).get(), given);
        Conduct conduct = Conduct.read(conducted, usual(going));
        Preparation preparation = Preparation.of(going.start, going.wished, site, conduct, plant(going, site, conduct));
        return expressed(given, preparation, new Rehearsal(turn, preparation).arrived().getOrElseThrow(why -> new IllegalArgumentException(why)), 0);
    }

    /// {@return how an image executes a case, or why none can}
    Either<String, Expressed> of(Case given, Expectation expected) {
        if (!KINDS.contains(given.kind())) return Either.left("a case of kind " + given.kind());
        if (given.kind().equals(ExpressingStories.KIND)) return new ExpressingStories(turn).of(given, expected);
        CourseKind kind = (CourseKind) Kinds.named(given.kind()).get();
        Track going = track(kind, given);
        Option<String> obstacle = Establishable.obstacle(going.wished);
        if (obstacle.isDefined()) return Either.left(obstacle.get());
        Either<String, Expressed> best = Either.left("");
        boolean kernel = expected.alternatives().exists(each -> each.places().keySet().exists(place -> place.startsWith(KERNEL)));
        for (Site site : Site.ALL) {
            if (best.isLeft() && site.kept() != Site.ALL.head().kept() && !kernel) return best;
            for (Conduct conduct : conducts(going)) {
                if (conduct.breaking() && best.isRight()) continue;
                Either<String, Expressed> each = attempt(given, kind, expected, going, site, conduct);
                if (each.isRight() && each.get().unseen() == 0) return each;
                if (best.isLeft() && (each.isRight() || !conduct.collecting() && conduct.planted().isEmpty() && site == Site.ALL.head()) || best.isRight() && each.isRight() && each.get().unseen() < best.get().unseen()) best = each;
            }
        }
        return best;
    }

    private Track track(CourseKind kind, Case given) {
        return switch (kind.going(given).with(turn.rules().translator().dimensions().pkrs())) {
            case Course course -> new Track(course.start(), course.start(), course.most(), course.until().map(VirtualAddress::bits), false);
            case Turns turns   -> new Track(turns.start(), happened(turns), turns.number(), Option.none(), turns.events().exists(timed -> timed.after() > 0));
            case Going other -> throw new IllegalStateException("nothing is known of how it goes on: " + other);
        };
    }

    /// {@return the machine after what happens before the first turn}
    private static Machine happened(Turns turns) {
        return turns.events().filter(timed -> timed.after() == 0).map(Turns.Timed::event).foldLeft(turns.start(), (machine, event) -> machine.with(Events.of(machine, event)));
    }

    private static Conduct usual(Track going) {
        return Conduct.stepped(going.steps, going.until, !going.start.psr().ss(), false);
    }

    /// {@return how a case may be executed; first as most of it is seen}
    private Seq<Conduct> conducts(Track going) {
        Conduct plain = usual(going);
        Seq<Conduct> stepped = going.start.psr().ic() ? Vector.of(plain) : Vector.of(Conduct.stepped(going.steps, going.until, plain.stepping(), true), plain);
        boolean jumping = (!going.start.psr().ic() || going.start.addressing().inFlight()) && (going.start.psr().bits() & UNREPEATED) == 0 && going.start.psr().cpl() == 0 && !going.start.general(31).nat() && Establishable.returns(going.start);
        Option<Position> end = going.until.isDefined() ? Option.none() : ended(going, false).map(Machine::position);
        Option<Position> broken = end.filter(at -> at.slot() == 0);
        Option<Position> later = end.filter(at -> at.slot() != 0).flatMap(_ -> ended(going, true)).map(Machine::position);
        return stepped.appendAll(end.toVector().flatMap(at -> planted(plain, at, jumping, false))).appendAll(later.toVector().flatMap(at -> planted(plain, at, jumping, true)))
            .appendAll(broken.map(plain::broken));
    }

    private static Seq<Conduct> planted(Conduct plain, Position at, boolean jumping, boolean later) {
        Position anew = new Position(at.bundle(), at.slot(), Option.none());
        return (jumping ? Vector.of(true, false) : Vector.of(false)).flatMap(enteredByBranch -> Vector.of(false, true).map(own -> plain.planted(anew, enteredByBranch, own, later)));
    }

    /// {@return the machine of a case that is over, or at the next bundle after that, as far as it gets there}
    private Option<Machine> ended(Track going, boolean later) {
        Machine now = going.wished;
        for (int count = 0; count < Math.min(going.steps, MOST) || later && now.position().slot() != 0; count++) {
            if (!(Whole.next(turn, now).executed() instanceof Executed.Done(var effects, var because, _)) || count > 2 * MOST) return Option.none();
            now = now.with(effects);
        }
        return Option.some(now);
    }

    private Option<Plant> plant(Track going, Site site, Conduct conduct) {
        Translator translator = turn.rules().translator();
        return conduct.planted().flatMap(at -> ended(going, conduct.beyond()).flatMap(machine -> conduct.breaking() ? Plant.breaks(machine, at, translator) : Plant.of(machine, at, site, translator)));
    }

    private Either<String, Expressed> attempt(Case given, Kind kind, Expectation expected, Track going, Site site, Conduct conduct) {
        Option<Plant> plant = plant(going, site, conduct);
        if (plant.isEmpty() && conduct.planted().isDefined()) return Either.left("ends where no branch leads back");
        Preparation preparation = Preparation.of(going.start, going.wished, site, conduct, plant);
        return new Rehearsal(turn, preparation).arrived().flatMap(arrived -> Establishable.strange(arrived).<Either<String, Expressed>>map(Either::left).getOrElse(() ->
            switch (new Sighting(given.kind(), preparation, arrived).answer()) {
                case Answer.Observed observed -> judged(going, expressed(given, preparation, arrived, 0), Agreement.of(given, kind, expected, observed));
                case Answer.Failed(String why) -> Either.left("is interrupted as a case never is");
                case Answer.Unsupported(String why) -> Either.left(why);
            }));
    }

    private static Expressed expressed(Case given, Preparation preparation, Arrived arrived, int unseen) {
        return new Expressed(preparation, arrived, unseen, end -> new Sighting(given.kind(), preparation, end).answer());
    }

    private static Either<String, Expressed> judged(Track going, Expressed expressed, Agreement agreement) {
        if (agreement.blind()) return Either.left(isPartial(going) ? PARTIAL : "nothing of it can be observed");
        if (agreement.isExpected()) return Either.right(new Expressed(expressed.preparation(), expressed.arrived(), agreement.unseen(), expressed.answer()));
        return Either.left(reason(going, agreement.differing()));
    }

    /// {@return whether a case begins in an incomplete frame that is not being loaded, as after a fault of the engine; a return would load it}
    private static boolean isPartial(Track going) {
        return going.start.stack().isIncomplete() && !going.start.stack().isLoading();
    }

    private static String reason(Track going, Seq<String> differing) {
        Machine start = going.start;
        if (isPartial(going)) return PARTIAL;
        if (going.eventful) return "something happens from outside between turns";
        if (start.addressing().inFlight()) return "a change of PSR.ic is in flight";
        if (!start.alat().isEmpty()) return "the ALAT holds something";
        if (going.steps > 1 && going.until.isEmpty()) return "goes on in handlers of its own";
        return told(differing.head());
    }

    /// {@return what a case depends on that does not give the answer that is expected}
    private static String told(String place) {
        if (place.matches("[rfpb]\\d+.*|mem.*")) return "reads what the harness needs";
        if (place.matches("pm[cd].*"))       return "reads or writes performance monitors, which the harness sets to 0 and does not log";
        if (place.matches("[id]br.*"))       return "reads or writes breakpoint registers from the ninth on, which the harness leaves alone";
        if (place.matches("ip|slot|psr"))    return "ends where the harness does not see " + place;
        return "needs " + place;
    }
}
