package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.CLOSED_UNCHANGED;
import static vmmref.spec.Partitions.LEAVING_DONE;
import static vmmref.spec.Partitions.PARTITION_NOT_WIDENED;
import static vmmref.spec.Partitions.ROUTES_APART;
import static vmmref.spec.Partitions.SECURE_IS_TRUSTED;
import static vmmref.spec.Partitions.STATUS_KEPT;
import static vmmref.spec.Partitions.STATUS_LEFT;
import static vmmref.spec.Partitions.STATUS_LOST;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.BitSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Path;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.Software;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Partitions;

/// What holds of statuses whatever happens, adversaries in partitions included.
class StatusGuarantees {

    @Guarantee
    @Label("other software begins when everybody knows, and a processor leaves trusted software once")
    @Partitions.Checks({STATUS_LEFT, STATUS_LOST, LEAVING_DONE})
    void otherSoftwareWaits(Subject subject, @ForAll("hardware") Hardware hardware) {
        Complex before = Staged.of(hardware).at(Staged.FIRST, Phase.RELEASED, Staged.ZERO).complex();
        Event leave = new Event.Leave(Staged.processor(Staged.FIRST));
        Reaction reaction = observed(subject.react(hardware, before, leave));
        assertEquals(STATUS_LEFT, reaction.because());
        Complex complex = reaction.complex();
        int ticks = 0;
        while (complex.at(Staged.FIRST).executing().of(0) == Software.LEAVING) {
            assertEquals(STATUS_LOST, observed(subject.react(hardware, complex, leave)).because());
            assertTrue(complex.register().isSecure(0) || complex.controllers().exists(controller -> controller.status().arrived().isSecure(0)), "everybody knows");
            complex = observed(subject.react(hardware, complex, new Event.Tick())).complex();
            assertTrue(++ticks < 300, "it waits for ever");
        }
        assertEquals(Software.OTHER, complex.at(Staged.FIRST).executing().of(0));
        assertEquals(STATUS_LOST, observed(subject.react(hardware, complex, leave)).because());
        Outcomes.label("waits").collect(ticks > 0).coverage(checker -> {
            checker.check(true).percentage(share -> share > 30);
            checker.check(false).percentage(share -> share > 5);
        });
    }

    @Guarantee
    @Costs(2)
    @Label("whatever happens, who executes other software is secure to nobody")
    @Partitions.Checks(SECURE_IS_TRUSTED)
    void secureMeansTrusted(Subject subject, @ForAll("traces") Trace trace) {
        boolean other = false;
        for (Happened happened : Happened.all(subject, trace)) {
            Complex complex = happened.after();
            int others = others(trace.hardware(), complex);
            if (others == 0) continue;
            other = true;
            nobodySecure(others & complex.register().secure(), happened, "the status register");
            for (Controller controller : complex.controllers()) nobodySecure(others & seen(trace.hardware(), controller.status()), happened, "a controller");
        }
        observed(trace, SECURE_IS_TRUSTED);
        Outcomes.label("other software").collect(other).coverage(checker -> checker.check(true).percentage(share -> share > 40));
    }

    private static void nobodySecure(int wrong, Happened happened, String who) {
        if (wrong != 0) fail("after %s %s calls secure who executes other software: the processors %s".formatted(happened.event(), who, BitSet.valueOf(new long[] {wrong & 0xffffffffL})));
    }

    /// {@return those who execute other software, by their places}
    private static int others(Hardware hardware, Complex complex) {
        int others = 0;
        for (int place = 0; place < hardware.cells() * hardware.processors(); place++) {
            boolean other = complex.cells().get(place / hardware.processors()).executing().of(place % hardware.processors()) == Software.OTHER;
            if (other) others |= 1 << place;
        }
        return others;
    }

