package vmmref.properties.guarantee;

import static vmmref.spec.Guests.GUESTS_ALIKE;
import static vmmref.spec.Guests.GUESTS_ISOLATED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.machine.Machine;
import vmmref.properties.arbitrary.kernel.GuestKernel;
import vmmref.properties.arbitrary.kernel.GuestKernels;
import vmmref.spec.Guests;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Resources;

/// What holds of operating systems under a monitor that patches their code.
class KernelGuarantees {
    private static final int MOST = 250;
    private static final long FIRST = 1L << 40;
    private static final Resources HOST = new Resources(15, 64, 1 << 10, 1 << 10);

    @Guarantee
    @Costs(64)
    @Label("an operating system and its processes are after each instruction where they would be on a machine of their own")
    @Guests.Checks({GUESTS_ALIKE, GUESTS_ISOLATED})
    void alike(Subject subject, @ForAll("kernels") GuestKernel kernel, @ForAll("ways") Catching catching) {
        Monitored monitored = patching(subject, catching);
        GuestLife life = GuestLife.of(monitored, Vector.of(guest(monitored, kernel, 0)), HOST).after(MOST).sound().remembered();
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
    }

    private static Monitored patching(Subject subject, Catching catching) {
        Monitored monitored = subject.monitored();
        return new Monitored(monitored.rules().catching(catching).patching(8, 14), monitored.turn());
    }

    private static Guest guest(Monitored monitored, GuestKernel kernel, int number) {
        Machine bare = kernel.machine(monitored.rules().guest().translator().dimensions());
        return Guest.of(bare, kernel.map(FIRST + ((long) number << 24)));
    }

    @Provide
    Arbitrary<GuestKernel> kernels() {
        return GuestKernels.kernels();
    }

    @Provide
    Arbitrary<Catching> ways() {
        return Arbitraries.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT);
    }
}
