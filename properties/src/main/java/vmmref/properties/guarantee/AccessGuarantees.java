package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.ACCESS_CLOSED;
import static vmmref.spec.Partitions.ACCESS_FOREIGN;
import static vmmref.spec.Partitions.ACCESS_IDLE;
import static vmmref.spec.Partitions.ACCESS_PERFORMED;
import static vmmref.spec.Partitions.REGISTER_HARDWIRED;
import static vmmref.spec.Partitions.STATUS_OF_PARTITION;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Opening;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Reply;
import vmmref.model.partition.Word;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Partitions;

/// What holds of accesses to the registers of controllers.
class AccessGuarantees {
    private static final Seq<RegisterClass> HARDWIRED = Vector.of(RegisterClass.STATUS, RegisterClass.ROUTE, RegisterClass.LINK);

    @Guarantee
    @Label("a register is read and written exactly while its class is open under the status, and a closed one shows and takes nothing")
    @Partitions.Checks({ACCESS_CLOSED, ACCESS_PERFORMED, REGISTER_HARDWIRED})
    void theTableDecides(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll RegisterClass register, @ForAll boolean writes, @ForAll boolean left, @ForAll("words") long value) {
        Processor processor = Staged.processor(Staged.FIRST);
        Staged secure = filled(Staged.of(hardware).at(Staged.FIRST, Phase.RELEASED, Staged.ZERO), processor);
        Complex before = (left ? secure.after(new Event.Leave(processor)).quiet() : secure).complex();
        Event event = writes ? new Event.Write(processor, Staged.ZERO, register, new Word(value)) : new Event.Read(processor, Staged.ZERO, register);
        Reaction reaction = observed(subject.react(hardware, before, event));
        Opening opening = left ? hardware.unsecure() : hardware.secure();
        boolean hardwired = writes && HARDWIRED.contains(register);
        boolean open = !hardwired && (writes ? opening.isWritable(register) : opening.isReadable(register));
        assertEquals(open ? ACCESS_PERFORMED : hardwired ? REGISTER_HARDWIRED : ACCESS_CLOSED, reaction.because());
        if (!open) {
            assertEquals(refused(hardware, writes), reaction.reply());
            assertEquals(before, reaction.complex());
        } else if (writes) {
            assertEquals(Reply.Done.DONE, reaction.reply());
            assertEquals(new Word(value), new Word(bits(reaction.complex(), register)));
        } else {
            assertEquals(before, reaction.complex());
            assertEquals(new Reply.Value(new Word(bits(before, register))), reaction.reply());
        }
        Outcomes.label("decided").collect(reaction.because(), left).coverage(checker -> {
            checker.check(ACCESS_CLOSED, true).percentage(share -> share > 5);
            checker.check(ACCESS_PERFORMED, true).percentage(share -> share > 5);
            checker.check(ACCESS_PERFORMED, false).percentage(share -> share > 5);
        });
    }

    /// {@return the complex after every register that can be written got something}
    private static Staged filled(Staged staged, Processor processor) {
        return Vector.of(RegisterClass.FIREWALL, RegisterClass.SHARING, RegisterClass.INTERRUPT, RegisterClass.GENERAL)
            .foldLeft(staged, (now, register) -> now.after(new Event.Write(processor, Staged.ZERO, register, new Word(0x1234_5678_9abcL + register.ordinal()))));
    }

    private static Reply refused(Hardware hardware, boolean writes) {
        return switch (hardware.refusal()) {
            case ONES    -> writes ? Reply.Done.DONE : new Reply.Value(new Word(0xffff_ffff_ffff_ffffL));
            case NOTHING -> new Reply.Silent();
            case ERROR   -> new Reply.Failed();
        };
    }

    private static long bits(Complex complex, RegisterClass register) {
        return switch (register) {
            case STATUS    -> complex.of(Staged.ZERO).status().arrived().secure();
            case ROUTE     -> complex.of(Staged.ZERO).route().mask();
            case LINK      -> 0;
            case FIREWALL  -> complex.of(Staged.ZERO).firewall().bits();
            case SHARING   -> complex.of(Staged.ZERO).sharing().bits();
            case INTERRUPT -> complex.of(Staged.ZERO).interrupt().bits();
            case GENERAL   -> complex.of(Staged.ZERO).general().bits();
        };
    }