    @Guarantee
    @Costs(2)
    @Label("no event makes a processor secure but the first report of its cell after a start")
    @Partitions.Checks(STATUS_KEPT)
    void onlyAStartMakesSecure(Subject subject, @ForAll("traces") Trace trace) {
        Hardware hardware = trace.hardware();
        boolean rose = false;
        for (Happened happened : Happened.all(subject, trace)) {
            observed(happened.reaction());
            int risen = happened.after().register().secure() & ~happened.before().register().secure();
            if (risen == 0) continue;
            rose = true;
            boolean starts = happened.event() instanceof Event.Start || happened.event() instanceof Event.Reconfigure;
            for (Processor processor : hardware.everyProcessor()) {
                boolean fits = (risen >>> hardware.place(processor) & 1) == 0 || starts || happened.before().at(processor.cell()).fresh();
                assertTrue(fits, () -> processor + " became secure by " + happened.event());
            }
        }
        Outcomes.label("rose").collect(rose).coverage(checker -> checker.check(true).percentage(share -> share > 40));
    }

    @Guarantee
    @Costs(2)
    @Label("whatever happens, no cell is in two masks, and only a cell that the profile assigns and that runs trusted software is added to one")
    @Partitions.Checks({ROUTES_APART, PARTITION_NOT_WIDENED})
    void softwareDoesNotWidenItsPartition(Subject subject, @ForAll("traces") Trace trace) {
        Hardware hardware = trace.hardware();
        int added = 0;
        for (Happened happened : Happened.all(subject, trace)) {
            Complex before = happened.before();
            Complex after  = happened.after();
            int routed = 0;
            for (int number = 0; number < hardware.partitions(); number++) {
                int mask = after.controllers().get(number).route().mask();
                if ((routed & mask) != 0) fail("a cell is in two masks after " + happened.event());
                routed |= mask;
                int more = mask & ~before.controllers().get(number).route().mask();
                if (more == 0) continue;
                added += Integer.bitCount(more);
                for (Cell cell : hardware.everyCell()) if ((more >>> cell.number() & 1) == 1) mayBeAdded(hardware, before, cell, new Partition(number));
            }
        }
        observed(observed(trace, ROUTES_APART), PARTITION_NOT_WIDENED);
        Outcomes.label("added").collect(Math.min(2, added)).coverage(checker -> checker.check(2).percentage(share -> share > 15));
    }

    private static void mayBeAdded(Hardware hardware, Complex before, Cell cell, Partition partition) {
        assertEquals(Option.some(partition), before.at(cell).assigned(), () -> cell + " was added");
        for (int number = 0; number < hardware.processors(); number++) assertTrue(before.at(cell).executing().of(number) != Software.OTHER, () -> cell + " runs other software");
    }

    @Guarantee
    @Costs(2)
    @Label("under UNSECURE no access changes what is closed then")
    @Partitions.Checks(CLOSED_UNCHANGED)
    void closedRegistersStay(Subject subject, @ForAll("traces") Trace trace) {
        Hardware hardware = trace.hardware();
        int changed = 0;
        for (Happened happened : Happened.all(subject, trace)) {
            if (!(happened.event() instanceof Event.Write write)) continue;
            Controller old = happened.before().of(write.partition());
            Controller now = happened.after().of(write.partition());
            boolean secure = hardware.gate() == Hardware.Gate.PROCESSOR ? isSecure(hardware, old.status(), write.processor()) : isAllSecure(hardware, happened.before(), write.partition());
            assertEquals(old.route(), now.route(), write::toString);
            if (!secure) {
                assertEquals(old.firewall(), now.firewall(), write::toString);
                assertEquals(old.sharing(), now.sharing(), write::toString);
                assertEquals(old.interrupt(), now.interrupt(), write::toString);
            }
            if (!old.equals(now)) changed++;
        }
        observed(trace, CLOSED_UNCHANGED);
        Outcomes.label("changed").collect(changed > 0).coverage(checker -> checker.check(true).percentage(share -> share > 10));
    }

    /// {@return the processors that a controller sees as secure, by their places}
    private static int seen(Hardware hardware, Path path) {
        return hardware.inTransfer() == Hardware.InTransfer.UNSECURE && path.left() > 0 ? 0 : path.arrived().secure();
    }

    private static boolean isSecure(Hardware hardware, Path path, Processor processor) {
        return (seen(hardware, path) >>> hardware.place(processor) & 1) == 1;
    }

    private static boolean isAllSecure(Hardware hardware, Complex complex, Partition partition) {
        Vector<Processor> members = hardware.everyProcessor().filter(processor -> complex.isIn(processor.cell(), partition)).toVector();
        return !members.isEmpty() && members.forAll(processor -> isSecure(hardware, complex.of(partition).status(), processor));
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
