package vmmref.properties.arbitrary;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;

/// Reads one instruction into a bundle of its own, with instructions beside it that do nothing; three that have bars between them share one, and so do two with a stop.
public final class BundleText {
    /// What stands between two instructions of which the second begins a group.
    public static final String STOP = " ;; ";

    /// Templates in which an instruction may stand, one for each unit; the first that takes it is the one.
    private static final Seq<Function1<String, AssembledBundle>> TEMPLATES = Vector.of(
        text -> bundle("M;MI;", text, "nop.m 0", "nop.i 0"),
        text -> bundle("MI;I;", "nop.m 0", text, "nop.i 0"),
        text -> bundle("MFI;", "nop.m 0", text, "nop.i 0"),
        text -> bundle("MFB;", "nop.m 0", "nop.f 0", text),
        text -> bundle("MLX;", "nop.m 0", text));
    private static final Function1<String, Bundle> BUNDLES = Function1.of(BundleText::read).memoized();

    private BundleText() { }

    /// {@return the bundle of an instruction, or of three}
    ///
    /// @throws IllegalArgumentException if there is no such instruction
    public static Bundle of(String text) {
        return BUNDLES.apply(text);
    }

    /// {@return whether some instructions can share a bundle}
    public static boolean isBundle(String text) {
        return !tried(text).flatMap(BundleText::done).isEmpty();
    }

    /// {@return how many instructions a text has that do something}
    public static int instructions(String text) {
        return Vector.of(text.split(" \\| |" + STOP)).count(each -> !each.startsWith("nop."));
    }

    private static Bundle read(String text) {
        return tried(text).flatMap(BundleText::done).headOption().getOrElseThrow(() -> new IllegalArgumentException(text + ": " + tried(text)));
    }

    private static Seq<AssembledBundle> tried(String text) {
        if (text.contains(" | ")) return Vector.of(bundle("MMI;", text.split(" \\| ")));
        if (!text.contains(STOP)) return TEMPLATES.map(template -> template.apply(text));
        String[] two = text.split(STOP);
        return Vector.of(bundle("M;MI;", two[0], two[1], "nop.i 0"), bundle("M;MI;", two[0], "nop.m 0", two[1]));
    }

    private static Option<Bundle> done(AssembledBundle assembled) {
        return assembled instanceof AssembledBundle.Done done ? Option.some(done.bundle()) : Option.none();
    }

    private static AssembledBundle bundle(String template, String... texts) {
        return Assembler.architected().bundle(template, Vector.of(texts));
    }
}
