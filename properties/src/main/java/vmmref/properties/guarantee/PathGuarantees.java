package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.CODE_INVALID;
import static vmmref.spec.Partitions.LINE_STUCK;
import static vmmref.spec.Partitions.PATHS_IMMATERIAL;
import static vmmref.spec.Partitions.TRANSFER_BEGUN;
import static vmmref.spec.Partitions.TRANSFER_DONE;
import static vmmref.spec.Partitions.TRANSFER_SEEN;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Reply;
import vmmref.model.partition.Wiring;
import vmmref.model.partition.Word;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Partitions;

/// What holds of the paths on which statuses travel.
class PathGuarantees {
    private static final int LONGEST = 300;

    @Guarantee
    @Label("a report arrives so many ticks after it was sent as its path is narrow and slow, and then goes on to every controller")
    @Partitions.Checks({TRANSFER_BEGUN, TRANSFER_DONE})
    void arrivesOnTime(Subject subject, @ForAll("hardware") Hardware hardware) {
        Complex complex = observed(subject.react(hardware, Complex.reset(hardware), new Event.Start(Staged.FIRST))).complex();
        int first = ticks(hardware.processors() * 2, hardware.reports());
        int then  = ticks(hardware.processors() * hardware.cells() * 2, hardware.statuses());
        for (int tick = 0; tick <= first + then; tick++) {
            if (tick > 0) complex = observed(subject.react(hardware, complex, new Event.Tick())).complex();
            assertEquals(tick >= first, complex.register().isSecure(0), "the status register after " + tick + " ticks");
            for (Controller controller : complex.controllers()) assertEquals(tick >= first + then, controller.status().arrived().isSecure(0), "a controller after " + tick + " ticks");
        }
        Outcomes.label("ticks").collect(Math.min(3, first), Math.min(3, then)).coverage(Combinations.each(Vector.of(0, 1, 2, 3), Vector.of(0, 1, 2, 3)));
    }

    /// {@return in how many turns so many bits go over the lines, but the first, and the latency}
    private static int ticks(int bits, Wiring wiring) {
        int turns = 0;
        for (int sent = 0; sent < bits; sent += wiring.lines()) turns++;
        return wiring.latency() + turns - 1;
    }

    @Guarantee
    @Label("a processor that leaves is seen as before until its status arrives, or at once as unsecure, as the hardware has it")
    @Partitions.Checks(TRANSFER_SEEN)
    void seenUnderWay(Subject subject, @ForAll("hardware") Hardware hardware) {
        Complex complex = Staged.of(hardware).at(Staged.FIRST, Phase.RELEASED, Staged.ZERO).complex();
        Event read = new Event.Read(Staged.processor(Staged.FIRST), Staged.ZERO, RegisterClass.STATUS);
        complex = subject.react(hardware, complex, new Event.Leave(Staged.processor(Staged.FIRST))).complex();
        boolean underWay = false;
        for (int tick = 0; tick < LONGEST && complex.of(Staged.ZERO).status().arrived().isSecure(0); tick++) {
            boolean blind = complex.of(Staged.ZERO).status().left() > 0 && hardware.inTransfer() == Hardware.InTransfer.UNSECURE;
            Reply seen = observed(subject.react(hardware, complex, read), TRANSFER_SEEN).reply();
            assertEquals(new Reply.Value(new Word(blind ? 0 : (1L << hardware.processors()) - 1)), seen);
            underWay |= complex.of(Staged.ZERO).status().left() > 0;
            complex = subject.react(hardware, complex, new Event.Tick()).complex();
        }
        assertEquals(new Reply.Value(new Word((1L << hardware.processors()) - 2)), observed(subject.react(hardware, complex, read), TRANSFER_SEEN).reply());
        Outcomes.label("seen").collect(underWay, hardware.inTransfer()).coverage(checker -> checker.check(true, Hardware.InTransfer.UNSECURE).percentage(share -> share > 10));
    }

