package vmmref.model.partition;

import static vmmref.spec.Partitions.ACCESS_IDLE;

import vmmref.model.profile.Profile;

/// The rules of the partition hardware as a value: one question each. A wrong machine is this record with one answer replaced.
///
/// @param hardware  what the complex is made of
/// @param code      what a receiver takes two bits for
/// @param aggregate what the status of a partition is
/// @param shown     what a refused read gives
/// @param life      the phases of cells
/// @param itinerary the steps of changes of routing
/// @param gate      whether a cell may change a route enable mask
/// @param closing   what the end of a change leaves of the statuses
/// @param stamp     the status that hardware appends to a packet
/// @param agreement whether a consent is enough to enable a link
public record Partitioner(Hardware hardware, Code code, Aggregate aggregate, Shown shown, CellLife life, Itinerary itinerary, RouteGate gate, Closing closing,
                          Stamp stamp, Agreement agreement) {

    /// {@return the rules as the chapter states them}
    public static Partitioner architected(Profile profile) {
        return new Partitioner(Hardware.of(profile), Code::architected, Aggregate::architected, Shown::architected, CellLife.architected(), Itinerary.architected(), RouteGate::architected,
            Closing::architected, Stamp::architected, Agreement::architected);
    }

    /// {@return what comes of an event}
    public Reaction react(Complex complex, Event event) {
        StateMachine machine = new StateMachine(hardware, code);
        Reaction reaction = reaction(machine, complex, event);
        return reaction.with(machine.ended(reaction.course(), complex));
    }

    private Reaction reaction(StateMachine machine, Complex complex, Event event) {
        return switch (event) {
            case Event.Tick tick            -> machine.tick(complex);
            case Event.Stick stick          -> machine.stick(complex, stick);
            case Event.Leave(var processor) -> machine.leave(complex, processor);
            case Event.OfCell ofCell        -> new Life(hardware, machine, life).react(complex, ofCell);
            case Event.Proceed(var cell)    -> routing(machine).proceed(complex, cell);
            case Event.Asking asking        -> asked(machine, complex, asking);
            case Event.Request request      -> links(machine).request(complex, request.one(), request.other());
            case Event.Expire expire        -> links(machine).expire(complex, expire.one(), expire.other());
            case Event.Sending sending      -> sent(complex, sending);
        };
    }

    private Reaction asked(StateMachine machine, Complex complex, Event.Asking asking) {
        return switch (asking) {
            case Event.Read read               -> controllers(machine).read(complex, read);
            case Event.Write write             -> controllers(machine).write(complex, write);
            case Event.Instruct instruct       -> routing(machine).instruct(complex, instruct);
            case Event.Answer answer           -> links(machine).answer(complex, answer);
            case Event.Reconfigure reconfigure -> Controllers.stranger(complex, asking.processor(), asking.partition())
                .map(because -> Reaction.refused(complex, because))
                .getOrElse(() -> new Life(hardware, machine, life).reconfigure(complex, asking.partition()));
        };
    }

    private Reaction sent(Complex complex, Event.Sending sending) {
        if (complex.software(sending.processor()) == Software.NONE) return Reaction.refused(complex, ACCESS_IDLE);
        return switch (sending) {
            case Event.Packet packet       -> new Fabric(hardware, stamp).take(complex, packet);
            case Event.Data data           -> new Crossings(hardware).data(complex, data);
            case Event.Reach reach         -> new Crossings(hardware).reach(complex, reach);
            case Event.Interrupt interrupt -> new Crossings(hardware).interrupt(complex, interrupt);
        };
    }

    private Controllers controllers(StateMachine machine) {
        return new Controllers(hardware, machine, aggregate, shown);
    }

    private Routing routing(StateMachine machine) {
        return new Routing(hardware, machine, life, itinerary, gate, closing);
    }

    private Links links(StateMachine machine) {
        return new Links(controllers(machine), agreement);
    }

    /// {@return what the controller of a partition sees}
    public Statuses seen(Complex complex, Partition partition) {
        return new StateMachine(hardware, code).seen(complex, partition);
    }

    /// {@return what a register of a partition holds}
    public Word value(Complex complex, Partition partition, RegisterClass register) {
        return controllers(new StateMachine(hardware, code)).value(complex, partition, register);
    }

    public Partitioner on(Profile profile) {
        return on(Hardware.of(profile));
    }

    public Partitioner on(Hardware changed) {
        return new Partitioner(changed, code, aggregate, shown, life, itinerary, gate, closing, stamp, agreement);
    }

    public Partitioner withCode(Code changed) {
        return new Partitioner(hardware, changed, aggregate, shown, life, itinerary, gate, closing, stamp, agreement);
    }

    public Partitioner withAggregate(Aggregate changed) {
        return new Partitioner(hardware, code, changed, shown, life, itinerary, gate, closing, stamp, agreement);
    }

    public Partitioner withShown(Shown changed) {
        return new Partitioner(hardware, code, aggregate, changed, life, itinerary, gate, closing, stamp, agreement);
    }

    public Partitioner withLife(CellLife changed) {
        return new Partitioner(hardware, code, aggregate, shown, changed, itinerary, gate, closing, stamp, agreement);
    }

    public Partitioner withItinerary(Itinerary changed) {
        return new Partitioner(hardware, code, aggregate, shown, life, changed, gate, closing, stamp, agreement);
    }

    public Partitioner withGate(RouteGate changed) {
        return new Partitioner(hardware, code, aggregate, shown, life, itinerary, changed, closing, stamp, agreement);
    }

    public Partitioner withClosing(Closing changed) {
        return new Partitioner(hardware, code, aggregate, shown, life, itinerary, gate, changed, stamp, agreement);
    }

    public Partitioner withStamp(Stamp changed) {
        return new Partitioner(hardware, code, aggregate, shown, life, itinerary, gate, closing, changed, agreement);
    }

    public Partitioner withAgreement(Agreement changed) {
        return new Partitioner(hardware, code, aggregate, shown, life, itinerary, gate, closing, stamp, changed);
    }
}
