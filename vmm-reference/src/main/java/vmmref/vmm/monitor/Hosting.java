package vmmref.vmm.monitor;

import io.vavr.Function1;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.memory.HostTable;
import vmmref.vmm.memory.Numbering;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.SaveArea;

/// A machine on which guests run, and what the monitor knows.
///
/// @param rules   what the monitor does
/// @param monitor what it knows
/// @param machine on which a guest runs, or which has just called the monitor
public record Hosting(Monitoring rules, Monitor monitor, Machine machine) {
    private static final int WORD = 8;
    private static final int IC = 13;
    private static final int I = 14;
    /// RSC.pl of level 1.
    private static final long LEVEL = 1L << 2;
    private static final int TAG = 16;
    /// The same few tables come again and again.
    private static final Function1<HostTable, Memory> EMPTIED = Function1.of(Hosting::emptied).memoized();
    /// Page-table entries hold so many bits of a physical address.
    private static final int FRAME_BITS = 50;

    /// {@return a machine that is about to run the first processor of the first guest, with all that the host has}
    public static Hosting of(Monitoring rules, Seq<Guest> guests) {
        return of(rules, guests, Resources.of(rules.host().translator().dimensions()));
    }

    /// {@return a machine that is about to run the first processor of the first guest}
    public static Hosting of(Monitoring rules, Seq<Guest> guests, Resources resources) {
        Dimensions host = rules.host().translator().dimensions();
        HostTable table = HostTable.of(frames(host), resources.on(host).tableLog2(), resources.spares());
        Vector<VirtualProcessor> processors = guests.zipWithIndex().flatMap(guest -> guest._1.processors().map(bare -> new VirtualProcessor(guest._2, shown(rules, bare), Option.none(), bare.last(), Presence.OUTSIDE))).toVector();
        SaveArea area = rules.scratching().area(table.end(), processors.size());
        Copies copies = rules.patching().copies(area.end(), rules.window());
        guests.forEach(guest -> checked(table, copies.end(), host, guest.map()));
        Monitor monitor = new Monitor(guests.map(Guest::map).toVector(), processors, 0, Numbering.of(Resources.FIRST_REGION, resources.regions()), Numbering.of(Resources.FIRST_KEY, resources.keys()), table, 0, guests.foldLeft(HashMap.empty(), Hosting::registered), Pages.UNSEEN, area, copies);
        Memory memory = guests.foldLeft(EMPTIED.apply(table), (filled, guest) -> filled(filled, guest));
        return of(rules, monitor, machine(rules, monitor, host.pkrs(), memory));
    }

    private static Hosting of(Monitoring rules, Monitor monitor, Machine machine) {
        Machine belief = monitor.processor().belief();
        Answer entered = Resuming.of(Regions.pinned(Answer.begun(rules, monitor, machine)).then(Keys.move(0, Keys.monitor())), belief);
        return new Hosting(rules, entered.monitor(), entered.machine());
    }

    /// {@return the first machine, as firmware and the monitor have prepared it}
    private static Machine machine(Monitoring rules, Monitor monitor, int keys, Memory memory) {
        Machine first = rules.levels().real(monitor.processor().belief());
        Machine vectored = new Place.Control(RegisterNumber.IFS).with(new Place.Control(RegisterNumber.IVA).with(first, rules.window().vectors().bits()), 0L);
        return vectored.withAlat(Alat.EMPTY).withAddressing(vectored.addressing().withTlb(Tlb.EMPTY).withIndirect(watched(first.addressing().indirect())).withKeys(ProtectionKeyRegisters.zero(keys)).withPta(Tables.pta(rules.window(), monitor.table())).withPsr(first.psr().with(IC, false).with(I, false).withCpl(0))).withMemory(memory);
    }

    private static IndirectRegisters watched(IndirectRegisters believed) {
        return Vector.of(IndirectRegisters.File.IBR, IndirectRegisters.File.DBR).foldLeft(believed, (all, file) -> Vector.range(0, all.file(file).length())
            .foldLeft(all, (each, number) -> each.with(file, number, Breakpoints.real(new Place.Indirect(file, number), each.file(file).get(number)))));
    }

    /// {@return a guest's machine, on which a level that the hardware shows is shown}
    private static Machine shown(Monitoring rules, Machine bare) {
        long rsc = bare.application(RegisterNumber.RSC);
        return rules.levels() == Levels.SHOWN && (rsc >>> 2 & 3) == 0 ? new Place.Application(RegisterNumber.RSC).with(bare, rsc | LEVEL) : bare;
    }

