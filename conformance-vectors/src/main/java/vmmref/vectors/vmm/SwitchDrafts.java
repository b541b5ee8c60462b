/// Two guests take turns: neither sees anything of the other, whatever they have alike.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.format.Draft;

final class SwitchDrafts {
    /// What the second guest has otherwise than the first.
    private static final Seq<String> CHANGES = Vector.of("-", "r36=8018", "f6=1:1003e:8000000000000000", "p9=1", "b3=1230", "ar.ccv=5", "ar.k3=7", "ar.lc=9", "ar.ec=3", "ar.unat=1ff", "ar.fpsr=0009804c0270033f", "cr.iva=10000", "cr.tpr=f0",
        "cr.itv=10000", "cr.itm=1234", "cr.dcr=7f00", "cr.irr1=100",
        "rr1=30340", "rr0=10130", "pkr0=1 psr+15", "ibr0=4000", "dbr2=8010", "psr-13", "psr+14", "psr+1", "psr~3", "psr-17", "psr-27", "psr+2 psr+4 psr+5", "psr+44 r17=77", "banked.r17=99", "r34.nat=1", "cfm=0000000810",
        "ar.bspstore=d000 ar.bsp=d010 below.1=11 below.2=22", "ar.rnat=3", "in-service=33", "dtr0.pte=107e1", "itr0.pte=5e1", "dtr0.itir=5540",
        "cr.pta=3d", "cr.ifa=1230 cr.itir=38", "slot=2");

    private SwitchDrafts() { }

    static Seq<Draft> all() {
        return states().appendAll(memory()).appendAll(changes()).appendAll(interrupts());
    }

    private static Plot two(String changes) {
        return Plot.of(GuestBase.TWO).with("r36=8010").with(1, "r36=8010").with(1, changes).code("st8 [r36]=r34").code(1, "ld8 r40=[r36]");
    }

    /// A guest executes, the other one, and the first again; and the second one is left and entered again.
    private static Seq<Draft> states() {
        return CHANGES.flatMap(changes -> Vector.of(
            two(changes).bundles(1).step(1).draft("switch", "the first guest alone; the second guest has %s".formatted(Changes.words(changes)), "GuestSwitch").unlessFull(changes.equals("-")),
            two(changes).with((changes.matches("-|slot.*") ? "r33=1" : changes)).step(1).draft("switch", "the first guest alone; both guests have %s".formatted(Changes.words(changes)), "GuestSwitch").unlessFull(changes.equals("-")),
            two(changes).bundles(1).switching(1).step(1).switching(0).step(1).draft("switch", "there and back; the second guest has %s".formatted(Changes.words(changes)), "GuestSwitch", two(changes).bundles(1).step(1)),
            two(changes).with((changes.matches("-|slot.*") ? "r33=1" : changes)).switching(1).switching(0).step(1)
                .draft("switch", "there and at once back; both guests have %s".formatted(Changes.words(changes)), "GuestSwitch", two(changes).with((changes.matches("-|slot.*") ? "r33=1" : changes)).step(1)).unlessFull(changes.length() % 3 == 0)));
    }

