/// Probes and flushes of pages that permit and deny, are not there, or are not even addresses.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class ProbeDrafts {
    private static final Seq<String> LEVELS = Vector.of("-", "psr~3");
    private static final Seq<String> PROBES = Vector.of("probe.r r17=r20,r21", "probe.w r17=r20,r21", "probe.r r17=r20,3", "probe.w r17=r20,0", "probe.r.fault r20,0", "probe.w.fault r20,3", "probe.rw.fault r20,0");
    private static final Seq<String> TEXTS = Vector.of("probe.r r17=r20,3", "probe.w r17=r20,r21", "probe.rw.fault r20,0", "probe.r.fault r20,3", "fc r20", "fc.i r20");
    private static final Seq<String> STATES = Vector.of("r20=8010", "r20=20010", "r20=8010 dtr0.pte=7e0", "r20=8010 dtr0.pte=7c1", "r20=8010 dtr0.pte=7a1", "r20=8010 dtr0.pte=7fd", "r20=8010 dtr0.pte=461", "r20=8010 dtr0.itir=5540 psr+15 pkr0=1",
        "r20=8010 dtr0.itir=5540 psr+15 pkr0=1 pkr1=5505", "r20=8010 dtr0.itir=5540 psr+15 pkr0=1 pkr1=5503", "r20=0800000000008010", "r20=1000000000008010", "r20=8011 psr+3", "r20=20010 psr-13", "r20=20010 psr-17", "r20=2000000000008010 rr1=10241 cr.pta=200000000000003d",
        "r20=8010 psr+24 dbr0=8010 dbr1=cfffffffffffffff", "r20=4010");

    private ProbeDrafts() { }

    static Seq<Draft> all() {
        return rights().appendAll(states()).appendAll(levels());
    }

    /// Each access rights field and page level.
    private static Seq<Draft> rights() {
        return Vector.range(0, 8).flatMap(ar -> Vector.of(0, 3).flatMap(pl -> LEVELS.flatMap(level -> PROBES.appendAll(Vector.of("fc r20")).zipWithIndex().filter(text -> (ar + text._2 + level.length()) % 2 == 0).map(text -> right(level, text._1, ar, pl)
            .draft("rights", "%s of a page with ar %d, pl %d%s".formatted(text._1, ar, pl, Changes.with(level)), "AccessRights", right(level, text._1, ar, 3 - pl)).unlessFull((ar + text._2) % 8 == 1 && pl == 0 && level.equals("-") == (ar % 2 == 0))))));
    }

    private static Plot right(String level, String text, int ar, int pl) {
        return one(level, text, "r20=8010 dtr0.pte=%x".formatted(0x61L | (long) ar << 9 | (long) pl << 7));
    }

    private static Plot one(String level, String text, String changes) {
        return Scene.slotted(level, "MMF;", 1, text).with("r21=3").with(changes).step(3);
    }

    /// What else there is about a page, or the address.
    private static Seq<Draft> states() {
        return STATES.zipWithIndex().flatMap(state -> LEVELS.flatMap(level -> TEXTS.zipWithIndex().map(text -> one(level, text._1, state._1)
            .draft("page", text._1 + Changes.with(level + " " + state._1), Scene.FLAG, one(level, text._1, STATES.head())).unlessFull((state._2 + text._2) % 6 == 0 && level.equals("-") && state._2 % 3 == 0))));
    }

    /// Levels in a register, of which two bits count.
    private static Seq<Draft> levels() {
        return Vector.of("0", "1", "2", "3", "4", "ffffffffffffffff", "fffffffffffffffc").zipWithIndex().flatMap(asked -> LEVELS.flatMap(level -> Vector.of("r", "w").map(access -> asked(level, access, asked._1)
            .draft("probe-level", "probe.%s r17=r20,r21 with r21 %s of a page for level 0%s".formatted(access, asked._1, Changes.with(level)), "Privilege", asked(level, access, asked._1.equals("0") ? "3" : "0")).unlessFull(asked._2 == 3 && level.equals("-")))));
    }

    private static Plot asked(String level, String access, String asked) {
        return one(level, "probe.%s r17=r20,r21".formatted(access), "r20=8010 dtr0.pte=461 r21=" + asked);
    }
}
