package vmmref.vmm.monitor;

import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import vmmref.model.memory.Memory;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.HostTable;
import vmmref.vmm.memory.Numbering;
import vmmref.vmm.memory.Owner;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.scratch.SaveArea;

/// All that the monitor knows.
///
/// @param maps       where the memory of each virtual machine lies
/// @param processors the virtual processors, by number
/// @param running    the number of the one that runs
/// @param regions    which region identifiers of the host stand for those of the guests
/// @param keys       which keys of the host stand for those of the guests
/// @param table      the page table of the host
/// @param opened     the number of the protection-key register of the host that was loaded last
/// @param devices    what is in the registers of each device, by number
/// @param pages      what frames are used as
/// @param area       where the scratch set of each virtual processor is kept
/// @param copies     of code in which something is patched
public record Monitor(Vector<GuestMap> maps, Vector<VirtualProcessor> processors, int running, Numbering<Owner.Region> regions, Numbering<Owner.Key> keys, HostTable table, int opened, Map<Integer, Memory> devices, Pages pages, SaveArea area, Copies copies) {
    /// {@return the virtual processor that runs}
    public VirtualProcessor processor() {
        return processors.get(running);
    }

    /// {@return where the memory of the guest that runs lies}
    public GuestMap map() {
        return maps.get(processor().machine());
    }

    Monitor with(VirtualProcessor changed) {
        return with(running, changed);
    }

    Monitor with(int number, VirtualProcessor changed) {
        return new Monitor(maps, processors.update(number, changed), running, regions, keys, table, opened, devices, pages, area, copies);
    }

    Monitor with(int machine, GuestMap changed) {
        return new Monitor(maps.update(machine, changed), processors, running, regions, keys, table, opened, devices, pages, area, copies);
    }

    Monitor with(HostTable changed) {
        return new Monitor(maps, processors, running, regions, keys, changed, opened, devices, pages, area, copies);
    }

    Monitor withRunning(int number) {
        return new Monitor(maps, processors, number, regions, keys, table, opened, devices, pages, area, copies);
    }

    Monitor withRegions(Numbering<Owner.Region> changed) {
        return new Monitor(maps, processors, running, changed, keys, table, opened, devices, pages, area, copies);
    }

    Monitor withKeys(Numbering<Owner.Key> changed) {
        return new Monitor(maps, processors, running, regions, changed, table, opened, devices, pages, area, copies);
    }

    Monitor withOpened(int number) {
        return new Monitor(maps, processors, running, regions, keys, table, number, devices, pages, area, copies);
    }

    Monitor withDevice(int number, Memory registers) {
        return new Monitor(maps, processors, running, regions, keys, table, opened, devices.put(number, registers), pages, area, copies);
    }

    Monitor with(Pages changed) {
        return new Monitor(maps, processors, running, regions, keys, table, opened, devices, changed, area, copies);
    }

    Monitor with(Copies changed) {
        return new Monitor(maps, processors, running, regions, keys, table, opened, devices, pages, area, changed);
    }
}
