package vmmref.vmm.monitor;

import static vmmref.spec.FirstAccesses.BYTES_OWN;
import static vmmref.spec.FirstAccesses.CODE_SCANNED;
import static vmmref.spec.FirstAccesses.PAGE_REUSED;
import static vmmref.spec.FirstAccesses.PIECES_NARROWED;
import static vmmref.spec.FirstAccesses.STATE_MOVED;
import static vmmref.spec.FirstAccesses.STORE_FOLLOWED;

import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.protect.Access;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.scratch.Detector;

/// What the monitor does about what frames are used as.
final class Watching {
    private static final PageSize FRAME = new PageSize(GuestMap.PAGE_LOG2);

    private Watching() { }

    /// {@return what the hardware is told of the page around an address}
    static Domain domain(Answer answer, GuestPhysicalAddress at) {
        Watch watch = answer.rules().watch();
        return new Domain(watch.catching(), watch.catches() ? answer.monitor().map().host(at).map(host -> answer.monitor().pages().state(frame(host))) : Option.none());
    }

    static long frame(PhysicalAddress host) {
        return host.bits() >>> GuestMap.PAGE_LOG2;
    }

    /// An access to a frame that the guest's own machine permits.
    ///
    /// @param made what it makes of its page
    record Accessed(Answer answer, long frame, ReferenceType type, Transition made) {
        /// {@return whether the hardware cannot be let do it; what only asks is not let, as it gets at no values}
        @FirstAccesses.Rule(BYTES_OWN)
        boolean isEmulated() {
            return answer.rules().watch().catches() && type.isProbe() || made == Transition.EMULATED || made == Transition.NONE && !answer.rules().watch().catching().opens(answer.monitor().pages().state(frame), type.access());
        }

        boolean isMove() {
            return made == Transition.TO_DATA || made == Transition.TO_CODE;
        }

        /// {@return the answer after its page is what it has made of it}
        Answer opened() {
            return switch (made) {
                case NONE, EMULATED -> answer;
                case TO_DATA        -> moved(answer.because(STATE_MOVED), frame, PageState.DATA);
                case TO_CODE        -> scanned(answer.because(STATE_MOVED), frame).telling(Detector.EXECUTION_CAUGHT);
            };
        }
    }

    /// {@return an access to memory behind which there is a frame}
    ///
    /// @param believed the machine as the guest believes it to be, at the instruction
    static Accessed accessed(Answer answer, Machine believed, ReferenceType type, PhysicalAddress host) {
        Watch watch = answer.rules().watch();
        long frame = frame(host);
        return new Accessed(answer, frame, type, watch.catches() && !type.isProbe() ? watch.moving().of(answer.monitor().pages().state(frame), type.access(), own(answer, believed).contains(frame)) : Transition.NONE);
    }

    /// {@return the frame in which the instruction is}
    private static Option<Long> own(Answer answer, Machine believed) {
        return answer.rules().guest().translator().arrive(believed.addressing(), Memory.ZERO, Reference.fetch(believed.position().bundle()), Choice.USUAL).translated() instanceof Translated.To(var at, var attribute, var because)
            ? answer.monitor().map().host(GuestPhysicalAddress.of(at)).map(Watching::frame) : Option.none();
    }

    /// {@return the answer after a frame is used as something else; what was made for more than that leaves the hardware, and what is not present, which the walker would find again}
    @FirstAccesses.Rule(PIECES_NARROWED)
    static Answer moved(Answer answer, long frame, PageState next) {
        Pages pages = answer.monitor().pages();
        boolean kept = pages.state(frame).isWithin(next) && answer.rules().watch().catching() != Catching.PRESENT && !answer.monitor().copies().has(frame);
        Answer narrowed = kept ? answer : purged(answer.because(PIECES_NARROWED), frame);
        return narrowed.with(narrowed.monitor().with(narrowed.monitor().pages().with(frame, next)));
    }

    private static Answer purged(Answer answer, long frame) {
        Answer purged = answer.monitor().pages().pieces(frame).foldLeft(answer, (given, piece) -> Purges.gone(given, piece.rid(), piece.page(), FRAME));
        return purged.with(purged.monitor().with(purged.monitor().pages().lacking(frame)));
    }

    /// {@return the answer after a frame was looked through that is executed}
    private static Answer scanned(Answer answer, long frame) {
        CodePage page = CodePage.read(answer.because(CODE_SCANNED), frame);
        return moved(page.answer(), frame, answer.rules().watch().scanning().state(page.bundles(), answer.rules().parks()));
    }

    /// {@return the answer after the monitor has stored to a frame for a guest: code is looked through again}
    @FirstAccesses.Rule(STORE_FOLLOWED)
    static Answer stored(Answer answer, PhysicalAddress host) {
        PageState state = answer.monitor().pages().state(frame(host));
        return answer.rules().watch().catches() && state.permits(Access.EXECUTE) ? scanned(answer.because(STORE_FOLLOWED), frame(host)) : answer;
    }

    /// {@return the answer after the map of a guest has changed: nobody has used the frames that came or went}
    static Answer reused(Answer answer, GuestMap before, GuestMap after) {
        Pages pages = answer.rules().watch().reusing().apply(answer.monitor().pages(), frame -> !before.behind(start(frame)).equals(after.behind(start(frame))));
        return answer.because(PAGE_REUSED).with(answer.monitor().with(pages));
    }

    private static PhysicalAddress start(long frame) {
        return new PhysicalAddress(frame << GuestMap.PAGE_LOG2);
    }
}
