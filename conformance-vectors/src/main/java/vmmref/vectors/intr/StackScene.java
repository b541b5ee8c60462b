/// A machine with a backing store, as cases are made of it.
package vmmref.vectors.intr;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.register.BackingStore;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

/// @param base  what it is written against
/// @param slot  BSPSTORE, in words behind c000
/// @param dirty how many registers have yet to be stored; if negative, how many of the frame memory alone holds
/// @param nats  which of the dirty registers are not things: none, all, or every second one: 0, 1 or 2
/// @param rnat  RNAT, 16 hexadecimal digits at most
/// @param more  other changes, which a [Scene] reads; a `cfm` among them comes first
record StackScene(MachineBase base, int slot, int dirty, int nats, String rnat, String more) {
    static final Seq<String> COLLECTED = Vector.of("0", "7fffffffffffffff", "5555555555555555", "2aaaaaaaaaaaaaaa");

    private static final long STORE = MachineBase.BACKING;
    private static final List<String> FLAGS = List.of("RegisterStack");

    static StackScene of(MachineBase base, int slot, int dirty) {
        return new StackScene(base, slot, dirty, 2, COLLECTED.get((slot + dirty & 3)), "-");
    }

    StackScene with(String changes) {
        return changes.equals("-") ? this : new StackScene(base, slot, dirty, nats, rnat, more.equals("-") ? changes : more + " " + changes);
    }

    StackScene naming(int which) {
        return new StackScene(base, slot, dirty, which, rnat, more);
    }

    StackScene at(int other) {
        return new StackScene(base, other, dirty, nats, rnat, more);
    }

    private long bspstore() {
        return STORE + 8L * slot;
    }

    /// {@return the changes that make this of the base}
    String changes() {
        Seq<String> frames = words(more).filter(word -> word.startsWith("cfm"));
        Seq<String> registers = Vector.rangeClosed(1, Math.max(0, dirty)).flatMap(distance -> Vector.of("below.%d=d00000000000%04x".formatted(distance, 0x1100 + 0x11 * distance))
            .appendAll(Option.when(nats == 1 || nats == 2 && distance % 2 == 1, () -> "below.%d.nat=1".formatted(distance))));
        return frames.append("ar.bspstore=%x".formatted(bspstore())).append("ar.bsp=%x".formatted(BackingStore.skip(bspstore(), dirty))).append("ar.rnat=" + rnat)
            .appendAll(registers).appendAll(words(more).removeAll(frames)).append("needs.stacked==96").mkString(" ");
    }

    /// {@return the same with something in some words of memory below BSPSTORE}
    ///
    /// @param big whether they are big-endian
    StackScene filled(int words, boolean big) {
        return with(Vector.rangeClosed(1, words).map(word -> bspstore() - 8L * word).map(at -> memory(at, BackingStore.slot(at) == BackingStore.COLLECTED ? 0x3a5a5a5a5a5a5a5aL : 0xe000_0000_0000_0000L | at * 0x101, big)).mkString(" "));
    }

    private static String memory(long at, long word, boolean big) {
        return "mem.%x=%016x".formatted(at, big ? word : Long.reverseBytes(word));
    }

    private static Seq<String> words(String text) {
        return text.equals("-") ? Vector.empty() : Vector.of(text.split(" "));
    }

    /// {@return the scene in which an instruction is executed next, if it can be said what comes of it}
    Option<Scene> executing(String text) {
        return Vector.of(0, 1, 2).flatMap(number -> Scene.of(base).with(changes()).executing(number, text)).headOption().filter(Drafts::isSaid);
    }

    /// {@return the draft of a case, near to that of another if there is one}
    Option<Draft> draft(String topic, String text, Option<StackScene> near) {
        return executing(text).map(scene -> scene.draft(topic, "%s: %d dirty, BSPSTORE %x%s".formatted(text, dirty, bspstore(), said()), FLAGS, near.flatMap(other -> other.executing(text)).filter(other -> !other.stimulus().equals(scene.stimulus()))));
    }

    private String said() {
        String few = words(more).reject(word -> word.startsWith("mem.")).mkString(" ");
        return (nats == 2 ? "" : nats == 1 ? ", no things" : ", all things") + (few.isEmpty() ? "" : ", after " + few) + (base == MachineBase.VECTORED ? "" : ", translated");
    }
}
