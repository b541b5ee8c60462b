package vmmref.model.partition;

import static vmmref.spec.Partitions.ACCESS_CLOSED;
import static vmmref.spec.Partitions.ACCESS_FOREIGN;
import static vmmref.spec.Partitions.ACCESS_IDLE;
import static vmmref.spec.Partitions.ACCESS_PERFORMED;
import static vmmref.spec.Partitions.REGISTER_HARDWIRED;

import io.vavr.control.Option;
import vmmref.model.partition.Hardware.Gate;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// Who may do what with the registers of controllers.
///
/// @param aggregate what the status of a partition is
/// @param shown     what a refused read gives
record Controllers(Hardware hardware, StateMachine machine, Aggregate aggregate, Shown shown) {

    /// {@return what forbids a processor whatever it asks for}
    @Partitions.Rule({ACCESS_IDLE, ACCESS_FOREIGN})
    static Option<Clause> stranger(Complex complex, Processor processor, Partition partition) {
        if (complex.software(processor) == Software.NONE)    return Option.some(ACCESS_IDLE);
        if (!complex.isIn(processor.cell(), partition))      return Option.some(ACCESS_FOREIGN);
        return Option.none();
    }

    /// {@return what is open to a processor}
    Opening opening(Complex complex, Processor processor, Partition partition) {
        Statuses seen = machine.seen(complex, partition);
        return hardware.opening(hardware.gate() == Gate.PROCESSOR ? Status.of(seen.isSecure(hardware.place(processor))) : aggregate.of(hardware, complex, partition, seen));
    }

    Reaction read(Complex complex, Event.Read read) {
        return closed(complex, read, read.register(), false)
            .map(because -> new Reaction(because == ACCESS_IDLE ? Reply.Refused.REFUSED : shown.of(hardware, complex, read), true, because, Course.of(complex)))
            .getOrElse(() -> new Reaction(new Reply.Value(value(complex, read.partition(), read.register())), false, ACCESS_PERFORMED, Course.of(complex)));
    }

    Reaction write(Complex complex, Event.Write write) {
        return closed(complex, write, write.register(), true)
            .map(because -> new Reaction(because == ACCESS_IDLE ? Reply.Refused.REFUSED : ignored(), true, because, Course.of(complex)))
            .getOrElse(() -> Reaction.done(written(Course.of(complex), write), ACCESS_PERFORMED));
    }

    private Option<Clause> closed(Complex complex, Event.Asking asking, RegisterClass register, boolean writes) {
        return stranger(complex, asking.processor(), asking.partition())
            .orElse(() -> Option.when(writes && isHardwired(register), REGISTER_HARDWIRED))
            .orElse(() -> isOpen(opening(complex, asking.processor(), asking.partition()), register, writes));
    }

    @Partitions.Rule(REGISTER_HARDWIRED)
    private static boolean isHardwired(RegisterClass register) {
        return switch (register) {
            case STATUS, ROUTE, LINK                   -> true;
            case FIREWALL, SHARING, INTERRUPT, GENERAL -> false;
        };
    }

    @Partitions.Rule({ACCESS_CLOSED, ACCESS_PERFORMED})
    private static Option<Clause> isOpen(Opening opening, RegisterClass register, boolean writes) {
        return Option.when(!(writes ? opening.isWritable(register) : opening.isReadable(register)), ACCESS_CLOSED);
    }

    Word value(Complex complex, Partition partition, RegisterClass register) {
        Controller controller = complex.of(partition);
        return new Word(switch (register) {
            case STATUS    -> Integer.toUnsignedLong(machine.seen(complex, partition).secure());
            case ROUTE     -> controller.route().mask();
            case LINK      -> controller.asked().mask() | (long) controller.consented().mask() << 8 | (long) controller.enabled().mask() << 16;
            case FIREWALL  -> controller.firewall().bits();
            case SHARING   -> controller.sharing().bits();
            case INTERRUPT -> controller.interrupt().bits();
            case GENERAL   -> controller.general().bits();
        });
    }

    private static Course written(Course course, Event.Write write) {
        long bits = write.value().bits();
        return switch (write.register()) {
            case FIREWALL            -> course.put(new Place.FirewallOf(write.partition()), new Firewall(bits), ACCESS_PERFORMED);
            case SHARING             -> course.put(new Place.SharingOf(write.partition()), new Sharing(bits), ACCESS_PERFORMED);
            case INTERRUPT           -> course.put(new Place.InterruptsOf(write.partition()), new InterruptList(bits), ACCESS_PERFORMED);
            case GENERAL             -> course.put(new Place.General(write.partition()), write.value(), ACCESS_PERFORMED);
            case STATUS, ROUTE, LINK -> throw new IllegalStateException("no access writes " + write.register());
        };
    }

    private Reply ignored() {
        return switch (hardware.refusal()) {
            case ONES    -> Reply.Done.DONE;
            case NOTHING -> new Reply.Silent();
            case ERROR   -> new Reply.Failed();
        };
    }

}
