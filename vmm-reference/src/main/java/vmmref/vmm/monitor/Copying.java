package vmmref.vmm.monitor;

import static vmmref.spec.PatchedPages.ALIAS_COPIED;
import static vmmref.spec.PatchedPages.COPY_REPLACED;
import static vmmref.spec.PatchedPages.PATCHES_APPLIED;
import static vmmref.spec.PatchedPages.PATCH_BRANCHED;
import static vmmref.spec.PatchedPages.PATCH_FALLBACK;
import static vmmref.spec.PatchedPages.REGISTERS_PARKED;
import static vmmref.spec.PatchedPages.USES_PATCHED;

import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Constants;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Copy;
import vmmref.vmm.patch.Patched;
import vmmref.vmm.patch.Site;
import vmmref.vmm.recognize.Place;

/// What the monitor does about copies of code.
final class Copying {
    private static final int BUNDLE = 16;
    /// Bits 49:12 of an entry, where its page lies.
    private static final long FRAME = (1L << 50) - GuestMap.PAGE;

    private Copying() { }

    /// A piece that leads where its page is executed.
    record Led(Answer answer, Translation piece) { }

    /// {@return a piece that leads to a copy, where something of the frame behind it is to be patched}
    ///
    /// @param filling where the piece begins, and for which context
    /// @param at      which the piece is for
    /// @param streams for which it stands; data are not let through by it
    static Led led(Answer answer, Filling filling, GuestPhysicalAddress at, Translation piece, Set<Stream> streams) {
        if (!streams.contains(Stream.INSTRUCTION)) return new Led(answer, piece);
        Option<Long> patched = answer.monitor().map().host(at).map(Watching::frame).filter(frame -> answer.rules().patching().isOn() && answer.monitor().pages().state(frame) == PageState.PATCHED);
        return patched.map(frame -> led(answer, answer.rules().patching().aliasing().executed(answer.monitor().copies(), alias(answer, filling, frame, piece)), piece)).getOrElse(new Led(answer, piece));
    }

    private static Alias alias(Answer answer, Filling filling, long frame, Translation piece) {
        return new Alias(answer.monitor().running(), frame, filling.page(), piece.entry().ed(), answer.rules().parks(filling.context().level()));
    }

    private static Led led(Answer answer, Alias alias, Translation piece) {
        Answer copied = copied(answer, alias);
        Copies copies = copied.monitor().copies().leading(alias, piece.rid());
        long entry = piece.entry().bits() & ~FRAME | copies.at(copies.of(alias).get()).bits();
        return new Led(copied.with(copied.monitor().with(copies)), piece.with(new Pte(entry)));
    }

    /// {@return the answer after there is a copy of a frame for where it is executed}
    @PatchedPages.Rule(ALIAS_COPIED)
    private static Answer copied(Answer answer, Alias alias) {
        if (answer.monitor().copies().of(alias).isDefined()) return answer;
        CodePage read = CodePage.read(roomy(answer.because(ALIAS_COPIED, PATCHES_APPLIED)), alias.frame());
        Site site = site(read.answer(), alias);
        Patched patched = answer.rules().patching().patching().apply(site, read.bundles());
        Copies copies = read.answer().monitor().copies().with(alias, patched);
        Answer known = because(read.answer().with(read.answer().monitor().with(copies)), site, patched);
        Answer stubs = patched.stubs().foldLeft(known, (given, stub) -> CodePage.written(given, copies.stubs().physical(patched.detours().get(stub._1).get().at()), stub._2));
        return CodePage.written(stubs, copies.at(copies.of(alias).get()), patched.bundles()).then(Privileged.Fencing.MF);
    }

    private static Answer because(Answer answer, Site site, Patched patched) {
        boolean traps = patched.breaks().exists(place -> !patched.detours().containsKey(place.bundle()));
        Answer trapping = traps && !site.stubs().isEmpty() ? answer.because(PATCH_FALLBACK) : answer;
        Answer branching = patched.detours().isEmpty() ? trapping : trapping.because(PATCH_BRANCHED);
        Answer parking = patched.detours().values().exists(detour -> detour.parking().isDefined()) ? branching.because(REGISTERS_PARKED) : branching;
        return site.parking() ? parking.because(USES_PATCHED) : parking;
    }

    private static Site site(Answer answer, Alias alias) {
        Machine belief = answer.monitor().processor().belief();
        Constants constants = Constants.of(answer.machine(), belief.addressing(), answer.rules().guest().profile());
        return new Site(alias.page(), Detouring.isStepped(belief.psr()) ? Vector.empty() : answer.monitor().copies().free(alias.ed()), constants, alias.parking());
    }

    /// {@return the answer after there is a page for another copy: if all are in use, the oldest one gives its place}
    @PatchedPages.Rule(COPY_REPLACED)
    private static Answer roomy(Answer answer) {
        Copies copies = answer.monitor().copies();
        if (!copies.isFull()) return answer;
        Alias oldest = copies.oldest();
        return copies.of(oldest).get().rids().foldLeft(answer.because(COPY_REPLACED), (given, rid) -> Purges.gone(given, rid, oldest.page(), new PageSize(GuestMap.PAGE_LOG2)));
    }

    /// {@return whether a break is the monitor's}
    ///
    /// @param believed the machine as the guest believes it to be, at the break
    static boolean isPatch(Answer answer, Machine believed) {
        VirtualAddress at = believed.position().bundle();
        VirtualAddress page = new VirtualAddress(at.bits() & -GuestMap.PAGE);
        Option<Copy> copy = answer.monitor().copies().executed(answer.machine().addressing().regions().of(at).identifier(), page);
        return copy.exists(each -> each.breaks().contains(new Place((int) (at.bits() - page.bits()) / BUNDLE, believed.position().slot())));
    }
}
