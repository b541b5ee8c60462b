/// Where a reference ended that the monitor made for its guest.
package vmmref.vectors.gpmap;

import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.word.Bits;
import vmmref.spec.Guests;
import vmmref.vectors.xlate.Bytes;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Privileged;

/// Of frames, the monitor's own loads and stores show it. Registers of devices hold bytes that tell the pages of devices apart, so that what is loaded shows it, or what has changed.
final class Emulated {
    private static final int WORD = 8;
    /// The monitor loads whole words, and the two of a bundle: a reference is to where its own last four bits say.
    private static final long BUNDLE = 16;
    /// A byte in each of eight.
    private static final long EACH = 0x0101_0101_0101_0101L;

    private Emulated() { }

    /// {@return where it ended, if the monitor made it}
    static Option<Landing> landing(Hosting before, Answer answer, Reference reference) {
        if (reference.type() == ReferenceType.FETCH || !answer.retires() && !reference.type().isOfStack()) return Option.none();
        Option<Landing> reached = device(before, answer, reference).orElse(() -> frame(answer, reference)).map(place -> new Landing.Reached(place, Option.none(), Guests.MEMORY_MAPPED));
        if (!answer.retires() || reached.isDefined() && !value(answer, Planting.DATA).nat()) return reached;
        return Option.some(value(answer, Planting.DATA).nat() ? new Landing.Deferred(Guests.DEFERRAL_PASSED) : new Landing.Dropped(Guests.INSTRUCTION_EMULATED));
    }

    private static GeneralValue value(Answer answer, int register) {
        return answer.machine().general(register);
    }

    private static Option<String> frame(Answer answer, Reference reference) {
        Seq<PhysicalAddress> places = answer.done().flatMap(operation -> switch (operation) {
            case Privileged.Loading(var at)                                 -> reference.type().access().writes() ? Option.none() : Option.some(new PhysicalAddress(at.bits() & -BUNDLE | reference.address().bits() & BUNDLE - 1));
            case Privileged.Storing(var at, var size, var value, var after) -> Option.when(reference.type().access().writes(), at);
            default                                                         -> Option.<PhysicalAddress>none();
        });
        return places.filter(NamedMap::isFrame).lastOption().map(NamedMap::nameOfHost);
    }

    private static Option<String> device(Hosting before, Answer answer, Reference reference) {
        Map<Integer, Memory> devices = answer.monitor().devices();
        Option<Tuple2<Integer, PhysicalAddress>> changed = devices.toVector().flatMap(device -> Bytes.changed(before.monitor().devices().getOrElse(device._1, Memory.ZERO), device._2).map(at -> new Tuple2<>(device._1, at))).headOption();
        Option<Tuple2<Integer, PhysicalAddress>> loaded = devices.toVector().flatMap(device -> device._2.written().filter(at -> isLoaded(answer, reference, device._2.read(at, WORD))).map(at -> new Tuple2<>(device._1, at))).headOption();
        return (reference.type().access().writes() ? changed : loaded).map(place -> NamedMap.nameOfDevice(place._1, place._2.bits() & -GuestMap.PAGE | reference.address().bits() & GuestMap.PAGE - 1));
    }

    /// {@return whether bytes of a device are in the register that is loaded, or in a stacked one}
    private static boolean isLoaded(Answer answer, Reference reference, long bytes) {
        long mask = Bits.ones(8 * reference.size());
        return reference.type().isOfStack()
            ? Vector.range(GeneralRegisters.STACKED, GeneralRegisters.NUMBER).exists(physical -> answer.machine().general().get(physical).bits() == bytes)
            : (value(answer, Planting.DATA).bits() & mask) == (bytes & mask);
    }

    /// {@return devices that hold, wherever a reference may go, what tells their pages apart; they are filled once}
    static Map<Integer, Memory> devices(Map<Integer, Memory> devices, GuestMap map, VirtualAddress address) {
        return map.runs().filter(run -> run.backing() instanceof Backing.Device).foldLeft(devices, (all, run) -> {
            Backing.Device device = (Backing.Device) run.backing();
            Memory filled = Vector.range(0L, run.number()).foldLeft(all.getOrElse(device.number(), Memory.ZERO), (memory, page) -> {
                PhysicalAddress at = ((Backing.Device) device.later(page)).register(address.bits() & GuestMap.PAGE - WORD);
                return memory.with(at, WORD, EACH * (1 + device.number() * NamedMap.DEVICE_PAGES + device.page() + page));
            });
            return all.put(device.number(), filled);
        });
    }
}
