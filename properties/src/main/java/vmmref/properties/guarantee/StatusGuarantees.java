package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.CLOSED_UNCHANGED;
import static vmmref.spec.Partitions.LEAVING_DONE;
import static vmmref.spec.Partitions.PARTITION_NOT_WIDENED;
import static vmmref.spec.Partitions.ROUTES_APART;
import static vmmref.spec.Partitions.SECURE_IS_TRUSTED;
import static vmmref.spec.Partitions.STATUS_KEPT;
import static vmmref.spec.Partitions.STATUS_LEFT;
import static vmmref.spec.Partitions.STATUS_LOST;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
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
    @Costs(4)
    @Label("whatever happens, who executes other software is secure to nobody")
    @Partitions.Checks(SECURE_IS_TRUSTED)
    void secureMeansTrusted(Subject subject, @ForAll("traces") Trace trace) {
        Hardware hardware = trace.hardware();
        Seq<Processor> processors = hardware.everyProcessor();
        boolean other = false;
        for (Happened happened : Happened.all(subject, trace)) {
            Complex complex = happened.after();
            for (Processor processor : processors) {
                if (complex.software(processor) != Software.OTHER) continue;
                other = true;
                assertTrue(!complex.register().isSecure(hardware.place(processor)), () -> "the status register calls " + processor + " secure");
                for (Controller controller : complex.controllers()) assertTrue(!isSecure(hardware, controller.status(), processor), () -> "a controller calls " + processor + " secure");
            }
        }
        observed(trace, SECURE_IS_TRUSTED);
        Outcomes.label("other software").collect(other).coverage(checker -> checker.check(true).percentage(share -> share > 40));
    }

    @Guarantee
    @Costs(4)
    @Label("no event makes a processor secure but the first report of its cell after a start")
    @Partitions.Checks(STATUS_KEPT)
    void onlyAStartMakesSecure(Subject subject, @ForAll("traces") Trace trace) {
        Hardware hardware = trace.hardware();
        Seq<Processor> processors = hardware.everyProcessor();
        boolean rose = false;
        for (Happened happened : Happened.all(subject, trace)) {
            observed(happened.reaction());
            for (Processor processor : processors) {
                int place = hardware.place(processor);
                if (happened.before().register().isSecure(place) || !happened.after().register().isSecure(place)) continue;
                rose = true;
                boolean starts = happened.event() instanceof Event.Start || happened.event() instanceof Event.Reconfigure || happened.before().at(processor.cell()).fresh();
                assertTrue(starts, () -> processor + " became secure by " + happened.event());
            }
        }
        Outcomes.label("rose").collect(rose).coverage(checker -> checker.check(true).percentage(share -> share > 40));
    }

    @Guarantee
    @Costs(4)
    @Label("whatever happens, no cell is in two masks, and only a cell that the profile assigns and that runs trusted software is added to one")
    @Partitions.Checks({ROUTES_APART, PARTITION_NOT_WIDENED})
    void softwareDoesNotWidenItsPartition(Subject subject, @ForAll("traces") Trace trace) {
        Hardware hardware = trace.hardware();
        int added = 0;
        for (Happened happened : Happened.all(subject, trace)) {
            Complex before = happened.before();
            Complex after  = happened.after();
            for (Cell cell : hardware.everyCell()) {
                assertTrue(after.controllers().count(controller -> controller.route().has(cell)) <= 1, () -> cell + " is in two masks after " + happened.event());
                for (Partition partition : hardware.everyPartition()) {
                    if (before.of(partition).route().has(cell) || !after.of(partition).route().has(cell)) continue;
                    added++;
                    assertEquals(Option.some(partition), before.at(cell).assigned(), () -> cell + " was added by " + happened.event());
                    for (int number = 0; number < hardware.processors(); number++) assertTrue(before.at(cell).executing().of(number) != Software.OTHER, () -> cell + " runs other software");
                }
            }
        }
        observed(observed(trace, ROUTES_APART), PARTITION_NOT_WIDENED);
        Outcomes.label("added").collect(Math.min(2, added)).coverage(checker -> checker.check(2).percentage(share -> share > 15));
    }

    @Guarantee
    @Costs(4)
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

    /// {@return whether a controller sees a processor as secure}
    private static boolean isSecure(Hardware hardware, Path path, Processor processor) {
        return path.arrived().isSecure(hardware.place(processor)) && !(hardware.inTransfer() == Hardware.InTransfer.UNSECURE && path.left() > 0);
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
        return Traces.traces(60);
    }
}
