/// An instruction in whose place is code that needs registers, in a bundle around which can be branched, as cases are made of it.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.vmm.Plot;

/// @param text    the instruction; its result goes to r17, what it asks about is in r20
/// @param changes after which it does something that shows
/// @param slot    0, or 1 behind an instruction that does nothing
record Needy(String text, String changes, int slot) {
    private static final String TABLE = "r20=2000000000108010 cr.pta=e00000001000003d";
    private static final String MONITORS = "r20=5 pmd4=44 pmd5=45 pmd6=44 pmd7=47";

    static final Needy HASH = new Needy("thash r17=r20", TABLE, 0);
    static final Needy TAG = new Needy("ttag r17=r20", TABLE, 0);
    static final Needy IDENTIFICATION = new Needy("mov r17=cpuid[r20]", "r20=3", 1);
    static final Needy MONITOR = new Needy("mov r17=pmd[r20]", MONITORS, 1);
    /// Each instruction.
    static final Seq<Needy> EACH = Vector.of(HASH, TAG.in(1), IDENTIFICATION, MONITOR);
    /// Each instruction in each slot in which it can stand.
    static final Seq<Needy> ALL = Vector.of(HASH, TAG, HASH.in(1), TAG.in(1), IDENTIFICATION, MONITOR);

    Needy in(int other) {
        return new Needy(text, changes, other);
    }

    /// {@return the same with a result and an operand elsewhere}
    Needy of(String target, String source) {
        return new Needy(text.replace("r17", target).replace("r20", source), changes, slot);
    }

    Needy with(String more) {
        return new Needy(text, changes + " " + more, slot);
    }

    /// {@return a bundle with something behind it}
    ///
    /// @param other of unit M or I, as the slot before it is 0 or 1
    String bundle(String other) {
        return slot == 0 ? "MMI;: %s | %s | adds r19=0x2,r3".formatted(text, other) : "MMI;: nop.m 0x0 | %s | %s".formatted(text, other);
    }

    String bundle() {
        return bundle("adds r18=0x1,r2");
    }

    /// {@return what it tells, in a word}
    String name() {
        return text.startsWith("mov") ? text.replaceAll(".*=(\\w+)\\[.*", "$1") : text.split(" ")[0];
    }

    String title() {
        return "%s in slot %d".formatted(text, slot);
    }

    /// {@return a guest that executes it in some bundle, and then others}
    Plot plot(String way, String bundle, String... others) {
        return Scene.code(Scene.of(way).with(changes), Vector.of(others).prepend(bundle).toJavaArray(String[]::new));
    }

    /// {@return a guest that executes it next}
    Plot plot(String way) {
        return plot(way, bundle(), "mov r22=pr");
    }
}