    @Guarantee
    @Label("with any lines stuck, a status arrives as SECURE only as 1 and 0")
    @Partitions.Checks({CODE_INVALID, LINE_STUCK})
    void oneCodeWordIsSecure(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll @IntRange(max = 63) int line, @ForAll boolean level, @ForAll @IntRange(max = 63) int other,
                             @ForAll boolean otherLevel) {
        Event.Wire wire = new Event.Wire.Report(Staged.FIRST);
        Complex complex = Complex.reset(hardware);
        complex = observed(subject.react(hardware, complex, new Event.Stick(wire, line, level))).complex();
        complex = observed(subject.react(hardware, complex, new Event.Stick(wire, other, otherLevel))).complex();
        complex = observed(subject.react(hardware, complex, new Event.Start(Staged.FIRST))).complex();
        for (int tick = 0; tick < LONGEST && complex.at(Staged.FIRST).report().isUnderWay(); tick++) complex = observed(subject.react(hardware, complex, new Event.Tick())).complex();
        int lines = hardware.reports().lines();
        for (int place = 0; place < hardware.processors(); place++) {
            boolean first  = arrives(true,  2 * place % lines, line, level, other, otherLevel);
            boolean second = arrives(false, (2 * place + 1) % lines, line, level, other, otherLevel);
            assertEquals(first && !second, complex.register().isSecure(place), "the bits " + first + " and " + second);
        }
        Outcomes.label("secure").collect(complex.register().secure() == 0, lines > 1).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
    }

    private static boolean arrives(boolean sent, int over, int line, boolean level, int other, boolean otherLevel) {
        if (over == other) return otherLevel;
        return over == line ? level : sent;
    }

    @Guarantee
    @Label("on a path without delay a line that sticks is seen at once")
    @Partitions.Checks(LINE_STUCK)
    void wiresAreSeenAtOnce(Subject subject, @ForAll("hardware") Hardware named, @ForAll boolean level) {
        Hardware hardware = named.withPaths(new Wiring(64, 0), new Wiring(64, 0));
        Complex complex = Staged.of(hardware).at(Staged.FIRST, Phase.BLOCKED, Staged.ZERO).complex();
        Reaction reaction = observed(subject.react(hardware, complex, new Event.Stick(new Event.Wire.Status(Staged.ZERO), level ? 1 : 0, level)));
        assertEquals(LINE_STUCK, reaction.because());
        assertEquals(false, reaction.complex().of(Staged.ZERO).status().arrived().isSecure(0));
        assertEquals(true, reaction.complex().register().isSecure(0));
        if (hardware.partitions() > 1) assertEquals(true, reaction.complex().of(Staged.ONE).status().arrived().isSecure(0));
    }

    @Guarantee
    @Costs(2)
    @Label("whatever the paths are made of, the same is so when all has arrived")
    @Partitions.Checks(PATHS_IMMATERIAL)
    void linesAndLatenciesDoNotMatter(Subject subject, @ForAll("sound") Trace trace, @ForAll("wiring") Wiring reports, @ForAll("wiring") Wiring statuses) {
        Hardware wide = trace.hardware().withPaths(new Wiring(64, 0), new Wiring(64, 0));
        Hardware narrow = trace.hardware().withPaths(reports, statuses);
        Complex one   = Complex.reset(wide);
        Complex other = Complex.reset(narrow);
        for (Event event : trace.events()) {
            one   = subject.react(wide, one, event).complex();
            other = settled(subject, narrow, subject.react(narrow, other, event).complex());
            assertEquals(one, other, event::toString);
        }
        observed(one, PATHS_IMMATERIAL);
        Outcomes.label("secure").collect(one.register().secure() != 0).coverage(checker -> checker.check(true).percentage(share -> share > 10));
    }

    private static Complex settled(Subject subject, Hardware hardware, Complex complex) {
        Complex settled = complex;
        for (int tick = 0; tick < LONGEST && isUnderWay(settled); tick++) settled = subject.react(hardware, settled, new Event.Tick()).complex();
        return settled;
    }

    private static boolean isUnderWay(Complex complex) {
        return complex.cells().exists(cell -> cell.report().isUnderWay()) || complex.controllers().exists(controller -> controller.status().isUnderWay());
    }

    @Provide
    Arbitrary<Hardware> hardware() {
        return Traces.hardware();
    }

    @Provide
    Arbitrary<Wiring> wiring() {
        return Traces.wiring();
    }

    @Provide
    Arbitrary<Trace> sound() {
        return Traces.traces(20).map(trace -> new Trace(trace.hardware(), trace.events().reject(event -> event instanceof Event.Stick)));
    }
}