    /// The same addresses and region identifiers, with other frames behind them.
    private static Seq<Draft> memory() {
        Seq<String> addresses = Vector.of("8010", "4000", "1fff8", "ffff");
        Plot alone = two("-").load("8010");
        Seq<Draft> touched = addresses.flatMap(address -> Vector.of(
            two("-").bundles(1).load(address).switching(1).load(address).relate(1, 3).owned(1).draft("isolation", "both guests touch %s after the first one stored".formatted(address), "GuestSwitch", alone),
            two("-").mapping(1, map -> map.with(8, 8, 1)).bundles(1).load(address).switching(1).load(address).relate(1, 3).owned(3)
                .draft("isolation", "both guests touch %s, and one page is shared".formatted(address), "GuestSwitch", two("-").bundles(1).load(address).switching(1).load(address).relate(1, 3).owned(1)),
            two("psr-17").with("psr-17").bundles(1).load(address).switching(1).load(address).relate(1, 3).draft("isolation", "both guests touch %s, data not translated".formatted(address), "GuestSwitch", alone),
            two("psr-17").bundles(1).load(address).switching(1).load(address).touch(ReferenceType.FETCH, "8010").relate(1, 3).draft("isolation", "both guests touch %s, data of the second not translated".formatted(address), "GuestSwitch", alone)));
        return touched.append(alone.draft("isolation", "one of two guests touches its memory", "GuestSwitch"))
            .appendAll(Vector.of("st8 [r36]=r34", "xchg8 r40=[r36],r34", "fetchadd8.acq r40=[r36],1", "ld8 r40=[r36]").flatMap(text -> Vector.of(
                two("-").code(1, text).bundles(1).switching(1).bundles(1).switching(0).step(1).draft("isolation", "the first guest stores, the second does " + text, "GuestSwitch"),
                two("-").mapping(1, map -> map.with(8, 8, 1)).code(1, text).bundles(1).switching(1).bundles(1).switching(0).step(1)
                    .draft("isolation", "the first guest stores to a page that both have, the second does " + text, "GuestSwitch", two("-").code(1, text).bundles(1).switching(1).bundles(1).switching(0).step(1)))));
    }

    /// What one guest does to its translations, regions and keys is nothing to the other.
    private static Seq<Draft> changes() {
        return Vector.of("ptc.e r0=-", "ptr.d r38,r39=r38=0 r39=40", "ptc.l r38,r39=r38=8000 r39=30", "ptc.g r38,r39=r38=8000 r39=30", "mov rr[r38]=r39=r38=6000000000000000 r39=10140", "mov rr[r38]=r39=r38=2000000000000000 r39=10140",
            "mov pkr[r38]=r39=r38=0 r39=1", "rsm 0x20000=-", "rsm 0x4000=-", "mov cr.iva=r39=r39=10000", "mov cr.tpr=r39=r39=f0", "bsw.1=-",
                "mov ibr[r38]=r39=r38=0 r39=4000", "mov.m ar.k3=r39=r39=77", "mov cr.dcr=r39=r39=7f00", "mov psr.l=r39=r39=8022000")
            .flatMap(row -> {
                String changes = row.substring(row.lastIndexOf("=r38") > 0 ? row.lastIndexOf("=r38") + 1 : row.endsWith("=-") ? row.length() - 1 : row.lastIndexOf("=r39=") + 1);
                String text = row.substring(0, row.length() - changes.length() - 1);
                Plot plot = two("-").with(1, changes).code(1, "ld8 r40=[r36]", text, "srlz.d");
                Plot quiet = two("-").code(1, "ld8 r40=[r36]", "nop.m 0x0", "srlz.d");
                return Vector.of(plot.bundles(1).switching(1).bundles(3).load("8010").switching(0).load("8010").step(1).draft("isolation", "the first guest stores, the second does " + text, "GuestSwitch", quiet.bundles(1).switching(1).bundles(3).load("8010").switching(0).load("8010").step(1)));
            }).append(two("-").code(1, "ld8 r40=[r36]", "nop.m 0x0", "srlz.d").bundles(1).switching(1).bundles(3).load("8010").switching(0).load("8010").step(1).draft("isolation", "the first guest stores, the second does nothing", "GuestSwitch"));
    }

    /// Interrupts of one guest are not taken by the other, and are there when it is back.
    private static Seq<Draft> interrupts() {
        return Vector.of("-", "psr+14").flatMap(first -> Vector.of("-", "psr+14").flatMap(second -> Vector.of(33, 255).map(vector ->
            two(second).with(first).raise(vector).switching(1).step(1).switching(0).step(1).draft("switch", "interrupt %d for the first guest, which has %s, while the second has %s".formatted(vector, interrupts(first), interrupts(second)),
                "Interrupt", two(second).with(first).switching(1).step(1).switching(0).step(1)))));
    }

    private static String interrupts(String changes) {
        return changes.equals("-") ? "PSR.i 0" : Changes.words(changes);
    }
}
