package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.CHANGE_ABSENT;
import static vmmref.spec.Partitions.CHANGE_BUSY;
import static vmmref.spec.Partitions.CHANGE_CLOSED;
import static vmmref.spec.Partitions.CHANGE_DETERMINED;
import static vmmref.spec.Partitions.CHANGE_INSTRUCTED;
import static vmmref.spec.Partitions.CHANGE_MISPLACED;
import static vmmref.spec.Partitions.CHANGE_UNPOSTED;
import static vmmref.spec.Partitions.CHANGE_UNSECURE;
import static vmmref.spec.Partitions.ROUTE_ADDED;
import static vmmref.spec.Partitions.ROUTE_CLOSED;
import static vmmref.spec.Partitions.ROUTE_REMOVED;
import static vmmref.spec.Partitions.STATUS_CLOSED_IN;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What holds of cells that join partitions, move to others and leave them.
class RoutingGuarantees {

    @Guarantee
    @Label("a change of a secure cell goes through its steps in their order, touches the masks that it should, and ends unsecure")
    @Partitions.Checks({CHANGE_INSTRUCTED, CHANGE_DETERMINED, ROUTE_REMOVED, ROUTE_ADDED, CHANGE_CLOSED, STATUS_CLOSED_IN, CHANGE_ABSENT})
    void stepsInTheirOrder(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll Change.Kind kind) {
        Complex complex = ready(hardware, kind).complex();
        Partition to = kind == Change.Kind.MOVE ? Staged.ONE : Staged.ZERO;
        Seq<Clause> because = Vector.empty();
        Seq<String> masks = Vector.of(masks(complex));
        complex = decided(subject, hardware, complex, instruct(to, kind), CHANGE_INSTRUCTED);
        while (complex.at(Staged.FIRST).change().isDefined()) {
            Reaction reaction = observed(subject.react(hardware, complex, new Event.Proceed(Staged.FIRST)));
            complex = reaction.complex();
            because = because.append(reaction.because());
            masks   = masks.append(masks(complex));
        }
        assertEquals(switch (kind) {
            case JOIN  -> Vector.of(CHANGE_DETERMINED, ROUTE_ADDED, CHANGE_CLOSED);
            case MOVE  -> Vector.of(CHANGE_DETERMINED, ROUTE_REMOVED, ROUTE_ADDED, CHANGE_CLOSED);
            case LEAVE -> Vector.of(CHANGE_DETERMINED, ROUTE_REMOVED, CHANGE_CLOSED);
        }, because);
        assertEquals(switch (kind) {
            case JOIN  -> Vector.of("0 0", "0 0", "1 0", "1 0");
            case MOVE  -> Vector.of("1 0", "1 0", "0 0", "0 1", "0 1");
            case LEAVE -> Vector.of("1 0", "1 0", "0 0", "0 0");
        }, masks);
        assertEquals(kind == Change.Kind.LEAVE ? Phase.RENDEZVOUS : Phase.JOINED, complex.at(Staged.FIRST).phase());
        for (int number = 0; number < hardware.processors(); number++) assertEquals(false, complex.register().isSecure(number));
        assertEquals(CHANGE_ABSENT, observed(subject.react(hardware, complex, new Event.Proceed(Staged.FIRST))).because());
    }

    @Guarantee
    @Label("whatever a change comes to, a cell that ends one is unsecure until it starts again")
    @Partitions.Checks(STATUS_CLOSED_IN)
    void everyChangeEndsUnsecure(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll Change.Kind kind, @ForAll @IntRange(max = 40) int ticks) {
        Complex complex = changed(subject, hardware, ready(hardware, kind).complex(), kind);
        for (int tick = 0; tick < ticks; tick++) complex = subject.react(hardware, complex, new Event.Tick()).complex();
        for (int number = 0; number < hardware.processors(); number++) assertEquals(false, complex.register().isSecure(number));
        Complex reset = subject.react(hardware, complex, new Event.Reset(Staged.FIRST)).complex();
        assertEquals(true, Staged.of(hardware, subject.react(hardware, reset, new Event.Start(Staged.FIRST)).complex()).quiet().complex().register().isSecure(0));
    }

    private static Complex changed(Subject subject, Hardware hardware, Complex ready, Change.Kind kind) {
        Complex complex = subject.react(hardware, ready, instruct(kind == Change.Kind.MOVE ? Staged.ONE : Staged.ZERO, kind)).complex();
        while (complex.at(Staged.FIRST).change().isDefined()) complex = observed(subject.react(hardware, complex, new Event.Proceed(Staged.FIRST))).complex();
        return complex;
    }

    @Guarantee
    @Label("what forbids an instruction: a change under way, another profile, another place")
    @Partitions.Checks({CHANGE_BUSY, CHANGE_UNPOSTED, CHANGE_MISPLACED, CHANGE_INSTRUCTED})
    void whatForbidsAChange(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll @IntRange(max = 7) int number, @ForAll Change.Kind kind, @ForAll Where where,
                             @ForAll @IntRange(max = 3) int change) {
        Phase phase = number < Phase.values().length ? Phase.values()[number] : Phase.RENDEZVOUS;
        boolean busy = change == 3;
        Complex before = situation(hardware, phase, where, busy);
        Discard.unless(before.isIn(Staged.SECOND, Staged.ONE), "nobody instructs it");
        Reaction reaction = observed(subject.react(hardware, before, new Event.Instruct(Staged.processor(Staged.SECOND), Staged.ONE, Staged.FIRST, kind)));
        boolean fits = switch (kind) {
            case JOIN  -> where != Where.ELSEWHERE;
            case MOVE  -> where == Where.ELSEWHERE;
            case LEAVE -> where == Where.THERE && phase != Phase.RESET;
        };
        Clause expected = busy ? CHANGE_BUSY : kind != Change.Kind.LEAVE && phase != Phase.RENDEZVOUS ? CHANGE_UNPOSTED : fits ? CHANGE_INSTRUCTED : CHANGE_MISPLACED;
        assertEquals(expected, reaction.because(), before::toString);
        assertEquals(expected == CHANGE_INSTRUCTED ? Option.some(new Change(kind, Staged.ONE, 0)) : before.at(Staged.FIRST).change(), reaction.complex().at(Staged.FIRST).change());
        Outcomes.label("decided").collect(expected, kind).coverage(checker -> {
            for (Change.Kind each : Change.Kind.values()) {
                checker.check(CHANGE_INSTRUCTED, each).percentage(share -> share > 1);
                checker.check(CHANGE_MISPLACED, each).percentage(share -> share > 1);
            }
        });
    }

