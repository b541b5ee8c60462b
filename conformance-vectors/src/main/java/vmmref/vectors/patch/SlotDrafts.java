/// Each sensitive instruction in slots of several templates, at both levels, with a predicate of each value and with none.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class SlotDrafts {
    /// A place in a bundle.
    private record At(String template, int slot) { }

    /// Where unit M is.
    private static final Seq<At> MEMORY = Vector.of(new At("MFI;", 0), new At("M;MI;", 1), new At("MMF;", 1), new At("MIB;", 0), new At("MLX;", 0), new At("MMB;", 1));
    /// Where unit B is, before a stop.
    private static final Seq<At> BRANCH = Vector.of(new At("MIB;", 2), new At("MFB;", 2), new At("MMB;", 2), new At("MBB;", 2), new At("BBB;", 2));
    private static final Seq<String> LEVELS = Vector.of("-", "psr~3");
    private static final String TRUE = " p6=1";

    private SlotDrafts() { }

    static Seq<Draft> all() {
        return predicated().appendAll(branches());
    }

    private static Seq<Draft> predicated() {
        return Sensitive.PREDICATED.zipWithIndex().flatMap(each -> LEVELS.flatMap(level -> MEMORY.zipWithIndex().flatMap(at -> Vector.of(
            plot(each._1, level, at._1, each._1.predicated(), TRUE).draft("slot", title(each._1.predicated(), at._1) + Changes.with(level + TRUE), Scene.FLAG, plot(each._1, level, at._1, each._1.predicated(), "")).unlessFull(level.equals("-") && at._2 == each._2 % MEMORY.size() && each._2 % 2 == 0),
            plot(each._1, level, at._1, each._1.predicated(), "").draft("slot", title(each._1.predicated(), at._1) + ", which is not executed" + Changes.with(level), Scene.FLAG, plot(each._1, level, at._1, each._1.predicated(), TRUE))
                .in(Tier.FULL)).filter(draft -> (at._2 + each._2) % (level.equals("-") ? 2 : 3) == 0))));
    }

    private static Seq<Draft> branches() {
        return Sensitive.BRANCHES.flatMap(each -> LEVELS.flatMap(level -> BRANCH.zipWithIndex().map(at -> plot(each, level, at._1, each.text(), "")
            .draft("slot", title(each.text(), at._1) + Changes.with(level), Scene.FLAG, plot(each, level.equals("-") ? "psr~3" : "-", at._1, each.text(), "")).unlessFull(level.equals("-") && at._2 == 0))));
    }

    private static String title(String text, At at) {
        return "%s in slot %d of %s".formatted(text, at.slot, at.template.replace(";", ""));
    }

    private static Plot plot(Sensitive each, String level, At at, String text, String more) {
        return Scene.slotted(level, at.template, at.slot, text).with(each.changes() + more).step(Scene.turns(at.template));
    }
}
