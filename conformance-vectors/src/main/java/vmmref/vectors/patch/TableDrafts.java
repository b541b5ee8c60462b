/// Hashes and tags of page tables in which a guest believes: short and long ones, of several sizes, elsewhere, and of regions with other numbers and page sizes.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class TableDrafts {
    private static final Seq<String> TEXTS = Vector.of("thash r17=r20", "ttag r17=r20");
    private static final Seq<String> TABLES = Vector.of("e00000001000003d", "e00000001000003c", "e000000010000071", "200000001000004d", "e00000001000013d", "e00000001000013c", "e000000010000171", "000000001000014d");
    private static final Seq<String> ADDRESSES = Vector.of("2000000000108010", "0000000000004000", "e000000000000000", "2003fffffffff000", "2008000000000000", "3fffffffffffffff");
    private static final Seq<String> REGIONS = Vector.of("10240", "10241", "10230", "1023c", "10260", "ffffff40", "140");

    private TableDrafts() { }

    static Seq<Draft> all() {
        return addresses().appendAll(regions()).appendAll(natural()).appendAll(changing());
    }

    private static Seq<Draft> addresses() {
        return TEXTS.flatMap(text -> TABLES.flatMap(table -> ADDRESSES.zipWithIndex().map(address -> plot(text, "-", table, address._1, "-")
            .draft("table", "%s of %s with a table %s".formatted(text, address._1, table), Scene.FLAG, plot(text, "-", table, ADDRESSES.get((address._2 + 1) % ADDRESSES.size()), "-")).unlessFull(address._2 == TABLES.indexOf(table) && text.startsWith("thash") == (address._2 % 2 == 0)))));
    }

    private static Seq<Draft> regions() {
        return TEXTS.flatMap(text -> Vector.of("e00000001000003d", "e00000001000013d").flatMap(table -> REGIONS.zipWithIndex().map(region -> plot(text, "psr~3", table, "2000000000108010", "rr1=" + region._1)
            .draft("table", "%s at level 3 with a table %s and the region %s".formatted(text, table, region._1), Scene.FLAG, plot(text, "psr~3", table, "2000000000108010", "rr1=" + REGIONS.get((region._2 + 1) % REGIONS.size()))).unlessFull(region._2 == 1 && text.startsWith("thash") == table.endsWith("013d")))));
    }

    private static Seq<Draft> natural() {
        return TEXTS.flatMap(text -> Scene.WAYS.flatMap(way -> Vector.of("r20.nat=1", "r20.nat=0").map(nat -> plot(text, way, "e00000001000003d", "2000000000108010", nat)
            .draft("table", text + (nat.endsWith("1") ? " of a NaT" : " of what is no NaT") + Changes.with(way), "NatPropagation", plot(text, way, "e00000001000003d", "2000000000108010", nat.endsWith("1") ? "r20.nat=0" : "r20.nat=1")).unlessFull(way.equals("-") && nat.endsWith("1") && text.startsWith("ttag")))));
    }

    /// The table, or the region, becomes another one between two executions.
    private static Seq<Draft> changing() {
        return TEXTS.flatMap(text -> Vector.of("mov cr.pta=r23", "mov rr[r20]=r23").flatMap(move -> Vector.of("psr-17", "-").flatMap(way -> Vector.of(0, 1).map(other -> changing(text, way, move, other)
            .draft("table-moved", "%s, %s puts %s there, and %s again%s".formatted(text, move, value(move, other), text, Changes.with(way)), Scene.FLAG, changing(text, way, move, 1 - other)).unlessFull(other == 0 && way.equals("-"))))));
    }

    private static String value(String move, int other) {
        return (move.contains("pta") ? Vector.of("e00000002000003d", "e00000001000013d") : Vector.of("20240", "20238")).get(other);
    }

    private static Plot changing(String text, String way, String move, int other) {
        Plot plot = Scene.routine(way, text, "br.ret.sptk.few b0").with("cr.pta=e00000001000003d r20=6000000000108010 r23=" + value(move, other));
        return Scene.code(plot, "br.call.sptk.few b0=b6", "adds r18=0x0,r17", move, "srlz.d", "br.call.sptk.few b0=b6").bundles(3).bundles(4).bundles(2);
    }

    private static Plot plot(String text, String way, String table, String address, String changes) {
        return Scene.slotted(way, "MFI;", 0, text).with("cr.pta=%s r20=%s".formatted(table, address)).with(changes).step(1);
    }
}
