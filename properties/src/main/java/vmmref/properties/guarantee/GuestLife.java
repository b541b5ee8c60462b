package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.event.Event;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.multiprocessor.Multiprocessor;
import vmmref.model.multiprocessor.SharedTurn;
import vmmref.model.profile.Profile;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Resources;

/// Guests under a monitor, and each of them on a machine of its own, side by side.
///
/// @param monitored the machine and the monitor in turn
/// @param bare      turns of a guest's own machine
/// @param hosting   the machine on which they run, and what the monitor knows
/// @param own       each guest on a machine of its own
/// @param exits     how many exits there were
/// @param ended     why a guest does not go on
/// @param stuck     whether the guest that runs faults for ever, and so does its own machine
/// @param lived     what they have lived through
/// @param met       what they have met with in it
record GuestLife(Monitored monitored, SharedTurn bare, Hosting hosting, Vector<Multiprocessor> own, int exits, Option<Clause> ended, boolean stuck, Lived lived, Met met) {
    private static final int MOST_TURNS = 200;

    /// {@return guests before their first instructions}
    static GuestLife of(Monitored monitored, Seq<Guest> guests, Resources resources) {
        Monitoring rules = monitored.rules();
        return new GuestLife(monitored, new SharedTurn(new Turn(rules.guest(), rules.step())), Hosting.of(rules, guests, resources),
            guests.map(guest -> Multiprocessor.of(guest.processors().head().memory(), guest.processors())).toVector(), 0, Option.none(), false, Lived.beginning(rules, guests), Met.NOTHING);
    }

    private int guest() {
        return hosting.monitor().processor().machine();
    }

    /// {@return the number of the processor that runs among those of its guest}
    private int processor() {
        return hosting.monitor().processors().take(hosting.monitor().running()).count(each -> each.machine() == guest());
    }

    private Machine machine() {
        return own.get(guest()).processors().get(processor());
    }

    boolean isOver() {
        return stuck || ended.isDefined();
    }

    /// {@return the same after the processor that runs has done some instructions, or has ended, after each of which it is where its own machine is}
    GuestLife after(int instructions) {
        GuestLife life = this;
        for (int number = 0; number < instructions && !life.isOver(); number++) life = life.evicted().remembering().instructed().compared(life);
        return life;
    }

    /// {@return the same after the guest's own machine has the translations that the guest has, if walks may have changed either}
    private GuestLife evicted() {
        Tlb believed = hosting.monitor().processor().belief().addressing().tlb();
        return new WalkedCaches(monitored.rules().guest().translator(), machine(), believed).areWalked() ? with(machine().withTlb(believed)) : this;
    }

    /// {@return the same after the guest's own machine has lost what those advanced loads remembered that the monitor did, which remembers nothing}
    private GuestLife remembering() {
        Alat kept = new AdvancedLoads(hosting).kept(machine().alat());
        return kept == machine().alat() ? this : with(machine().withAlat(kept));
    }

