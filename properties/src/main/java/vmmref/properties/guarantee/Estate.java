package vmmref.properties.guarantee;

import io.vavr.Lazy;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.Reply;
import vmmref.model.partition.Software;
import vmmref.properties.arbitrary.Division;
import vmmref.properties.arbitrary.Meddling;
import vmmref.properties.arbitrary.Populated;
import vmmref.vmm.monitor.Monitored;

/// A complex whose partitions run monitors with guests. Whatever their machines reach in memory they reach through the partition hardware.
///
/// @param tenants by the numbers of their partitions; each is made when it does something first
/// @param log     what came of each event since other software began, the last one last
record Estate(Subject subject, Division division, Territory territory, Complex complex, Vector<Lazy<Tenant>> tenants, Seq<Happened> log) {
    /// So many that no guest needs them that does anything.
    private static final int MOST_TURNS = 2000;
    private static final int WORD = 8;
    private static final long POISON = 0x6b6b_6b6b_6b6b_6b6bL;

    /// {@return it when software begins}
    static Estate of(Subject subject, Populated populated) {
        Division division = populated.division();
        Territory territory = Territory.of(division.hardware().partitions(), subject.monitored().rules().host().translator().dimensions());
        Complex begun = division.boot().appendAll(division.begin()).foldLeft(Complex.reset(division.hardware()), (complex, event) -> subject.react(division.hardware(), complex, event).complex());
        return new Estate(subject, division, territory, begun, tenants(subject, territory, populated), Vector.empty());
    }

    private static Vector<Lazy<Tenant>> tenants(Subject subject, Territory territory, Populated populated) {
        Division division = populated.division();
        return division.settled().zipWith(populated.tenants(), (partition, tenancy) -> Lazy.of(() -> Tenant.of(subject, territory, partition, tenancy, division.grants().size()))).toVector();
    }

    /// {@return the same division when software begins, where all partitions but one have other tenants}
    Estate beside(Partition own, Populated others) {
        return new Estate(subject, division, territory, complex, tenants(subject, territory, others).update(own.number(), tenants.get(own.number())), Vector.empty());
    }

    /// {@return how many instructions of guests were done}
    int done() {
        return tenants.filter(Lazy::isEvaluated).map(tenant -> tenant.get().done()).sum().intValue();
    }

    Tenant tenant(Partition partition) {
        return tenants.get(partition.number()).get();
    }

    /// {@return the same after an event, and what comes of it in memory and processors}
    Estate happened(Event event) {
        Reaction reaction = subject.react(division.hardware(), complex, event);
        Estate after = new Estate(subject, division, territory, reaction.complex(), tenants, log.append(new Happened(complex, event, reaction)));
        return switch (event) {
            case Event.Reach reach when !reaction.refused()                                                               -> after.written(reach);
            case Event.Interrupt interrupt when reaction.reply() instanceof Reply.Interrupted(var vector)                 -> after.raised(interrupt.partition(), vector.number());
            default                                                                                                       -> after;
        };
    }

    /// {@return the same after a processor has written to a page of another partition that it reaches}
    private Estate written(Event.Reach reach) {
        boolean foreign = !division.cells(reach.partition()).contains(reach.processor().cell()) && reach.partition().number() < tenants.size();
        return foreign ? happened(reach.partition(), new vmmref.model.event.Event.Write(territory.at(reach.partition(), reach.page()), WORD, POISON)) : this;
    }

    private Estate raised(Partition partition, int vector) {
        return partition.number() < tenants.size() && ExternalInterrupts.exists(vector) ? happened(partition, new vmmref.model.event.Event.Raise(vector)) : this;
    }

    private Estate happened(Partition partition, vmmref.model.event.Event event) {
        return new Estate(subject, division, territory, complex, tenants.update(partition.number(), tenants.get(partition.number()).map(tenant -> tenant.happened(event))), log);
    }

    private Estate with(Tenant tenant) {
        return new Estate(subject, division, territory, complex, tenants.update(tenant.partition().number(), Lazy.of(() -> tenant)), log);
    }

    Software software(Processor processor) {
        return complex.software(processor);
    }

    /// {@return the same after something of what goes on; trusted software tries nothing}
    Estate after(Meddling meddling) {
        return switch (meddling) {
            case Meddling.Runs(var partition, int instructions)                              -> with(tenant(partition).switched()).ran(partition, instructions);
            case Meddling.Boots(var cell, int events)                                        -> Vector.range(0, events).foldLeft(this, (now, number) -> now.onward(cell).map(now::happened).getOrElse(now));
            case Meddling.Asks(var event) when event instanceof Event.Leave                  -> happened(event);
            case Meddling.Asks(var event) when actor(event).forAll(each -> software(each) == Software.OTHER) -> happened(event);
            case Meddling.Asks asks                                                          -> this;
        };
    }

