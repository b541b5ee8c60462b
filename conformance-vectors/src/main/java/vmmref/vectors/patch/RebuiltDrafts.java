/// Registers change of which stubs that park others hold what a guest believes: the page table, regions and performance monitors.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class RebuiltDrafts {
    private static final Seq<String> TABLES = Vector.of("e00000001000003d", "e00000002000003d", "e00000001000013d", "e000000010000071", "a0000000000000f5", "e000000010000021");
    /// Identifiers and page sizes, of which the others have 16.
    private static final Seq<String> REGIONS = Vector.of("20240", "30240", "20238", "10940");
    private static final Seq<Needy> TOLD = Needy.EACH.take(2).map(needy -> needy.with("r20=6000000000108010 cr.pta=e00000001000013d"));

    private RebuiltDrafts() { }

    static Seq<Draft> all() {
        return tables().appendAll(regions()).appendAll(monitors()).appendAll(others()).appendAll(guests());
    }

    private static Seq<Draft> tables() {
        return TOLD.flatMap(needy -> Vector.of("e00000001000003d", "e00000001000013d").flatMap(first -> TABLES.reject(first::equals).map(table -> changing(needy.with("cr.pta=%s r23=%s".formatted(first, table)), "mov cr.pta=r23")
            .draft("rebuilt-table-" + needy.name(), "%s, PTA %s becomes %s, and again".formatted(needy.title(), first, table), Scene.FLAG, changing(needy.with("cr.pta=%s r23=%s".formatted(first, after(TABLES.reject(first::equals), table))), "mov cr.pta=r23"))
            .unlessFull(needy.text().startsWith("thash") && (first.endsWith("03d") ? table.startsWith("e00000002") : table.endsWith("71"))))));
    }

    private static String after(Seq<String> all, String one) {
        return all.get((all.indexOf(one) + 1) % all.size());
    }

    /// The region of the address becomes another one, or one of which nothing is asked.
    private static Seq<Draft> regions() {
        return TOLD.flatMap(needy -> Vector.of(1, 3, 7).flatMap(region -> REGIONS.map(value -> changing(region(needy, region, value), "mov rr[r24]=r23")
            .draft("rebuilt-region-" + needy.name(), "%s of %s, the region %d becomes %s, and again".formatted(needy.title(), "6000000000108010", region, value), Scene.FLAG, changing(region(needy, region, after(REGIONS, value)), "mov rr[r24]=r23"))
            .unlessFull(region == 3 && (value.equals("30240") && needy.slot() == 0 || value.equals("20238") && needy.slot() == 1 && needy.text().startsWith("ttag"))))));
    }

    private static Needy region(Needy needy, int region, String value) {
        return needy.with("r24=%x r23=%s".formatted((long) region << 61, value));
    }

    private static Seq<Draft> monitors() {
        return Vector.rangeClosed(3, 8).flatMap(read -> Vector.of(read, read == 4 ? 5 : 4, 6).distinct().flatMap(written -> Vector.of("0", "44", "7fffffff").map(value -> changing(monitor(read, written, value), "mov pmd[r24]=r23")
            .draft("rebuilt-monitor", "PMD %d is read, PMD %d gets %s, and PMD %d is read again".formatted(read, written, value, read), Scene.FLAG, changing(monitor(read, written, value.equals("0") ? "7fffffff" : "0"), "mov pmd[r24]=r23")).unlessFull(read == written && (read == 4 && value.equals("0") || read == 7 && value.startsWith("7"))))));
    }

    private static Needy monitor(int read, int written, String value) {
        return Needy.MONITOR.with("r20=%x r24=%x r23=%s".formatted(read, written, value));
    }

    /// What stubs hold does not change, or what other stubs of the page hold does.
    private static Seq<Draft> others() {
        return Needy.EACH.flatMap(needy -> Vector.of("mov.m ar.k3=r23", "mov cr.pta=r23", "mov pmd[r24]=r23", "mov rr[r25]=r27", "mov cr.tpr=r0").map(move -> mixed(needy, move).draft("rebuilt-others", "%s and mov.m r21=ar.k3, %s, and both again".formatted(needy.title(), move), Scene.FLAG, mixed(needy, move.endsWith("r0") ? "mov.m ar.k3=r23" : "mov cr.tpr=r0"))
            .unlessFull(needy.slot() == 1 && needy.text().contains("cpuid") && move.startsWith("mov.m") || needy.equals(Needy.HASH) && move.contains("pta"))));
    }

    private static Plot mixed(Needy needy, String move) {
        Plot plot = Scene.placed(Scene.of("-").with(needy.changes()).with("b6=9000 ar.k3=5a0 r24=5 r23=e00000002000003d r25=2000000000000000 r27=20240"), Scene.ROUTINE, needy.bundle(), "mov.m r21=ar.k3", "br.ret.sptk.few b0");
        return Scene.code(plot, "br.call.sptk.few b0=b6", move, "br.call.sptk.few b0=b6").bundles(2).bundles(2).bundles(1).bundles(1).step(3);
    }

    /// The routine is called, a register is written, and the routine is called again.
    private static Plot changing(Needy needy, String move) {
        Plot plot = Scene.placed(Scene.of("-").with(needy.changes()).with("b6=9000"), Scene.ROUTINE, needy.bundle(), "br.ret.sptk.few b0");
        return Scene.code(plot, "br.call.sptk.few b0=b6", "adds r21=0x0,r17", move, "srlz.d", "br.call.sptk.few b0=b6").bundles(3).bundles(4).bundles(1);
    }

    /// Two guests, of which each has its own, go on in turns in one frame; one of them changes its own.
    private static Seq<Draft> guests() {
        return Needy.EACH.flatMap(needy -> Vector.of("mov cr.pta=r23", "mov rr[r25]=r27", "mov pmd[r24]=r23", "mov cr.tpr=r0").map(move -> shared(needy, move).draft("rebuilt-guest", "%s of two guests in one frame, of which the second does %s".formatted(needy.title(), move), "GuestSwitch", shared(needy, move.endsWith("r0") ? "mov cr.pta=r23" : "mov cr.tpr=r0"))
            .unlessFull(needy.text().startsWith("ttag") && move.contains("rr["))));
    }

    private static Plot shared(Needy needy, String move) {
        Plot plot = Plot.of(GuestBase.TWO).with(0, needy.changes() + " b7=4000").with(1, needy.changes() + " cr.pta=e00000002000013d pmd5=99 b7=4000 r24=5 r23=e000000030000071 r25=2000000000000000 r27=20240").mapping(1, map -> map.with(9, 9, 1));
        Plot coded = Vector.of(0, 1).foldLeft(Scene.placed(plot.with(0, "b6=9000").with(1, "b6=9000"), Scene.ROUTINE, needy.bundle(), "br.ret.sptk.few b0"), (each, guest) -> Vector.of("br.call.sptk.few b0=b6", guest == 1 ? move : "nop.m 0x0", "br.call.sptk.few b0=b6").zipWithIndex().foldLeft(each, (some, line) -> some.holding(guest, 0x4000L + 16L * line._2, line._1)));
        return coded.bundles(2).switching(1).bundles(4).switching(0).bundles(3).switching(1).bundles(1).step(1);
    }
}
