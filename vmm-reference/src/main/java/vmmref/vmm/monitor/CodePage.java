package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vmm.memory.GuestMap;

/// A frame that the monitor has read as code.
///
/// @param bundles that it holds
record CodePage(Answer answer, Seq<Bundle> bundles) {
    private static final int WORD = 8;
    private static final int BUNDLE = 16;

    /// {@return what comes of reading a frame}
    ///
    /// @param frame its number
    static CodePage read(Answer answer, long frame) {
        Seq<PhysicalAddress> words = words(frame);
        Memory memory = answer.machine().memory();
        Seq<Bundle> bundles = words.filter(at -> at.bits() % BUNDLE == 0).map(at -> new Bundle(memory.read(at, WORD), memory.read(new PhysicalAddress(at.bits() + WORD), WORD)));
        return new CodePage(words.foldLeft(answer, (given, at) -> given.then(new Privileged.Loading(at))), bundles);
    }

    /// {@return the answer after memory of the monitor holds bundles}
    static Answer written(Answer answer, PhysicalAddress to, Seq<Bundle> bundles) {
        Seq<Long> words = bundles.flatMap(bundle -> Vector.of(bundle.low(), bundle.high()));
        return words.zipWithIndex().foldLeft(answer, (given, word) -> given.stored(new PhysicalAddress(to.bits() + (long) word._2 * WORD), word._1, false));
    }

    private static Seq<PhysicalAddress> words(long frame) {
        return Vector.rangeBy(frame << GuestMap.PAGE_LOG2, frame + 1 << GuestMap.PAGE_LOG2, WORD).map(PhysicalAddress::new);
    }
}
