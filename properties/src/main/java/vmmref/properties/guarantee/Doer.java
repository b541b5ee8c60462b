package vmmref.properties.guarantee;

import static vmmref.spec.FirstAccesses.BYTES_OWN;
import static vmmref.spec.Guests.DEVICE_REACHED;
import static vmmref.spec.Guests.INSTRUCTION_EMULATED;
import static vmmref.spec.PatchedPages.PATCH_TRAPPED;
import static vmmref.spec.ScratchRegisters.USE_EMULATED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import vmmref.spec.Clause;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;

/// Who does an instruction of a guest.
enum Doer {
    /// The hardware, where the guest has it: it runs unmodified.
    HARDWARE(""),
    /// The hardware, in a stub that stands for its bundle.
    STUB("stub for "),
    /// The monitor, called by a break that stands for it.
    BREAK("break for "),
    /// The monitor, called by the instruction itself.
    MONITOR("emulated ");

    private static final Set<Clause> EMULATING = HashSet.of(INSTRUCTION_EMULATED, DEVICE_REACHED, BYTES_OWN, USE_EMULATED);

    private final String label;

    Doer(String label) {
        this.label = label;
    }

    /// {@return how what is said of an instruction begins that was done so}
    String label() {
        return label;
    }

    /// {@return who does an instruction that the hardware does next}
    static Doer of(Hosting hosting) {
        return hosting.monitor().copies().detoured(hosting.machine().position().bundle()).isDefined() ? STUB : HARDWARE;
    }

    /// {@return who has done an instruction that an answer says is done: where nothing says that the monitor has, it is one with which a stub begins}
    static Doer of(Answer answer) {
        if (!answer.decided().exists(EMULATING::contains)) return STUB;
        return answer.decided().contains(PATCH_TRAPPED) ? BREAK : MONITOR;
    }

    boolean isMonitor() {
        return this == BREAK || this == MONITOR;
    }
}
