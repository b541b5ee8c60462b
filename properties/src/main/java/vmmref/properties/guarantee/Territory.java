package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.profile.Dimensions;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Hosting;

/// Whose the memory of a complex is, as each partition sees it: one range for each partition, in their order, and from where a monitor has its frames on what lies beside the partition's own cells.
///
/// @param partitions how many there are
/// @param near       where what lies beside its own cells begins
record Territory(int partitions, PhysicalAddress near) {
    private static final int LOG2 = 35;
    private static final int NEAR_PAGE = 1 << 23;

    /// A page of somebody's memory.
    ///
    /// @param owner none where there is no memory
    record Located(Option<Partition> owner, Page page) { }

    static Territory of(int partitions, Dimensions host) {
        return new Territory(partitions, Hosting.frames(host));
    }

    /// {@return where the memory of a partition begins}
    long first(Partition partition) {
        return partition.number() + 1L << LOG2;
    }

    /// {@return the first address behind the memory of a partition}
    long end(Partition partition) {
        return partition.number() + 2L << LOG2;
    }

    /// {@return where a page of a partition begins}
    PhysicalAddress at(Partition partition, Page page) {
        return new PhysicalAddress(first(partition) + (long) page.number() * GuestMap.PAGE);
    }

    /// {@return whether a page of a partition lies beside its own cells: it is the monitor's}
    static boolean isNear(Page page) {
        return page.number() >= NEAR_PAGE;
    }

    /// {@return which page a partition reaches at an address}
    Located located(Partition from, PhysicalAddress at) {
        int page = (int) (at.bits() >>> GuestMap.PAGE_LOG2) & NEAR_PAGE - 1;
        if (at.bits() >= near.bits()) return new Located(Option.some(from), new Page(page | NEAR_PAGE));
        long number = (at.bits() >>> LOG2) - 1;
        return new Located(Option.when(number >= 0 && number < partitions, () -> new Partition((int) number)), new Page(page));
    }

    /// {@return where the memory of other partitions begins, the next one first}
    Seq<Long> others(Partition partition, int settled) {
        return Vector.range(1, settled).map(distance -> first(new Partition((partition.number() + distance) % settled)));
    }
}