    private GuestLife instructed() {
        GuestLife life = this;
        Option<Doer> doer = Option.none();
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            Monitored.Moment moment = life.monitored.next(life.hosting, Choice.USUAL);
            if (moment.retired()) doer = done(doer, moment.answer().map(Doer::of).getOrElse(Doer.of(life.hosting)));
            life = moment.answer().map(life::answered).getOrElse(life).at(moment.after(), moment.ended()).called(moment.taken());
            if (life.ended.isDefined()) return life.due();
            if (doer.isDefined() && !life.hosting.isExit()) return life.alone(life.exits > exits, doer.get());
        }
        return life.alone(true, doer.getOrElse(Doer.HARDWARE));
    }

    /// {@return who does an instruction, of those that have a share in it}
    private static Option<Doer> done(Option<Doer> before, Doer now) {
        return before.isEmpty() || now.isMonitor() ? Option.some(now) : before;
    }

    private GuestLife called(Seq<Interruption> taken) {
        return with(met.called(taken));
    }

    private GuestLife with(Met more) {
        return more == met ? this : new GuestLife(monitored, bare, hosting, own, exits, ended, stuck, lived, more);
    }

    /// Asserts that the guest has ended for a reason.
    private GuestLife due() {
        lived.then(new Deed.Turned(1)).tell();
        new GuestEnd(monitored.rules(), bare, hosting.monitor().map()).assertDue(own.get(guest()), processor(), ended.get());
        return this;
    }

    private GuestLife at(Hosting after, Option<Clause> because) {
        return new GuestLife(monitored, bare, after, own, exits, because, false, lived, met);
    }

    private GuestLife answered(Answer answer) {
        answer.decided().forEach(clause -> Observed.observed(answer, clause));
        Watched.answered(hosting, answer);
        return new GuestLife(monitored, bare, hosting.with(answer), own, exits + 1, answer.ended(), false, lived, met.answered(hosting.monitor(), answer.monitor()));
    }

    /// {@return the same after the guest's own machine has done an instruction, or is stuck}
    ///
    /// @param refetched whether the next instruction is fetched again, even if it is in the same bundle
    /// @param doer      who did the instruction
    private GuestLife alone(boolean refetched, Doer doer) {
        Multiprocessor all = own.get(guest());
        Met more = met;
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            SharedTurn.After after = bare.next(all, processor(), Choice.USUAL);
            if (!(after.turned().executed() instanceof Executed.Done)) throw new AssertionError("a guest's own machine ends with " + after.turned().executed() + " at " + machine().position());
            more = more.told(after.turned().taken());
            if (after.turned().isInstruction()) more = done(more, all.processors().get(processor()), doer);
            all = after.all();
            if (after.turned().isInstruction()) return with(more).with((refetched ? unfetched(all) : all).with(processor(), new Event.Tick(1)), false).told().then(new Deed.Turned(turns + 1)).then(new Deed.Ticked(1));
        }
        return with(more).with(all, true).then(new Deed.Contrived());
    }

    private Met done(Met before, Machine machine, Doer doer) {
        return doer == Doer.HARDWARE ? before.done(doer) : Direct.done(hosting, machine, monitored.rules().step(), doer).map(name -> before.done(doer).named(name, doer)).getOrElse(() -> before.done(doer));
    }

    /// {@return the same after the guest's own machine knows of an address that the host has not what the guest knows: a host that traps there tells only the bits that it implements, and tells it before the fetch}
    private GuestLife told() {
        if (!host().trapsUnimplementedFetch()) return this;
        Machine trapped = new Place.Control(RegisterNumber.IIP).with(machine(), implemented(new VirtualAddress(machine().control(RegisterNumber.IIP))).bits());
        VirtualAddress at = machine().position().bundle();
        if (implemented(at).equals(at)) return with(trapped);
        GuestLife beyond = with(machine().withPosition(Position.at(implemented(at).bits())));
        return beyond.with(bare.next(beyond.own.get(guest()), processor(), Choice.USUAL).all(), false);
    }

    private Profile host() {
        return monitored.rules().host().profile();
    }

    private VirtualAddress implemented(VirtualAddress address) {
        return address.implemented(host().dimensions().virtualBits());
    }

    /// {@return the same after the guest's own machine has lost what its advanced loads remembered, and what it has fetched}
    private GuestLife forgetting() {
        Machine lost = machine().withAlat(Alat.EMPTY);
        return with(lost.withPosition(lost.position().unfetched()));
    }

    /// {@return the same after the processor has fetched nothing, and has completed a change of PSR.ic, as it may at any time: a monitor that was called completes it}
    private Multiprocessor unfetched(Multiprocessor all) {
        Machine machine = all.processors().get(processor());
        return new Multiprocessor(all.processors().update(processor(), machine.withPosition(machine.position().unfetched()).withAddressing(machine.addressing().withInFlight(false))));
    }

    private GuestLife with(Machine changed) {
        return with(new Multiprocessor(own.get(guest()).processors().update(processor(), changed)), false);
    }

    /// {@return the same where the processor that runs goes on somewhere else}
    GuestLife at(Position position) {
        return with(machine().withPosition(position)).at(new Hosting(hosting.rules(), hosting.monitor(), hosting.machine().withPosition(position)), Option.none()).then(new Deed.Contrived());
    }

    private GuestLife with(Multiprocessor changed, boolean isStuck) {
        return new GuestLife(monitored, bare, hosting, own.update(guest(), changed), exits, ended, isStuck, lived, met);
    }

    private GuestLife then(Deed deed) {
        return new GuestLife(monitored, bare, hosting, own, exits, ended, stuck, lived.then(deed), met);
    }

    /// Asserts that the processor that runs is where its own machine is; what a guest believes of its translations changes at exits only.
    private GuestLife compared(GuestLife before) {
        if (isOver()) return this;
        Seq<String> differences = Observed.observed(GuestView.differences(evicted().machine(), hosting.believed(), exits > before.exits), Guests.GUESTS_ALIKE);
        if (!differences.isEmpty()) lived.tell();
        assertEquals(Vector.empty(), differences, () -> "after the instruction at " + machine().last());
        return this;
    }

    /// Asserts that whatever the hardware holds stands for what a guest believes.
    GuestLife sound() {
        if (!isOver()) assertEquals(Vector.empty(), Observed.observed(Standing.of(hosting), Guests.GUESTS_ISOLATED).strays());
        return this;
    }

    /// Asserts that the memory of each guest is that of its own machine.
    GuestLife remembered() {
        met.efficiency().counted();
        lived.tell();
        for (int guest = 0; !isOver() && guest < own.size(); guest++) assertEquals(own.get(guest).processors().head().memory(), hosting.memory(guest));
        return this;
    }

    /// {@return how it has ended, in a word}
    String end() {
        return ended.map(Object::toString).getOrElse(stuck ? "stuck" : "goes on");
    }

    /// {@return the same after another processor has been let go on, which has lost what its advanced loads remembered}
    GuestLife switched(int to) {
        GuestLife other = answered(hosting.rules().switched(hosting.monitor(), hosting.machine(), to));
        return other.then(new Deed.Switched(to)).forgetting().compared(this);
    }

    /// {@return the same after a device has stored a word to the memory of the guest that runs, and of its own machine}
    GuestLife transferred(GuestPhysicalAddress at, long word) {
        PhysicalAddress own = new PhysicalAddress(at.bits());
        Machine changed = machine().withMemory(machine().memory().with(own, 8, word)).withAlat(machine().alat().without(new Alat.Range(own, 8)));
        GuestLife stored = answered(hosting.rules().transferred(hosting.monitor(), hosting.machine(), guest(), at, word));
        return stored.with(changed).then(new Deed.Stored(guest(), at, word)).unfetching().compared(this);
    }

    /// {@return the same after the hardware has made turns by which no instruction is done; as it is where the monitor would be called}
    ///
    /// @param most how many there are at most
    GuestLife turned(int most) {
        GuestLife life = this;
        for (int turns = 0; turns < most && !life.hosting.isExit(); turns++) {
            Monitored.Moment moment = monitored.next(life.hosting, Choice.USUAL);
            if (moment.retired()) break;
            life = life.at(moment.after(), moment.ended()).then(new Deed.Contrived());
        }
        return life.hosting.isExit() || life.isOver() ? this : life;
    }

    /// {@return the same after the monitor has interrupted the processor that runs, and let it go on}
    GuestLife interrupted() {
        Answer answer = hosting.rules().switched(hosting.monitor(), hosting.machine(), hosting.monitor().running());
        GuestLife answered = answered(answer).at(Monitored.answered(hosting, answer).after(), answer.ended());
        GuestLife after = answer.retires() ? answered.alone(true, Doer.of(answer)).then(new Deed.Contrived()) : answered.then(new Deed.Switched(hosting.monitor().running()));
        return after.spilled().forgetting().compared(this);
    }

    /// {@return the same after the guest's own machine has stored or loaded as many stacked registers as the guest, which may have been interrupted in the middle of them}
    private GuestLife spilled() {
        Multiprocessor all = own.get(guest());
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            if (all.processors().get(processor()).stack().equals(hosting.believed().stack())) return with(all, false);
            SharedTurn.After after = bare.next(all, processor(), Choice.USUAL);
            if (after.turned().isInstruction() || !after.turned().taken().isEmpty()) return this;
            all = after.all();
        }
        return this;
    }

    private GuestLife unfetching() {
        return with(machine().withPosition(machine().position().unfetched()));
    }

    /// {@return the same after the memory of a guest lies in other frames, with what is in it}
    GuestLife moved(int guest, GuestMap map) {
        Memory from = hosting.memory(guest);
        Map<Long, ? extends Seq<PhysicalAddress>> frames = hosting.machine().memory().written().groupBy(at -> at.bits() / GuestMap.PAGE);
        Memory emptied = frames.filterKeys(frame -> !map.behind(new PhysicalAddress(frame * GuestMap.PAGE)).isEmpty()).values().<PhysicalAddress>flatMap(words -> words).foldLeft(hosting.machine().memory(), (memory, at) -> memory.with(at, 8, 0));
        Memory copied = from.written().foldLeft(emptied, (memory, at) -> map.at(new GuestPhysicalAddress(at.bits())).get() instanceof Backing.Frames(var first)
            ? memory.with(new PhysicalAddress(first.bits() + at.bits() % GuestMap.PAGE), 8, from.read(at, 8)) : memory);
        return answered(hosting.rules().remapped(hosting.monitor(), hosting.machine().withMemory(copied), guest, map)).then(new Deed.Moved(guest, map)).forgetting().compared(this);
    }
}
