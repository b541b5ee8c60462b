/// Registers that rotate while they are away, interruptions, and guests that take turns.
package vmmref.vectors.scratch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class TurnDrafts {
    /// rrb.fr 3, 95 and 0, of a frame of 32 registers.
    private static final Seq<String> MARKERS = Vector.of("cfm=0000000810", "cfm=0006000810", "cfm=00be000810");

    private TurnDrafts() { }

    static Seq<Draft> all() {
        return rotated().appendAll(interrupted()).appendAll(switched());
    }

    private static Seq<Draft> rotated() {
        return MARKERS.flatMap(marker -> Vector.of("clrrrb", "br.ctop.sptk.few .+0x10", "br.wtop.sptk.few .+0x10", "nop.m 0x0").flatMap(turn -> Vector.of("32-127", "120-127", "6-39").flatMap(set -> Vector.of("setf.sig f33=r34", "ldfp8 f32,f33=[r36]").filter(use -> set.startsWith("32") || use.startsWith("setf")).flatMap(use -> Vector.of(true, false).map(inside -> {
            String entry = inside ? Codes.ENTRY : Codes.NOTHING;
            Story story = new Story(Codes.of(marker.equals(MARKERS.head()) ? "ar.lc=5" : marker + " ar.lc=5", entry, use, turn, use, "rfi", "getf.sig r40=f34", "getf.exp r41=f127"), UseDrafts.taking(set));
            Story near  = new Story(Codes.of(marker.equals(MARKERS.head()) ? "ar.lc=5" : marker + " ar.lc=5", entry, use, "nop.m 0x0", use, "rfi", "getf.sig r40=f34", "getf.exp r41=f127"), UseDrafts.taking(set));
            return story.draft("rotation", "%s, %s and %s %s, then rfi while %s are taken, with %s".formatted(use, turn, use, inside ? "inside" : "outside", set, marker), near).unlessFull(set.startsWith("32") && inside && use.startsWith("setf") && !marker.equals(MARKERS.head()));
        })))));
    }

    private static Seq<Draft> interrupted() {
        return Vector.of("psr+14 psr+13", "psr+14 psr+13 psr~3").flatMap(level -> Vector.of("32-127", "6-39").flatMap(set -> Vector.of(true, false).flatMap(inside -> Vector.of("raise", "break.m 0x5", "ld8 r40=[r38]").map(what -> {
            String entry = inside && !level.endsWith("~3") ? Codes.ENTRY : Codes.NOTHING;
            Plot plot = Codes.of(level + " r38=39996", entry).code(entry, what.equals("raise") ? "nop.m 0x0" : what);
            Plot told = (what.equals("raise") ? plot.raise(33) : plot).step(1);
            Plot whole = (inside && level.endsWith("~3") ? told.holding(0, what.equals("raise") ? 0xb000 : what.startsWith("break") ? 0xac00 : 0x9400, "mov r20=cr.iip") : told).step(1).step(1);
            return new Story(whole, UseDrafts.taking(set)).draft("interruption", "%s %s while %s are taken%s".formatted(what, inside ? "with a privileged instruction" : "without any", set, Changes.with(level)), new Story(plot, UseDrafts.taking(set))).unlessFull(set.startsWith("32") && !what.equals("raise"));
        }))));
    }

    /// Both guests are inside or outside; each has uses before and after the other goes on.
    private static Seq<Draft> switched() {
        return Vector.of(true, false).flatMap(one -> Vector.of(true, false).flatMap(two -> Vector.of("32-127", "120-127", "2-31").flatMap(set -> Vector.of("setf.sig f33=r34", "fmerge.ns f120=f34,f35", "ldf8 f12=[r36]", "nop.m 0x0").flatMap(use -> Vector.of(true, false).map(leaves -> {
            Plot alone = two(one, two, use, leaves).bundles(1).bundles(1);
            Plot whole = alone.switching(1).bundles(1).bundles(1).switching(0).bundles(1).bundles(1).switching(1).bundles(1).bundles(1);
            return new Story(whole, UseDrafts.taking(set)).draft("switch", "%s of guests of which the first is %s, the second %s%s, while %s are taken".formatted(use, one ? "inside" : "outside", two ? "inside" : "outside", leaves ? ", and that leaves" : "", set), new Story(alone, UseDrafts.taking(set)))
                .unlessFull(set.startsWith("32") && use.startsWith("setf"));
        }).append(new Story(two(one, two, use, false).bundles(1).bundles(1), UseDrafts.taking(set)).draft("switch", "%s of guests of which the first is %s and runs alone, while %s are taken".formatted(use, one ? "inside" : "outside", set)).unlessFull(set.startsWith("32") && use.startsWith("setf")))))));
    }

    private static Plot two(boolean one, boolean two, String use, boolean leaves) {
        String[] first  = {one ? Codes.ENTRY : Codes.NOTHING, use, "getf.sig r40=f33", "stf.spill [r36]=f120"};
        String[] second = {two ? Codes.ENTRY : Codes.NOTHING, use.replace("r34", "r35").replace("f34", "f36"), leaves ? "rfi" : "getf.exp r41=f12", "getf.sig r42=f33"};
        return Plot.of(GuestBase.TWO).with(Codes.start(first)).with(1, Codes.start(second)).code(0, first).code(1, second);
    }
}
