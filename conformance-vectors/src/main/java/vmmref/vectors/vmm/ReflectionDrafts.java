/// What interrupts a guest as it would interrupt its own machine: the starts of kind `intr`, at each of which an interruption is due, but for instructions that show a guest where it runs, and for code at physical addresses that there are not, which no start can hold.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.intr.CauseDrafts;

final class ReflectionDrafts {
    private static final String SENSITIVE = "(fc|probe|thash|ttag|cover|epc|vmsw|mov r\\d+=cpuid).*";
    private static final int OTHERS = 12;

    private ReflectionDrafts() { }

    static Seq<Draft> all() {
        return CauseDrafts.rows().reject(row -> row.cell(4).matches(SENSITIVE) || row.cell(4).contains("cpuid") || row.cell(3).matches(".*(psr~[12]|in-flight|needs.vm|ar.rsc|psr.46|ip=4000000000004000).*")).zipWithIndex().flatMap(row -> of(row._1, row._2));
    }

    /// Of the rows of one interruption one of so many is for tier core, another for each; while PSR.ic is 0 fewer.
    private static Seq<Draft> of(Table.Row row, int number) {
        GuestBase base = row.cell(2).equals("flat") ? GuestBase.FLAT : GuestBase.VIRTUAL;
        return Vector.of(0, 1, 2).flatMap(slot -> Plot.of(base).with(row.cell(3)).executing(slot, row.cell(4))).take(1).flatMap(plot -> {
            String title = "%s: %s%s".formatted(row.cell(0), row.cell(4), Changes.with(row.cell(3)));
            Plot plain = plot.step(1);
            return Vector.of(plain.draft("reflected", title, row.cell(1)).unlessFull(number % OTHERS == 0),
                plot.with("psr-13").step(1).draft("reflected", title + ", while PSR.ic is 0", row.cell(1), plain).unlessFull(number % (2 * OTHERS) == 1),
                plot.with("cr.iva=18000 cr.dcr=3 psr+14").step(1).draft("reflected", title + ", to vectors elsewhere", row.cell(1), plain).unlessFull(number % (2 * OTHERS) == 2));
        });
    }
}
