package vmmref.properties.guarantee;

import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.register.Psr;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.model.translate.Translator;

/// The translation caches of a guest's own machine and those that the guest believes in, between which walks may be the difference: those for prefetches, of which the monitor does not hear, and those for fetches of instructions that are interrupted, which the guest's own machine makes anew.
///
/// @param guest    how the guest's machine translates
/// @param own      the guest's own machine
/// @param believed what the guest believes in
record WalkedCaches(Translator guest, Machine own, Tlb believed) {
    /// PSR.ic, dt, rt and it: what a walk needs.
    private static final long WALKING = 1L << 13 | 1L << 17 | 1L << 27 | 1L << 36;

    /// {@return whether there is a difference, and walks may be all of it}
    boolean areWalked() {
        Tlb all = own.addressing().tlb();
        return !all.equals(believed) && own.addressing().pta().ve() && pinned(all).equals(pinned(believed)) && Vector.of(Stream.values()).forAll(stream -> isWalked(all.cached(stream).toSet(), believed.cached(stream).toSet(), stream));
    }

    private static Set<Entry> pinned(Tlb tlb) {
        return Vector.of(Stream.values()).flatMap(stream -> tlb.entries(stream).all().reject(Entry::isCached)).toSet();
    }

    /// {@return whether the difference is what a walk inserts, and what it displaces: what overlaps that, or anything where all places are taken}
    private boolean isWalked(Set<Translation> ones, Set<Translation> others, Stream stream) {
        Set<Translation> walked = ones.removeAll(others);
        boolean full = !walked.isEmpty() && ones.size() == guest.dimensions().tcs();
        return others.removeAll(ones).forAll(lost -> full || walked.exists(each -> each.overlaps(lost.rid(), lost.page(), lost.size())) || isTabled(lost, stream));
    }

    /// {@return whether a walk finds a translation}
    private boolean isTabled(Translation translation, Stream stream) {
        Addressing walking = own.addressing().withPsr(new Psr(own.psr().bits() | WALKING));
        Reference reference = stream == Stream.INSTRUCTION ? Reference.fetch(translation.page()) : new Reference(ReferenceType.LOAD, translation.page(), 1, 0, false);
        return guest.target(walking, own.memory(), reference, Choice.USUAL) instanceof Target.Page page && page.translation().equals(translation);
    }
}
