/// Regions, protection keys, levels and modes that change while a guest runs: each address means what it means afterwards.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.format.Draft;

final class ContextDrafts {
    private static final String PAGE = "2000000000100000";

    private ContextDrafts() { }

    static Seq<Draft> all() {
        return regions().appendAll(keys()).appendAll(modes()).appendAll(levels()).appendAll(again());
    }

    /// The region of the page that was used gets another identifier, gets it back, and others get its.
    private static Seq<Draft> regions() {
        Seq<String> identifiers = Vector.of("10340", "10240", "40", "1040", "1140", "ffffff40", "10241", "10230");
        Plot plain = PurgeDrafts.warm(16, false).load(PAGE).load("4000000000100000");
        return Vector.of(plain.draft("region", "a page is used, and no region changes", "RegionNumber")).appendAll(identifiers.flatMap(value -> Vector.of("2000000000000000", "4000000000000000")
            .map(region -> moved(region, value).load(PAGE).load("4000000000100000").draft("region", "mov rr of region %s gets %s after a page was used".formatted(region.charAt(0), value), "RegionNumber", plain))))
            .appendAll(identifiers.map(value -> PurgeDrafts.warm(16, false, "mov rr[r38]=r39", "srlz.d", "mov rr[r38]=r42", "srlz.d").with("r38=2000000000000000 r39=%s r42=10240".formatted(value)).load(PAGE)
                .draft("region", "the region of a page gets %s and then its own identifier again".formatted(value), "RegionNumber", plain)))
            .appendAll(identifiers.map(value -> Plot.of(GuestBase.VIRTUAL).code("mov rr[r38]=r39").with("r38=0 r39=" + value).step(1).touch(ReferenceType.FETCH, "4010").load("8010").draft("region", "the region of the code gets %s while it is executed".formatted(value), "RegionNumber", plain)));
    }

    private static Plot moved(String region, String value) {
        return PurgeDrafts.warm(16, false, "mov rr[r38]=r39", "srlz.d").with("r38=%s r39=%s".formatted(region, value));
    }

    /// Keys that are checked and not, registers that are written, and a key that comes and goes.
    private static Seq<Draft> keys() {
        Plot plain = keyed("nop.m 0x0", "-").load("8010");
        return Vector.of("1", "5501", "5503", "5505", "5509", "550f", "5500", "5601").flatMap(register -> Vector.of("5", "0").map(number ->
                keyed("mov pkr[r38]=r39", "r38=%s r39=%s".formatted(number, register)).load("8010").touch(ReferenceType.STORE, "8010").touch(ReferenceType.FETCH, "8010").draft("keys", "pkr%s gets %s while keys are checked".formatted(number, register), "KeyCheck", plain)))
            .append(plain.draft("keys", "keys are checked", "KeyCheck"))
            .append(keyed("rsm 0x8000", "pkr1=550f").load("8010").draft("keys", "keys are checked no more", "KeyCheck", plain))
            .append(keyed("nop.m 0x0", "pkr1=550f").load("8010").draft("keys", "the key disables everything", "KeyCheck", plain))
            .append(Plot.of(GuestBase.VIRTUAL).with("pkr0=1 dtr0.itir=5540 r36=8010").code("ld8 r40=[r36]", "ssm 0x8000", "srlz.d").bundles(3).load("8010").draft("keys", "keys get checked after the page was used", "KeyCheck", plain))
            .appendAll(Vector.of("pkr1=5501", "pkr1=5503", "pkr1=5505").map(change -> Plot.of(GuestBase.VIRTUAL).with("psr+15 pkr0=1 dtr0.itir=5540 r36=8010 r38=8018").with(change).code("ld8 r40=[r36]", "st8 [r38]=r40").bundles(1).step(1)
                .draft("keys", "a load and a store with keys checked and " + Changes.words(change), "KeyCheck", plain)));
    }

    private static Plot keyed(String text, String changes) {
        return Plot.of(GuestBase.VIRTUAL).with("psr+15 pkr0=1 pkr1=5501 dtr0.itir=5540 r36=8010").with(changes).code("ld8 r40=[r36]", text).bundles(1).step(1);
    }

    /// rfi from each setting of PSR.it, dt and rt to each other one, with loads and fetches before and after.
    private static Seq<Draft> modes() {
        return Vector.range(0, 8).flatMap(from -> Vector.range(0, 8).map(to -> mode(from, to).draft("mode", "rfi from PSR.it %d, dt %d, rt %d to %d, %d, %d".formatted(from & 1, from >> 1 & 1, from >> 2, to & 1, to >> 1 & 1, to >> 2),
            "PhysicalMode", mode(from, (to + 1) % 8)).unlessFull(from == 7 || to == 7 || from == 0 || to == 0 || (from + to) % 3 == 0)))
            .appendAll(Vector.of("rsm 0x20000", "ssm 0x20000", "mov psr.l=r39").flatMap(text -> Vector.range(0, 8).map(from -> set(from, 0).code("ld8 r40=[r36]", text, "srlz.d", "ld8 r41=[r36]").with("r39=2000").bundles(4).load("8010").touch(ReferenceType.FETCH, "8010")
                .draft("mode", "%s with PSR.it %d, dt %d, rt %d, and a load before and after".formatted(text, from & 1, from >> 1 & 1, from >> 2), "PhysicalMode", mode(from, from)))));
    }

