package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Status;
import vmmref.model.partition.Word;

/// Partition hardware that is wrong, and what tells it from the right one.
class PartitionZooTest {
    private static final Cell CELL = new Cell(0);
    private static final Processor FIRST = new Processor(CELL, 0);
    private static final Processor SECOND = new Processor(CELL, 1);
    private static final Partition ZERO = new Partition(0);
    private static final Partition ONE = new Partition(1);
    private static final Event NEXT = new Event.Proceed(CELL);

    /// For each partitioner something that it does wrongly, and beside it something that it does rightly. Cell 0 is in partition 0.
    @Test
    void partitionersAreWrongInOneThing() {
        Day secure = Day.NEW.then(new Event.Start(CELL)).later().then(new Event.Post(CELL, Option.some(ZERO)));
        Day joining = secure.then(new Event.Release(CELL), new Event.Rendezvous(CELL), new Event.Instruct(FIRST, ZERO, CELL, Change.Kind.JOIN));
        Day joined = joining.then(NEXT, NEXT, NEXT);
        Day moving = joined.then(new Event.Reset(CELL), new Event.Start(CELL)).later()
            .then(new Event.Post(CELL, Option.some(ONE)), new Event.Release(CELL), new Event.Rendezvous(CELL), new Event.Instruct(FIRST, ONE, CELL, Change.Kind.MOVE));
        Day asked = secure.then(new Event.Request(ZERO, ONE));
        Event write = new Event.Write(FIRST, ZERO, RegisterClass.FIREWALL, Word.ONES);
        Event packet = new Event.Packet(FIRST, ONE, true, Word.ONES, Status.SECURE);
        differs("AsksOneProcessor", secure.then(new Event.Leave(SECOND)).later().then(write), secure.then(new Event.Leave(FIRST)).later().then(write));
        differs("FailsOpen", Day.NEW.then(stuck(true), new Event.Start(new Cell(1))).later(), Day.NEW.then(stuck(false), new Event.Start(new Cell(1))).later());
        differs("LinksOnOneConsent", asked.then(new Event.Answer(FIRST, ZERO, ONE, true)), asked.then(new Event.Answer(FIRST, ZERO, ONE, false)));
        differs("MovesWithoutLeaving", moving.then(NEXT, NEXT, NEXT, NEXT), joined);
        differs("RoutesBeforeItLooks", joining.then(new Event.Leave(FIRST)).later().then(NEXT), joined);
        differs("ShowsClosedRegisters", joined.later().then(new Event.Read(FIRST, ZERO, RegisterClass.INTERRUPT)), joined.later().then(new Event.Read(FIRST, ZERO, RegisterClass.FIREWALL)));
        differs("StaysSecureAfterJoin", joined, joining.then(NEXT, NEXT));
        differs("TakesStatusFromSender", joined.then(packet), secure.then(packet));
    }

    private static Event stuck(boolean level) {
        return new Event.Stick(new Event.Wire.Status(ZERO), 0, level);
    }

    /// Events that happen to a complex in reset; the last one has the answer.
    private record Day(Vector<Event> events) {
        static final Day NEW = new Day(Vector.empty());

        Day then(Event... more) {
            return new Day(events.appendAll(Vector.of(more)));
        }

        /// {@return the day when nothing is under way any more}
        Day later() {
            return new Day(events.appendAll(Vector.fill(20, new Event.Tick())));
        }

        Object under(Partitioner rules) {
            Complex before = events.init().foldLeft(Complex.reset(rules.hardware()), (complex, event) -> rules.react(complex, event).complex());
            Reaction last = rules.react(before, events.last());
            return Vector.of(last.reply(), last.refused(), last.complex());
        }
    }

    private static void differs(String name, Day wrong, Day right) {
        ZooTest.differs(name, wrong, right, (vmm, day) -> day.under(vmm.machine().partitioner()));
    }
}
