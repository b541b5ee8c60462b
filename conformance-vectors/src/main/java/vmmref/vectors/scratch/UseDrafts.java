/// Each instruction that reads or writes floating-point registers, inside and outside, and what is left of it after leaving.
package vmmref.vectors.scratch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;

final class UseDrafts {
    /// Of f33 and f34, for which other registers may stand.
    private static final Seq<String> TEXTS = Vector.of("setf.sig f33=r34", "setf.exp f33=r34", "setf.s f33=r34", "setf.d f33=r34", "getf.sig r40=f33", "getf.exp r40=f33", "getf.s r40=f33", "getf.d r40=f33", "fmerge.s f33=f34,f10", "fmerge.ns f10=f33,f34", "fmerge.se f34=f10,f33",
        "ldf8 f33=[r36]", "ldfs f33=[r36]", "ldfd f33=[r36]", "ldf.fill f33=[r36]", "ldfp8 f33,f34=[r36]", "ldf8 f33=[r36],8", "stf8 [r36]=f33", "stfs [r36]=f33", "stfd [r36]=f33", "stf.spill [r36]=f33", "ldf8.s f33=[r36]", "(p6) setf.sig f33=r34");
    private static final Seq<String> SETS = Vector.of("32-127", "120-127", "6-39", "2-31");
    private static final Seq<String> REGISTERS = Vector.of("33 34", "120 121", "12 13");

    private UseDrafts() { }

    static Seq<Draft> all() {
        return used().appendAll(returned()).appendAll(left()).appendAll(disabled());
    }

    static Taking taking(String set) {
        return Story.FAULTS.of(Integer.parseInt(set.split("-")[0]), Integer.parseInt(set.split("-")[1]));
    }

    private static String named(String text, String registers) {
        return text.replace("f33", "f" + registers.split(" ")[0]).replace("f34", "f" + registers.split(" ")[1]);
    }

    private static Seq<Draft> used() {
        return SETS.zipWithIndex().flatMap(set -> TEXTS.zipWithIndex().flatMap(text -> REGISTERS.filter(registers -> set._2 == 0 ? !registers.startsWith("12 ") || text._2 % 4 == 0 : (text._2 + set._2) % 3 == REGISTERS.indexOf(registers)).flatMap(registers -> {
            Taking taking = text._2 % 5 == 1 ? taking(set._1).leaving(Story.NATVAL) : taking(set._1);
            String use = named(text._1, registers);
            Story inside  = new Story(Codes.of("-", Codes.ENTRY, use, use), taking);
            Story outside = new Story(Codes.of("-", Codes.NOTHING, use, use), taking);
            String title = "%s, twice, while f%s to f%s are taken".formatted(use, set._1.split("-")[0], set._1.split("-")[1]);
            return Vector.of(inside.draft("use", title + ", inside", outside).unlessFull(set._2 == 0 && registers.startsWith("33") && text._2 % 2 == 0), outside.draft("use", title + ", outside").unlessFull(set._2 == 0 && registers.startsWith("33") && text._2 % 2 == 0));
        })));
    }

    /// What was written inside or outside is read after leaving, at level 3.
    private static Seq<Draft> returned() {
        return SETS.zipWithIndex().flatMap(set -> Codes.EXITS.flatMap(exit -> Vector.of("setf.sig f33=r34", "ldfp8 f33,f34=[r36]", "fmerge.s f33=f34,f10", "setf.exp f12=r34", "ldf8 f120=[r36]", "nop.m 0x0").zipWithIndex().flatMap(use -> {
            String read = use._1.contains("f120") ? "getf.sig r41=f120" : use._1.contains("f12=") ? "getf.exp r41=f12" : "stf.spill [r36]=f33";
            Story inside  = new Story(Codes.of("-", Codes.ENTRY, use._1, exit, read, Codes.NOTHING), taking(set._1));
            Story outside = new Story(Codes.of("-", Codes.NOTHING, use._1, exit, read, Codes.NOTHING), taking(set._1));
            String title = "%s, %s and %s while %s are taken".formatted(use._1, exit, read, set._1);
            return Vector.of(inside.draft("returned", title + ", after an entry", outside).unlessFull(set._2 == 0 && use._2 % 2 == 0), outside.draft("returned", title + ", without an entry").unlessFull(set._2 == 0 && use._2 % 2 == 0));
        })));
    }

    /// What is written at level 3 after leaving is there at the next entry, and after the next exit.
    private static Seq<Draft> left() {
        return Vector.of("setf.sig f33=r34", "ldf8 f120=[r36]", "ldf.fill f12=[r36]", "nop.m 0x0").flatMap(use -> SETS.flatMap(set -> Vector.of(true, false).map(again -> {
            String entry = again ? "break.m 0x0" : "mov r33=cr.tpr";
            Story story = new Story(Codes.of("-", Codes.ENTRY, "rfi", use).with("psr+44").step(1), taking(set));
            Story whole = new Story(story.plot().code(Codes.ENTRY, "rfi", use, entry).holding(0, again ? 0xac00 : 0xd400, "getf.sig r20=f33").holding(0, again ? 0xac10 : 0xd410, "setf.sig f33=r19").step(3).step(3), taking(set));
            return whole.draft("left", "%s at level 3 after leaving, %s and uses by what handles it while %s are taken".formatted(use, entry, set), story).in(Tier.FULL);
        })));
    }

    /// The guest's own Disabled FP-Register fault, and what it believes of PSR.
    private static Seq<Draft> disabled() {
        return SETS.flatMap(set -> Vector.of("-", "psr+19", "psr+18", "psr+18 psr+19", "psr+4", "psr+5", "psr+4 psr+5").flatMap(changes -> Vector.of("setf.sig f33=r34", "getf.sig r40=f12", "stf8 [r36]=f120", "fmerge.s f12=f33,f120").map(use -> {
            Story inside  = new Story(Codes.of(changes, Codes.ENTRY).step(1), taking(set));
            Story whole   = new Story(inside.plot().code(Codes.ENTRY, use), taking(set));
            Story outside = new Story(Codes.of(changes, Codes.NOTHING).code(Codes.NOTHING, use).step(1), taking(set));
            return whole.draft("disabled", "%s inside while %s are taken%s".formatted(use, set, Changes.with(changes)), outside).unlessFull(set.startsWith("32") && use.startsWith("setf"));
        }).append(new Story(Codes.of(changes, Codes.NOTHING).code(Codes.NOTHING, "setf.sig f33=r34").step(1), taking(set)).draft("disabled", "setf.sig f33=r34 outside while %s are taken%s".formatted(set, Changes.with(changes))).unlessFull(set.startsWith("32")))));
    }
}