    private static Memory filled(Memory memory, Guest guest) {
        return words(guest).foldLeft(memory, (filled, word) -> word.backing() instanceof Backing.Frames frames ? filled.with(word.at(frames), WORD, word.value()) : filled);
    }

    private static Map<Integer, Memory> registered(Map<Integer, Memory> devices, Guest guest) {
        return words(guest).foldLeft(devices, (filled, word) -> word.backing() instanceof Backing.Device device
            ? filled.put(device.number(), filled.getOrElse(device.number(), Memory.ZERO).with(device.register(word.offset()), WORD, word.value())) : filled);
    }

    /// A word of a guest's memory before it runs.
    ///
    /// @param offset in its page
    private record Placed(Backing backing, long offset, long value) {
        PhysicalAddress at(Backing.Frames frames) {
            return new PhysicalAddress(frames.first().bits() + offset);
        }
    }

    private static Seq<Placed> words(Guest guest) {
        Memory own = guest.processors().head().memory();
        return own.written().map(at -> new Placed(backing(guest.map(), at), at.bits() % GuestMap.PAGE, own.read(at, WORD)));
    }

    private static Backing backing(GuestMap map, PhysicalAddress at) {
        return map.at(GuestPhysicalAddress.of(at)).getOrElseThrow(() -> new IllegalArgumentException("the guest has no memory at " + at));
    }

    /// {@return where the frames of the monitor begin: in the upper half of what a translation can lead to}
    public static PhysicalAddress frames(Dimensions host) {
        return new PhysicalAddress(1L << frameBits(host) - 1);
    }

    private static int frameBits(Dimensions host) {
        return Math.min(host.physicalBits(), FRAME_BITS);
    }

    /// {@return a map whose frames the host has, and has for guests}
    ///
    /// @param end the first address behind what the monitor has
    /// @throws IllegalArgumentException if it has not
    static GuestMap checked(HostTable table, PhysicalAddress end, Dimensions host, GuestMap map) {
        map.runs().find(run -> run.backing() instanceof Backing.Frames(var first) && first.bits() + run.number() * GuestMap.PAGE > 1L << frameBits(host))
            .forEach(run -> { throw new IllegalArgumentException("the host has frames of " + frameBits(host) + " bits of address, and not all of " + run); });
        return table.apart(map, end);
    }

    /// {@return memory with a table of which no entry is valid}
    private static Memory emptied(HostTable table) {
        return Vector.range(0, table.number() + table.spares()).foldLeft(Memory.ZERO, (memory, entry) -> memory.with(new PhysicalAddress(table.entry(entry).bits() + TAG), WORD, Long.MIN_VALUE));
    }

    /// {@return whether the machine calls the monitor: a guest that only goes where the vectors are does not}
    public boolean isExit() {
        return machine.psr().cpl() == 0 && rules.window().isVector(machine.position().bundle());
    }

    /// {@return whether the instruction that comes next is one of the guest, and not one by which it comes to a stub and back}
    public boolean isOfGuest() {
        return Detouring.isOfGuest(this);
    }

    /// {@return the machine as the guest that runs believes it to be, between two instructions, without memory}
    public Machine believed() {
        Machine whole = machine.with(Effects.of(Detouring.returned(monitor.copies(), machine, machine.position())));
        Machine seen = monitor.processor().seen(whole, machine.psr(), rules);
        Position at = monitor.copies().ofGuest(machine.position());
        return rules.scratching().seen(monitor, machine, seen).withPosition(at).withLast(Detouring.bundle(monitor.copies(), monitor.processor().last(at, machine.last())));
    }

    /// {@return the memory of a guest at its own addresses, registers of devices among it, as far as it is not 0}
    public Memory memory(int guest) {
        GuestMap map = monitor.maps().get(guest);
        return monitor.devices().foldLeft(copied(Memory.ZERO, machine.memory(), map::behind), (found, device) -> copied(found, device._2, at -> map.behind(device._1, at)));
    }

    private static Memory copied(Memory to, Memory from, Function1<PhysicalAddress, Seq<PhysicalAddress>> behind) {
        return from.written().foldLeft(to, (found, at) -> behind.apply(at).foldLeft(found, (each, own) -> each.with(own, WORD, from.read(at, WORD))));
    }

    public Hosting with(Answer answer) {
        return new Hosting(rules, answer.monitor(), answer.machine());
    }

    Hosting with(Machine after) {
        return new Hosting(rules, monitor, after);
    }
}