    /// Translated, the page leads to the second 64 KB; the code is in both.
    private static Plot set(int from, int level) {
        return status(Plot.of(GuestBase.VIRTUAL), from).with("r36=8010 dtr0.pte=107e1 mem.18010=1122334455667788" + (level == 0 ? "" : " psr~3"));
    }

    private static Plot mode(int from, int to) {
        String psr = "%x".formatted(0x2000L | (to & 1L) << 36 | (to >> 1 & 1L) << 17 | (to >> 2 & 1L) << 27);
        return set(from, 0).with("cr.iip=4100 cr.ipsr=%s cr.ifs=0 psr-13".formatted(psr)).code("ld8 r40=[r36]", "rfi").holding(0, 0x4100, "ld8 r41=[r36]").bundles(2).step(1).load("8010").load("8000000000008010").touch(ReferenceType.FETCH, "8010");
    }

    private static Plot status(Plot plot, int bits) {
        return plot.with(status(bits));
    }

    /// {@return the change to a setting of PSR.it, dt and rt, of which it is the least bit}
    static String status(int bits) {
        return ((bits & 1) != 0 ? "psr+36" : "psr-36") + ((bits & 2) != 0 ? " psr+17" : " psr-17") + ((bits & 4) != 0 ? " psr+27" : " psr-27");
    }

    /// Levels: down by rfi and br.ret, and what a page permits there; up by an interruption.
    private static Seq<Draft> levels() {
        return Vector.range(0, 8).flatMap(ar -> Vector.of(0, 3).flatMap(pl -> Vector.of("rfi", "br.ret.sptk.few b6").map(text -> {
            Plot plot = down(text, "dtr0.pte=%x".formatted(0x61L | (long) ar << 9 | (long) pl << 7));
            return plot.draft("level", "%s to level 3, a page with ar %d, pl %d".formatted(text.split(" ")[0], ar, pl), "AccessRights", down(text, "dtr0.pte=%x".formatted(0x61L | (long) ar << 9 | (long) (3 - pl) << 7)));
        }))).appendAll(Vector.of("-", "psr+25", "psr+26", "psr+40", "psr+25 psr+26 psr+40").flatMap(enabled -> Vector.of("rfi", "br.ret.sptk.few b6").map(text -> down(text, enabled)
            .draft("level", "%s to level 3%s".formatted(text.split(" ")[0], Changes.with(enabled)), "TrapOrder", down(text, "-")))))
            .appendAll(Vector.of("br.call.sptk.few b6=.+0x100", "br.ret.sptk.few b6", "br.cond.sptk.few .+0x100", "mov.i r33=ar.pfs", "br.call.sptk.few b6=b7")
                .map(text -> Plot.of(GuestBase.VIRTUAL).with("ar.pfs=0 b6=4100 b7=4100").code(text).bundles(1).draft("level", "%s at level 0".formatted(text), "Privilege", Plot.of(GuestBase.VIRTUAL).with("ar.pfs=0 b6=4100 b7=4100 psr~3").code(text).bundles(1))))
            .appendAll(Vector.of("br.call.sptk.few b6=.+0x100", "br.ret.sptk.few b6", "br.cond.sptk.few .+0x100", "mov.i r33=ar.pfs", "br.call.sptk.few b6=b7")
                .map(text -> Plot.of(GuestBase.VIRTUAL).with("ar.pfs=0 b6=4100 b7=4100 psr~3").code(text).bundles(1).draft("level", "%s at level 3".formatted(text), "Privilege")));
    }

    private static Plot down(String text, String changes) {
        return Plot.of(GuestBase.VIRTUAL).with("r36=8010 psr-13 cr.iip=4100 cr.ipsr=1308022000 cr.ifs=0 b6=4100 ar.pfs=c000000000000000").with(changes).code("ld8 r40=[r36]", text).holding(0, 0x4100, "ld8 r41=[r36]").bundles(1).step(3).step(1).load("8010").touch(ReferenceType.STORE, "8010");
    }

    /// There and back: an interruption from level 3, and the return from it.
    private static Seq<Draft> again() {
        return Vector.of("break.m 0x5", "ld8 r33=[r37]", "mov r33=cr.iva", "chk.a.nc r34,.+0x100").map(text -> Plot.of(GuestBase.VIRTUAL).with("psr~3 r37=30010").code(text).holding(0, 0xac00, "rfi").holding(0, 0x9000, "rfi").holding(0, 0xd400, "rfi").step(1).load("8010").step(3).load("8010")
            .draft("level", "%s at level 3, and a return from its handler".formatted(text), "Return", Plot.of(GuestBase.VIRTUAL).with("r37=30010").code(text).holding(0, 0xac00, "rfi").holding(0, 0x9000, "rfi").holding(0, 0xd400, "rfi").step(1).load("8010").step(3).load("8010")))
            .appendAll(Vector.of("break.m 0x5", "ld8 r33=[r37]", "mov r33=cr.iva", "chk.a.nc r34,.+0x100").map(text -> Plot.of(GuestBase.VIRTUAL).with("r37=30010").code(text).holding(0, 0xac00, "rfi").holding(0, 0x9000, "rfi").holding(0, 0xd400, "rfi").step(1).load("8010").step(3).load("8010")
                .draft("level", "%s at level 0, and a return from its handler".formatted(text), "Return")));
    }
}