    @Guarantee
    @Label("a partition is secure when some cell is in it and all processors of all its cells are, and that decides over writes where the gate is the partition")
    @Partitions.Checks({STATUS_OF_PARTITION, ACCESS_CLOSED, ACCESS_PERFORMED})
    void onePartitionOneStatus(Subject subject, @ForAll("hardware") Hardware named, @ForAll @IntRange(max = 3) int number, @ForAll boolean leaves, @ForAll boolean second) {
        Hardware hardware = named.withGate(Hardware.Gate.PARTITION);
        Processor asking = Staged.processor(Staged.FIRST);
        Processor leaving = new Processor(second ? Staged.SECOND : Staged.FIRST, number % hardware.processors());
        Staged both = Staged.of(hardware).at(Staged.FIRST, Phase.RELEASED, Staged.ZERO).at(Staged.SECOND, Phase.RELEASED, Staged.ZERO);
        Complex before = (leaves ? both.after(new Event.Leave(leaving)).quiet() : both).complex();
        Event write = new Event.Write(asking, Staged.ZERO, RegisterClass.FIREWALL, new Word(7));
        assertEquals(leaves ? 0 : 7, observed(observed(subject.react(hardware, before, write)), STATUS_OF_PARTITION).complex().of(Staged.ZERO).firewall().bits());
        Outcomes.label("leaves").collect(leaves, leaving.number()).coverage(checker -> checker.check(true, 1).percentage(share -> share > 5));
    }

    @Guarantee
    @Label("nobody gets anything of a partition in which its cell is not, and nothing while nothing is executed")
    @Partitions.Checks({ACCESS_FOREIGN, ACCESS_IDLE})
    void strangersGetNothing(Subject subject, @ForAll("traces") Trace trace, @ForAll RegisterClass register, @ForAll @IntRange(max = 6) int which, @ForAll @IntRange(max = 7) int cellNumber,
                             @ForAll @IntRange(max = 7) int partitionNumber) {
        Hardware hardware = trace.hardware();
        Complex before = Happened.end(subject, trace);
        Cell cell = new Cell(cellNumber % hardware.cells());
        Partition partition = new Partition(partitionNumber % hardware.partitions());
        Processor processor = Staged.processor(cell);
        boolean idle = before.at(cell).phase() == Phase.RESET;
        boolean member = before.at(cell).assigned().contains(partition) || before.of(partition).route().has(cell);
        Discard.unless(idle || !member, "the cell is in the partition");
        Event event = Vector.<Event>of(new Event.Read(processor, partition, register), new Event.Write(processor, partition, register, new Word(-1)), new Event.Reconfigure(processor, partition),
            new Event.Answer(processor, partition, Staged.ONE, true), new Event.Instruct(processor, partition, cell, Change.Kind.JOIN), new Event.Instruct(processor, partition, cell, Change.Kind.MOVE),
            new Event.Instruct(processor, partition, cell, Change.Kind.LEAVE)).get(which);
        Reaction reaction = observed(subject.react(hardware, before, event));
        assertEquals(idle ? ACCESS_IDLE : ACCESS_FOREIGN, reaction.because());
        assertEquals(before, reaction.complex());
        Outcomes.label("idle").collect(idle).coverage(checker -> checker.check(false).percentage(share -> share > 20));
    }

    @Guarantee
    @Label("no access writes the status register, a route enable mask or the state of a link")
    @Partitions.Checks(REGISTER_HARDWIRED)
    void nobodyWritesTheStatus(Subject subject, @ForAll("traces") Trace trace, @ForAll @IntRange(max = 2) int which, @ForAll @IntRange(max = 7) int number, @ForAll("words") long value) {
        Hardware hardware = trace.hardware();
        Complex before = Happened.end(subject, trace);
        Cell cell = new Cell(number % hardware.cells());
        Option<Partition> partition = hardware.everyPartition().find(each -> before.isIn(cell, each) && before.at(cell).phase() != Phase.RESET);
        Discard.unless(partition.isDefined(), "the cell is in no partition, or in reset");
        Reaction reaction = observed(subject.react(hardware, before, new Event.Write(Staged.processor(cell), partition.get(), HARDWIRED.get(which), new Word(value))));
        assertEquals(REGISTER_HARDWIRED, reaction.because());
        assertEquals(before, reaction.complex());
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<Hardware> hardware() {
        return Traces.hardware();
    }

    @Provide
    Arbitrary<Trace> traces() {
        return Traces.traces(30);
    }
}
