/// The memory of all guests: frames where the host has them, and registers of devices behind them.
package vmmref.vectors.vmm;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.xlate.Bytes;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

final class Frames {
    private static final long DEVICES = 0x100_0000_0000L;
    /// As many bytes as there is room for registers of a device.
    private static final int DEVICE_LOG2 = 24;
    private static final int WORD = 8;

    private Frames() { }

    /// {@return the memory in which guests lie}
    static Memory of(Seq<Start> guests) {
        return guests.foldLeft(Memory.ZERO, (memory, guest) -> guest.map().onHost(guest.bare().memory(), memory));
    }

    /// {@return what a guest has in its memory}
    static Memory ofGuest(Memory frames, NamedMap map) {
        return frames.written().foldLeft(Memory.ZERO, (memory, at) -> addresses(map, at).foldLeft(memory, (each, own) -> each.with(own, WORD, frames.read(at, WORD))));
    }

    private static Seq<PhysicalAddress> addresses(NamedMap map, PhysicalAddress at) {
        if (at.bits() < DEVICES) return map.map().behind(at);
        return map.map().runs().filter(run -> run.backing() instanceof Backing.Device).flatMap(run -> {
            Backing.Device device = (Backing.Device) run.backing();
            long offset = at.bits() - address(device.number(), device.register(0).bits()).bits();
            return Option.when(offset >= 0 && offset < run.number() * GuestMap.PAGE, () -> new PhysicalAddress(run.first() * GuestMap.PAGE + offset));
        });
    }

    /// {@return the same after a guest's memory has changed; none where it wrote to what it does not have}
    static Option<Memory> written(Memory frames, NamedMap map, Memory before, Memory after) {
        return Bytes.changed(before, after).foldLeft(Option.some(frames), (memory, at) -> memory.flatMap(each -> place(map, at).map(to -> each.with(to, WORD, after.read(at, WORD)))));
    }

    /// {@return where a word of a guest lies}
    private static Option<PhysicalAddress> place(NamedMap map, PhysicalAddress ofGuest) {
        GuestPhysicalAddress at = GuestPhysicalAddress.of(ofGuest);
        return map.map().at(at).map(backing -> backing instanceof Backing.Device device ? address(device.number(), device.register(ofGuest.bits() % GuestMap.PAGE).bits()) : map.map().host(at).get());
    }

    private static PhysicalAddress address(int device, long register) {
        return new PhysicalAddress(DEVICES + ((long) device << DEVICE_LOG2) + register);
    }

    /// {@return the memory of a host, with the registers of devices}
    static Memory of(Memory host, Map<Integer, Memory> devices) {
        Memory frames = host.written().filter(NamedMap::isFrame).foldLeft(Memory.ZERO, (memory, at) -> memory.with(at, WORD, host.read(at, WORD)));
        return devices.foldLeft(frames, (memory, device) -> device._2.written().foldLeft(memory, (each, at) -> each.with(address(device._1, at.bits()), WORD, device._2.read(at, WORD))));
    }

    /// {@return the words that two memories hold differently, by name, and what the second one holds there}
    static Map<String, String> different(Memory before, Memory after) {
        return Bytes.changed(before, after).foldLeft(LinkedHashMap.empty(), (places, at) -> places.put(name(at), Bytes.text(after, at)));
    }

    private static String name(PhysicalAddress at) {
        return at.bits() < DEVICES ? NamedMap.nameOfHost(at) : NamedMap.nameOfDevice((int) (at.bits() - DEVICES >> DEVICE_LOG2), at.bits() - DEVICES & (1 << DEVICE_LOG2) - 1);
    }
}
