/// References of the engine that fault, or that only look as if they should: pages, levels, switches of PSR, breakpoints, interrupts.
package vmmref.vectors.intr;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class StackFaultDrafts {
    private static final MachineBase BASE = MachineBase.VECTORED_VIRTUAL;
    /// Page-table entries of the page of the store: absent, not accessed, not written, of a NaT page, read only, for level 0, promoting.
    private static final Seq<String> PAGES = Vector.of("7e0", "7c1", "7a1", "7fd", "1e1", "461", "ee1", "661", "be1", "5e1", "7e1");
    private static final String IPSR = "1008022000";

    private StackFaultDrafts() { }

    static Seq<Draft> all() {
        return pages().appendAll(levels()).appendAll(nested()).appendAll(partly()).appendAll(switches()).appendAll(spared()).appendAll(watched()).appendAll(keyed()).appendAll(interrupted()).appendAll(unimplemented());
    }

    /// {@return what refers to the store, and the machine that it does so on: two stores or two loads each}
    private static Seq<Tuple2<String, StackScene>> acts(int slot) {
        StackScene dirty = StackScene.of(BASE, slot, 2);
        StackScene clean = StackScene.of(BASE, slot, 0).filled(3, false);
        return Vector.of(
            Tuple.of("flushrs", dirty),
            Tuple.of("alloc r8=ar.pfs,0,96,0,0", dirty),
            Tuple.of("loadrs", clean.with("cfm=0000000000").with("ar.rsc=100000")),
            Tuple.of("br.ret.sptk.few b6", clean.with("ar.pfs=c000000000000102")),
            Tuple.of("rfi", clean.with("cfm=0000000000").with("psr-13 cr.iip=4100 cr.ipsr=" + IPSR + " cr.ifs=8000000000000002")),
            Tuple.of("nop.m 0x0", StackScene.of(BASE, slot, -2).filled(3, false).with("loading=1")));
    }

    private static Seq<Draft> pages() {
        return acts(4).appendAll(acts(0)).flatMap(act -> PAGES.flatMap(page -> Vector.of("-", "ar.rsc+3", "psr~3").flatMap(level ->
            leveled(act._2, level).with("dtr0.pte=" + page).draft("page", act._1, Option.some(leveled(act._2, level))))));
    }

    private static StackScene leveled(StackScene scene, String level) {
        return switch (level) {
            case "-"        -> scene;
            case "ar.rsc+3" -> scene.with(scene.more().contains("ar.rsc=100000") ? "ar.rsc=10000c" : "ar.rsc=c");
            default         -> scene.more().contains("cr.ipsr") ? scene.with("cr.dcr=2") : scene.with(level);
        };
    }

    private static Seq<Draft> levels() {
        return acts(4).flatMap(act -> Vector.of(0, 1, 2, 3).flatMap(level -> Vector.of("7e1", "4e1", "561", "461", "661").flatMap(page -> {
            String rsc = act._2.more().contains("ar.rsc=100000") ? "ar.rsc=%x".formatted(0x100000 | level << 2) : "ar.rsc=%x".formatted(level << 2);
            return act._2.with(rsc).with("dtr0.pte=" + page).draft("level", act._1, Option.some(act._2.with("dtr0.pte=" + page)));
        })));
    }

    private static Seq<Draft> nested() {
        return acts(4).filter(act -> !act._1.equals("rfi")).flatMap(act -> PAGES.append("miss").flatMap(page -> Vector.of("psr-13", "ic.in-flight=1").flatMap(off -> {
            StackScene scene = page.equals("miss") ? act._2.at(0x1000) : act._2.with("dtr0.pte=" + page);
            return scene.with(off).draft("nested", act._1, Option.some(scene));
        })));
    }

    /// The store goes on into a page that is not there: what was stored or loaded before stays.
    private static Seq<Draft> partly() {
        Seq<Tuple2<String, StackScene>> up = Vector.of(Tuple.of("flushrs", 5), Tuple.of("flushrs", 2), Tuple.of("flushrs", 1), Tuple.of("alloc r8=ar.pfs,0,96,0,0", 4), Tuple.of("alloc r8=ar.pfs,0,94,0,0", 5)).flatMap(each ->
            Vector.of(0x7fc, 0x7fd, 0x7fe, 0x7ff).map(slot -> Tuple.of(each._1, StackScene.of(BASE, slot, each._2))));
        return up.flatMap(act -> Vector.of("-", "ar.rsc=10", "psr~3", "psr+40").flatMap(change -> act._2.with(change).draft("partly", act._1, Option.some(act._2.at(0).with(change)))));
    }

    /// PSR.rt decides, not PSR.dt.
    private static Seq<Draft> switches() {
        return acts(4).filter(act -> !act._1.equals("rfi")).flatMap(act -> Vector.of("psr-27", "psr-17", "psr-27 psr-17", "psr-36", "psr-27 psr-36").flatMap(off -> Vector.of("7e0", "7e1", "10667e1").flatMap(page ->
            act._2.with("dtr0.pte=" + page).with(off).draft("switched", act._1, Option.some(act._2.with("dtr0.pte=" + page))))));
    }

    private static Seq<Draft> spared() {
        return acts(4).flatMap(act -> Vector.of("7c1", "7a1", "781", "7e1").flatMap(page -> Vector.of(Tuple.of("psr+38", "5008022000"), Tuple.of("psr+39", "9008022000"), Tuple.of("psr+38 psr+39", "d008022000"), Tuple.of("psr+38 psr+45 psr+37 psr+43", "a87008022000")).flatMap(bits ->
            (act._1.equals("rfi") ? act._2.with("cr.ipsr=" + bits._2) : act._2.with(bits._1)).with("dtr0.pte=" + page).draft("spared", act._1, Option.some(act._2.with("dtr0.pte=" + page))))));
    }

    private static Seq<Draft> watched() {
        return acts(4).filter(act -> !act._1.equals("rfi")).flatMap(act -> Vector.of("c020", "c018", "c028", "c010").flatMap(address -> Vector.of("cf", "8f", "4f", "c1", "c8").flatMap(who -> Vector.of("-", "psr+39", "ar.rsc+3").flatMap(how -> {
            StackScene watching = act._2.with("psr+24 dbr0=%s dbr1=%sffffffffffffff".formatted(address, who));
            StackScene scene = how.equals("ar.rsc+3") ? leveled(watching, how) : watching.with(how);
            return scene.draft("watched", act._1, Option.some(act._2.with("dbr0=%s dbr1=%sffffffffffffff".formatted(address, who))));
        }))));
    }

    private static Seq<Draft> keyed() {
        return acts(4).filter(act -> !act._1.equals("rfi")).flatMap(act -> Vector.of("pkr0=0", "pkr0=1", "pkr0=3", "pkr0=5", "pkr0=9", "pkr0=101").flatMap(key -> act._2.with("psr+15").with(key).draft("keyed", act._1, Option.some(act._2.with(key)))));
    }

    /// An interrupt that is due is taken before the frame is loaded.
    private static Seq<Draft> interrupted() {
        return Vector.of(1, 3).flatMap(missing -> Vector.of(0, 4, 63).flatMap(slot -> Vector.of("psr+14", "psr+14 psr-13", "psr+13").flatMap(status -> Vector.of(1, 2).flatMap(turns ->
            StackScene.of(MachineBase.VECTORED, slot, -missing).filled(5, false).with("loading=1").with(status).executing("nop.m 0x0").map(scene -> scene.happening(0, new Event.Raise(33)).turning(turns)).filter(Drafts::isSaid)
                .map(scene -> scene.draft("interrupted", "an interrupt while %d registers are loaded, BSPSTORE %x, %s, %d turns".formatted(missing, 0xc000 + 8 * slot, status, turns), List.of("RegisterStack"), Option.none()))))));
    }

    private static Seq<Draft> unimplemented() {
        return Vector.of("flushrs", "nop.m 0x0").flatMap(text -> Vector.of("ar.bspstore=4000000000000000 ar.bsp=4000000000000010", "ar.bspstore=3fffffffffffff00 ar.bsp=3fffffffffffff08").map(store ->
            Scene.of(MachineBase.VECTORED).with(store + " needs.stacked==96 needs.pa=<62").executing(0, text)).flatMap(scene -> scene.filter(Drafts::isSaid)).map(scene -> scene.draft("unimplemented", "%s of a store at %s".formatted(text, scene.machine().stack().bspstore()), List.of("RegisterStack"), Option.none())));
    }
}