    /// {@return who asks, if it is a processor}
    static Option<Processor> actor(Event event) {
        return switch (event) {
            case Event.Asking asking   -> Option.some(asking.processor());
            case Event.Sending sending -> Option.some(sending.processor());
            case Event.Leave leave     -> Option.some(leave.processor());
            default                    -> Option.none();
        };
    }

    private Option<Event> onward(Cell cell) {
        CellState state = complex.at(cell);
        if (state.change().isDefined()) return Option.some(new Event.Proceed(cell));
        return switch (state.phase()) {
            case RESET      -> Option.some(new Event.Start(cell));
            case BLOCKED    -> Option.some(new Event.Release(cell));
            case RELEASED   -> Option.some(new Event.Rendezvous(cell));
            case RENDEZVOUS -> state.assigned().map(to -> new Event.Instruct(new Processor(cell, 0), to, cell, Change.Kind.JOIN));
            case JOINED     -> Option.some(new Event.HandOff(cell));
            case RUNNING    -> Option.none();
        };
    }

    /// {@return the same after a monitor has run until its guests have done some instructions, as far as the partition hardware lets it}
    Estate ran(Partition partition, int instructions) {
        Estate now = this;
        int until = tenant(partition).done() + instructions;
        Set<PhysicalAddress> open = HashSet.empty();
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            Tenant tenant = now.tenant(partition);
            if (tenant.isStopped() || tenant.done() >= until && !tenant.hosting().isExit() || now.software(division.processor(partition)) != Software.OTHER) break;
            Monitored.Moment moment = tenant.next();
            Set<PhysicalAddress> reached = tenant.reached(moment).removeAll(open);
            now = now.reaching(partition, reached);
            if (now.tenant(partition).isStopped()) break;
            open = open.addAll(reached);
            if (foreign(partition, reached).isEmpty()) now = now.turned(partition, tenant.after(moment), foreign(partition, open));
            now = now.shared(partition, foreign(partition, open));
        }
        return now;
    }

    /// {@return the same after the processor of a partition has asked for pages, up to the first that it does not get}
    private Estate reaching(Partition partition, Set<PhysicalAddress> pages) {
        Estate now = this;
        for (PhysicalAddress page : pages) {
            Territory.Located at = territory.located(partition, page);
            if (at.owner().isEmpty()) return now.with(now.tenant(partition).barred(at, Option.none()));
            Event event = new Event.Reach(division.processor(partition), at.owner().get(), at.page());
            Reaction reaction = subject.react(division.hardware(), now.complex, event);
            now = new Estate(subject, division, territory, reaction.complex(), tenants, now.log.append(new Happened(now.complex, event, reaction)));
            if (reaction.refused()) return now.with(now.tenant(partition).barred(at, Option.some(reaction.because())));
        }
        return now;
    }

    /// {@return pages that are somebody else's}
    private Seq<PhysicalAddress> foreign(Partition partition, Set<PhysicalAddress> pages) {
        return pages.filter(page -> !territory.located(partition, page).owner().contains(partition)).toVector();
    }

    /// {@return the same where a machine finds in pages of others what these have there}
    private Estate shared(Partition partition, Seq<PhysicalAddress> foreign) {
        return foreign.foldLeft(this, (now, page) -> now.owner(partition, page).map(owner -> now.with(now.tenant(partition).sharing(Vector.of(page), owner.memory()))).getOrElse(now));
    }

    /// {@return the same after a turn; what it has stored in pages of others is stored there}
    private Estate turned(Partition partition, Tenant after, Seq<PhysicalAddress> foreign) {
        Memory before = tenant(partition).memory();
        return Tenant.words(foreign).filter(at -> before.read(at, WORD) != after.memory().read(at, WORD)).foldLeft(with(after), (now, at) ->
            now.owner(partition, at).map(owner -> now.with(owner.happened(new vmmref.model.event.Event.Write(at, WORD, after.memory().read(at, WORD))))).getOrElse(now));
    }

    private Option<Tenant> owner(Partition from, PhysicalAddress at) {
        return territory.located(from, at).owner().filter(owner -> owner.number() < tenants.size()).map(this::tenant);
    }
}