    @Guarantee
    @Label("joining is for the partition that the profile says, at the rendezvous")
    @Partitions.Checks(CHANGE_UNPOSTED)
    void onlyWhereTheProfileSays(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll boolean moves, @ForAll boolean assigned) {
        Complex complex = Staged.of(hardware).at(Staged.SECOND, Phase.RUNNING, Staged.ONE).at(Staged.FIRST, Phase.RENDEZVOUS, assigned && !moves ? Staged.ONE : Staged.ZERO).complex();
        Change.Kind kind = moves ? Change.Kind.MOVE : Change.Kind.JOIN;
        Reaction reaction = observed(subject.react(hardware, complex, new Event.Instruct(Staged.processor(Staged.SECOND), Staged.ONE, Staged.FIRST, kind)));
        assertEquals(assigned && !moves ? CHANGE_INSTRUCTED : CHANGE_UNPOSTED, reaction.because());
    }

    /// In which mask a cell is.
    enum Where { NOWHERE, THERE, ELSEWHERE }

    /// {@return a complex whose cell 0 the profile assigns to partition 1, in which cell 1 runs}
    private static Complex situation(Hardware hardware, Phase phase, Where where, boolean busy) {
        Complex complex = Staged.of(hardware).at(Staged.SECOND, Phase.RUNNING, Staged.ONE).at(Staged.FIRST, phase, Staged.ONE).complex();
        return Placed.of(complex, Staged.FIRST)
            .assigned(Option.some(Staged.ONE))
            .routed(switch (where) {
                case NOWHERE   -> Option.none();
                case THERE     -> Option.some(Staged.ONE);
                case ELSEWHERE -> Option.some(Staged.ZERO);
            })
            .changing(Option.when(busy, new Change(Change.Kind.JOIN, Staged.ONE, 0)))
            .complex();
    }

    @Guarantee
    @Label("a cell that becomes unsecure in the middle changes no more masks, and is not put back")
    @Partitions.Checks({CHANGE_UNSECURE, ROUTE_CLOSED})
    void aFallInTheMiddleEndsTheChange(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll Change.Kind kind, @ForAll @IntRange(max = 3) int steps, @ForAll @IntRange(max = 3) int number) {
        Staged ready = ready(hardware, kind).after(instruct(kind == Change.Kind.MOVE ? Staged.ONE : Staged.ZERO, kind));
        int before = Math.min(steps, kind == Change.Kind.MOVE ? 2 : 1);
        for (int step = 0; step < before; step++) ready = ready.after(new Event.Proceed(Staged.FIRST));
        Complex fallen = ready.after(new Event.Leave(new Processor(Staged.FIRST, number % hardware.processors()))).quiet().complex();
        Reaction reaction = observed(subject.react(hardware, fallen, new Event.Proceed(Staged.FIRST)));
        assertEquals(before == 0 ? CHANGE_UNSECURE : ROUTE_CLOSED, reaction.because());
        assertEquals(true, reaction.refused());
        assertEquals(Option.none(), reaction.complex().at(Staged.FIRST).change());
        assertEquals(masks(fallen), masks(reaction.complex()));
        assertEquals(fallen.at(Staged.FIRST).phase(), reaction.complex().at(Staged.FIRST).phase());
        Outcomes.label("before").collect(kind, before).coverage(checker -> checker.check(Change.Kind.MOVE, 2).percentage(share -> share > 5));
    }

    /// {@return a complex whose cell 0 may begin a change; in which, to move or to leave, it was before}
    private static Staged ready(Hardware hardware, Change.Kind kind) {
        Partition to = kind == Change.Kind.MOVE ? Staged.ONE : Staged.ZERO;
        Staged staged = Staged.of(hardware);
        if (kind != Change.Kind.JOIN) staged = staged.at(Staged.FIRST, Phase.JOINED, Staged.ZERO).after(new Event.Reset(Staged.FIRST));
        return staged.at(Staged.FIRST, Phase.RENDEZVOUS, to);
    }

    private static Event instruct(Partition to, Change.Kind kind) {
        return new Event.Instruct(Staged.processor(Staged.FIRST), to, Staged.FIRST, kind);
    }

    private static Complex decided(Subject subject, Hardware hardware, Complex complex, Event event, Clause because) {
        Reaction reaction = observed(subject.react(hardware, complex, event));
        assertEquals(because, reaction.because());
        return reaction.complex();
    }

    /// {@return the masks of the partitions 0 and 1}
    private static String masks(Complex complex) {
        return complex.of(Staged.ZERO).route().mask() + " " + complex.of(Staged.ONE).route().mask();
    }

    @Provide
    Arbitrary<Hardware> hardware() {
        return Traces.hardware();
    }
}
