package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Tenancy;
import vmmref.spec.Clause;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Resources;

/// A monitor with guests on the machine of a partition.
///
/// @param monitored the machine and the monitor in turn
/// @param hosting   where they are
/// @param over      whether the guest that runs does not go on
/// @param barred    what the partition hardware did not let the machine do, after which it does nothing
/// @param exits     how often the monitor was called
/// @param done      how many instructions of guests were done
record Tenant(Territory territory, Partition partition, Monitored monitored, Hosting hosting, boolean over, Option<Barred> barred, int exits, int done) {
    private static final Resources FEW = new Resources(15, 4, 20, 3);
    private static final int WORD = 8;
    private static final int PENDING = 4;
    private static final int COPIES = 2;
    private static final int STUBS_LOG2 = 14;

    /// What partition hardware has refused to a machine.
    record Barred(Territory.Located at, Option<Clause> because) { }

    static Tenant of(Subject subject, Territory territory, Partition partition, Tenancy tenancy, int settled) {
        Monitored plain = subject.monitored();
        Monitored monitored = tenancy.patches() ? new Monitored(plain.rules().catching(Catching.KEYS).patching(COPIES, STUBS_LOG2), plain.turn()) : plain;
        Seq<Guest> guests = tenancy.guests().zipWithIndex((scene, number) -> Guest.of(scene.machine(monitored.rules().guest().translator().dimensions()), tenancy.map(number, territory.end(partition), territory.others(partition, settled))));
        return new Tenant(territory, partition, monitored, Hosting.of(monitored.rules(), guests, FEW), false, Option.none(), 0, 0);
    }

    boolean isStopped() {
        return over || barred.isDefined();
    }

    /// {@return what comes next, if the hardware lets it}
    Monitored.Moment next() {
        return monitored.next(hosting, Choice.USUAL);
    }

    /// {@return the pages that the machine reaches in that, each by where it begins}
    Set<PhysicalAddress> reached(Monitored.Moment moment) {
        return Footprint.of(monitored.turn(), hosting, moment.answer());
    }

    Tenant after(Monitored.Moment moment) {
        return new Tenant(territory, partition, monitored, moment.after(), moment.ended().isDefined(), barred, exits + (moment.answer().isDefined() ? 1 : 0), done + (moment.retired() ? 1 : 0));
    }

    Tenant barred(Territory.Located at, Option<Clause> because) {
        return new Tenant(territory, partition, monitored, hosting, over, Option.some(new Barred(at, because)), exits, done);
    }

    /// {@return the same after the next guest was let go on}
    Tenant switched() {
        if (isStopped() || hosting.isExit()) return this;
        int to = (hosting.monitor().running() + 1) % hosting.monitor().processors().size();
        return with(hosting.with(hosting.rules().switched(hosting.monitor(), hosting.machine(), to)));
    }

    private Tenant with(Hosting changed) {
        return new Tenant(territory, partition, monitored, changed, over, barred, exits, done);
    }

    /// {@return the same after something has happened to its machine from outside}
    Tenant happened(Event event) {
        return with(hosting.machine().with(Events.of(hosting.machine(), event)));
    }

    private Tenant with(Machine changed) {
        return with(new Hosting(hosting.rules(), hosting.monitor(), changed));
    }

    /// {@return the same where pages hold what they hold in somebody else's memory}
    Tenant sharing(Seq<PhysicalAddress> pages, Memory from) {
        return with(hosting.machine().withMemory(copied(hosting.machine().memory(), pages, from)));
    }

    private static Memory copied(Memory to, Seq<PhysicalAddress> pages, Memory from) {
        return words(pages).foldLeft(to, (memory, at) -> memory.with(at, WORD, from.read(at, WORD)));
    }

    static Seq<PhysicalAddress> words(Seq<PhysicalAddress> pages) {
        return pages.flatMap(page -> Vector.rangeBy(page.bits(), page.bits() + GuestMap.PAGE, WORD).map(PhysicalAddress::new));
    }

    Memory memory() {
        return hosting.machine().memory();
    }

    /// {@return its machine, but for what others may change where something is permitted to them: the pages of its window, and which interrupts are pending}
    ///
    /// @param permits whether something is
    Machine seen(boolean permits) {
        if (!permits) return hosting.machine();
        Seq<PhysicalAddress> window = Vector.of(1, 2).map(page -> territory.at(partition, new Page(page)));
        Machine closed = hosting.machine().withMemory(copied(memory(), window, Memory.ZERO));
        return Vector.range(0, PENDING).foldLeft(closed, (machine, number) -> new Place.Control(RegisterNumber.IRR + number).with(machine, 0L));
    }
}
