package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.CELL_ADVANCED;
import static vmmref.spec.Partitions.CELL_HANDED_OFF;
import static vmmref.spec.Partitions.CELL_RESET;
import static vmmref.spec.Partitions.CELL_STARTED;
import static vmmref.spec.Partitions.CELL_UNASSIGNED;
import static vmmref.spec.Partitions.PARTITION_RECONFIGURED;
import static vmmref.spec.Partitions.PHASE_WRONG;
import static vmmref.spec.Partitions.PROFILE_BUSY;
import static vmmref.spec.Partitions.PROFILE_POSTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellSet;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.Software;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What holds of the life of cells.
class LifeGuarantees {
    /// Start, post, release, rendezvous, hand-off, reset: the phase that follows; a bar where there is none.
    private static final Seq<String> NEXT = Vector.of("blocked |       |         |            |         | reset",
                                                      "        |blocked|released |            |         | reset",
                                                      "        |       |         | rendezvous |         | reset",
                                                      "        |       |         |            |         | reset",
                                                      "        |       |         |            | running | reset",
                                                      "        |       |         |            |         | reset");

    private static final Seq<Clause> CLAUSES = Vector.of(CELL_STARTED, PROFILE_POSTED, CELL_ADVANCED, CELL_ADVANCED, CELL_HANDED_OFF, CELL_RESET);

    private static final int POST       = 1;
    private static final int RELEASE    = 2;
    private static final int RENDEZVOUS = 3;

    @Guarantee
    @Label("what every event does in every phase, with and without an assignment and a change under way")
    @Partitions.Checks({PHASE_WRONG, PROFILE_BUSY, CELL_STARTED, PROFILE_POSTED, CELL_UNASSIGNED, CELL_ADVANCED, CELL_HANDED_OFF, CELL_RESET})
    void theTableDecides(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll Phase phase, @ForAll @IntRange(max = 5) int number, @ForAll boolean assigned, @ForAll boolean changing) {
        Complex before = situation(hardware, phase, assigned, changing && phase != Phase.RESET);
        Reaction reaction = observed(subject.react(hardware, before, event(number)));
        String next = Vector.of(NEXT.get(phase.ordinal()).split("\\|")).get(number).strip();
        Option<Clause> forbids = next.isEmpty() ? Option.some(PHASE_WRONG) : guard(number, before.at(Staged.FIRST));
        assertEquals(forbids.getOrElse(CLAUSES.get(number)), reaction.because(), before::toString);
        if (forbids.isDefined()) assertEquals(before, reaction.complex());
        else assertEquals(next, reaction.complex().at(Staged.FIRST).phase().text());
        Outcomes.label("decided").collect(reaction.because()).coverage(checker -> CLAUSES.forEach(clause -> checker.check(clause).count(count -> count > 0)));
    }

    private static Option<Clause> guard(int number, CellState cell) {
        if (number == POST && cell.change().isDefined())                               return Option.some(PROFILE_BUSY);
        if ((number == RELEASE || number == RENDEZVOUS) && cell.assigned().isEmpty()) return Option.some(CELL_UNASSIGNED);
        return Option.none();
    }

    private static Event event(int number) {
        return Vector.<Event>of(new Event.Start(Staged.FIRST), new Event.Post(Staged.FIRST, Option.some(Staged.ONE)), new Event.Release(Staged.FIRST), new Event.Rendezvous(Staged.FIRST),
            new Event.HandOff(Staged.FIRST), new Event.Reset(Staged.FIRST)).get(number);
    }

    /// {@return a complex whose cell 0 is in a phase; some of them no event leads to}
    private static Complex situation(Hardware hardware, Phase phase, boolean assigned, boolean changing) {
        return Placed.of(Staged.of(hardware).at(Staged.FIRST, phase, Staged.ZERO).complex(), Staged.FIRST)
            .assigned(Option.when(assigned, Staged.ZERO))
            .changing(Option.when(changing, new Change(Change.Kind.LEAVE, Staged.ZERO, 0)))
            .complex();
    }

