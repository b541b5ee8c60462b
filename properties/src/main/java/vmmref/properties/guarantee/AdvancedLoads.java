package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.protect.Access;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Levels;
import vmmref.vmm.scratch.Presence;

/// What the hardware remembers of the advanced loads of the guest that runs. It remembers none that the monitor has done.
///
/// @param hosting the machine on which it runs, and what the monitor knows
record AdvancedLoads(Hosting hosting) {

    /// {@return of what the guest's own machine remembers that which the hardware does, too; asserts that all else may be the monitor's}
    Alat kept(Alat own) {
        Alat real = hosting.machine().alat();
        if (own.entries().keySet().equals(real.entries().keySet())) return own;
        assertTrue(own.entries().keySet().containsAll(real.entries().keySet()), () -> "advanced loads of the guest are remembered that its own machine has lost: " + real + ", " + own);
        assertTrue(own.entries().filterKeys(tag -> !real.entries().containsKey(tag)).forAll(each -> isMonitors(each._1, each._2)), () -> "advanced loads of the guest are lost that its own machine remembers: " + real + ", " + own);
        return new Alat(own.entries().filterKeys(real.entries()::containsKey));
    }

    /// {@return whether the monitor may have done an advanced load: to a device or to a page that is caught, of a register that is not the guest's for a while, or a speculative one of a guest that may see no difference of its level}
    private boolean isMonitors(Alat.Tag tag, Alat.Range range) {
        return backing(range.start()).exists(each -> each instanceof Backing.Device) || isCaught(range.start()) || hosting.rules().levels() == Levels.HIDDEN || tag.floating() && hosting.monitor().processor().presence() == Presence.INSIDE;
    }

    private Option<Backing> backing(PhysicalAddress ofGuest) {
        return hosting.monitor().map().at(GuestPhysicalAddress.of(ofGuest));
    }

    private boolean isCaught(PhysicalAddress ofGuest) {
        return hosting.monitor().map().host(new GuestPhysicalAddress(ofGuest.bits())).exists(host -> !hosting.rules().watch().catching().opens(hosting.monitor().pages().state(host.bits() / GuestMap.PAGE), Access.READ));
    }
}