    @Guarantee
    @Label("a start, a hand-off and a new profile do what they say, and nothing else to the cell")
    @Partitions.Checks({CELL_STARTED, PROFILE_POSTED, CELL_ADVANCED, CELL_HANDED_OFF})
    void eachPhaseDoesWhatItSays(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll Phase phase, @ForAll boolean none) {
        Complex before = Staged.of(hardware).at(Staged.FIRST, phase, Staged.ONE).complex();
        Event event = switch (phase) {
            case RESET               -> new Event.Start(Staged.FIRST);
            case BLOCKED             -> new Event.Post(Staged.FIRST, Option.when(!none, Staged.ONE));
            case RELEASED            -> new Event.Rendezvous(Staged.FIRST);
            case JOINED              -> new Event.HandOff(Staged.FIRST);
            case RENDEZVOUS, RUNNING -> new Event.Reset(Staged.FIRST);
        };
        Complex after = Staged.of(hardware, observed(subject.react(hardware, before, event)).complex()).quiet().complex();
        Software software = Vector.of(Software.TRUSTED, Software.TRUSTED, Software.TRUSTED, Software.NONE, Software.OTHER, Software.NONE).get(phase.ordinal());
        for (int processor = 0; processor < hardware.processors(); processor++) assertEquals(software, after.at(Staged.FIRST).executing().of(processor), event::toString);
        assertEquals(phase == Phase.BLOCKED ? Option.when(!none, Staged.ONE) : before.at(Staged.FIRST).assigned(), after.at(Staged.FIRST).assigned());
        boolean secure = phase.compareTo(Phase.RENDEZVOUS) < 0;
        for (int processor = 0; processor < hardware.processors(); processor++) assertEquals(secure, after.register().isSecure(processor), event::toString);
    }

    @Guarantee
    @Costs(4)
    @Label("a reset ends all that a cell does, and keeps profile and routing")
    @Partitions.Checks(CELL_RESET)
    void resetEndsEverythingButTheRouting(Subject subject, @ForAll("traces") Trace trace, @ForAll @IntRange(max = 7) int number) {
        Complex before = Happened.end(subject, trace);
        Cell cell = new Cell(number % trace.hardware().cells());
        Complex after = observed(subject.react(trace.hardware(), before, new Event.Reset(cell))).complex();
        CellState state = after.at(cell);
        assertEquals(Phase.RESET, state.phase());
        assertEquals(Option.none(), state.change());
        assertEquals(before.at(cell).assigned(), state.assigned());
        for (int processor = 0; processor < trace.hardware().processors(); processor++) {
            assertEquals(Software.NONE, state.executing().of(processor));
            assertEquals(false, after.register().isSecure(trace.hardware().place(new Processor(cell, processor))));
        }
        assertEquals(before.controllers().map(Controller::route), after.controllers().map(Controller::route));
        assertEquals(before.cells().removeAt(cell.number()).map(CellState::phase), after.cells().removeAt(cell.number()).map(CellState::phase));
        Outcomes.label("reset from").collect(before.at(cell).phase()).coverage(checker -> Vector.of(Phase.values()).forEach(phase -> checker.check(phase).count(count -> count > 0)));
    }

    @Guarantee
    @Costs(8)
    @Label("a partition that is made ready for reconfiguration has no route, no link, no permission, and blocked cells that run trusted software")
    @Partitions.Checks(PARTITION_RECONFIGURED)
    void reconfigurationLeavesNothing(Subject subject, @ForAll("traces") Trace trace, @ForAll @IntRange(max = 7) int number) {
        Complex before = Happened.end(subject, trace);
        Partition partition = new Partition(number % trace.hardware().partitions());
        Option<Cell> member = trace.hardware().everyCell().find(cell -> before.isIn(cell, partition) && before.at(cell).phase() != Phase.RESET);
        Discard.unless(member.isDefined(), "no cell that executes anything is in the partition");
        Reaction reaction = observed(subject.react(trace.hardware(), before, new Event.Reconfigure(new Processor(member.get(), 0), partition)));
        assertEquals(PARTITION_RECONFIGURED, reaction.because());
        Complex after = reaction.complex();
        Controller controller = after.of(partition);
        assertEquals(CellSet.NONE, controller.route());
        assertEquals(0, controller.asked().mask() | controller.consented().mask() | controller.enabled().mask());
        assertEquals(0, controller.firewall().bits() | controller.sharing().bits() | controller.interrupt().bits() | controller.general().bits());
        for (Controller other : after.controllers()) assertEquals(false, other.asked().has(partition) || other.consented().has(partition) || other.enabled().has(partition));
        for (Cell cell : trace.hardware().everyCell()) {
            boolean restarted = before.isIn(cell, partition) && before.at(cell).phase() != Phase.RESET;
            assertEquals(restarted ? Phase.BLOCKED : before.at(cell).phase(), after.at(cell).phase());
            if (restarted) assertEquals(Software.TRUSTED, after.at(cell).executing().of(0));
        }
        Outcomes.label("phase").collect(before.at(member.get()).phase()).coverage(checker -> checker.check(Phase.RUNNING).percentage(share -> share > 3));
    }

    @Provide
    Arbitrary<Hardware> hardware() {
        return Traces.hardware();
    }

    @Provide
    Arbitrary<Trace> traces() {
        return Traces.traces(100);
    }
}
