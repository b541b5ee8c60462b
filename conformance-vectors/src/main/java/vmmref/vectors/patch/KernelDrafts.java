/// Moves of kernel registers, which change between two executions.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class KernelDrafts {
    private static final Seq<String> VALUES = Vector.of("0", "5a0", "8000000000000000", "ffffffffffffffff");

    private KernelDrafts() { }

    static Seq<Draft> all() {
        return changed().appendAll(returning()).appendAll(switching()).appendAll(within());
    }

    /// The routine is called, a register is written, and the routine is called again.
    private static Seq<Draft> changed() {
        return Vector.range(0, 8).flatMap(number -> Vector.of(number, (number + 3) % 8).flatMap(written -> VALUES.take(number == written ? 4 : 2).map(value -> changing(number, written, value)
            .draft("kernel", "ar.k%d is read, ar.k%d gets %s, and ar.k%d is read again".formatted(number, written, value, number), Scene.FLAG, changing(number, written, VALUES.get(VALUES.indexOf(value) == 0 ? 1 : 0))).unlessFull(number == written && VALUES.indexOf(value) == number / 2 && number % 2 == 0))));
    }

    private static Plot changing(int number, int written, String value) {
        Plot plot = Scene.routine("ar.k%d=1234 r23=%s".formatted(number, value), "mov.m r17=ar.k" + number, "br.ret.sptk.few b0");
        return Scene.code(plot, "br.call.sptk.few b0=b6", "mov.m ar.k%d=r23".formatted(written), "adds r18=0x0,r17", "br.call.sptk.few b0=b6").bundles(3).bundles(3).bundles(2);
    }

    /// A register is written at level 0, and read before and afterwards at level 3, also by another address.
    private static Seq<Draft> returning() {
        return Vector.range(0, 8).flatMap(number -> Vector.of("9000", "2000000000100000").flatMap(second -> VALUES.take(second.equals("9000") ? 3 : 1).map(value -> returning(number, second, value)
            .draft("kernel-user", "ar.k%d is read, gets %s, and is read at level 3 at %s".formatted(number, value, second), Scene.FLAG, returning(number, second.equals("9000") ? "2000000000100000" : "9000", VALUES.head())).unlessFull(second.equals("9000") && VALUES.indexOf(value) == number))));
    }

    private static Plot returning(int number, String second, String value) {
        Plot plot = Scene.routine("ar.k%d=1234 r23=%s cr.iip=%s cr.ipsr=1308022000 cr.ifs=0".formatted(number, value, second), "MMI;: mov.m r17=ar.k%d | nop.m 0x0 | adds r18=0x1,r17".formatted(number), "br.ret.sptk.few b0");
        return Scene.code(plot, "br.call.sptk.few b0=b6", "mov.m ar.k%d=r23".formatted(number), "rsm 0x2000", "rfi").bundles(3).bundles(3).bundles(1);
    }

    /// Two guests have other values in the registers, and go on in turns, also in the middle of a bundle.
    private static Seq<Draft> switching() {
        return Vector.range(0, 8).flatMap(number -> Vector.of(1, 2, 3).flatMap(turns -> Vector.of(true, false).map(shared -> switching(number, turns, shared)
            .draft("kernel-switch", "ar.k%d is read by two guests, which take turns after %d instructions%s".formatted(number, turns, shared ? ", in one frame" : ""), "GuestSwitch", switching(number, turns, !shared)).unlessFull(number == turns && shared))));
    }

    private static Plot switching(int number, int turns, boolean shared) {
        String bundle = "MMI;: nop.m 0x0 | mov.m r17=ar.k%d | adds r18=0x1,r17".formatted(number);
        Plot plot = Plot.of(GuestBase.TWO).with(0, "ar.k%d=5a0".formatted(number)).with(1, "ar.k%d=abc".formatted(number));
        Plot coded = Vector.of(0, 1).foldLeft(plot, (each, guest) -> Vector.of(0, 1, 2).foldLeft(each, (some, index) -> shared && guest == 1 ? some : some.bundle(guest, 0x4000L + 16 * index, "MMI;", Vector.of(bundle.substring(6).split(" \\| ")))));
        Plot mapped = shared ? coded.mapping(1, map -> map.with(4, 4, 1)) : coded;
        return mapped.step(turns).switching(1).step(turns + 1).switching(0).step(turns).switching(1).step(turns).switching(0).step(turns);
    }

    /// A register is written in a bundle that reads one.
    private static Seq<Draft> within() {
        return Vector.range(0, 8).flatMap(number -> Vector.of(number, (number + 1) % 8).flatMap(written -> Vector.of("M;MI;: mov.m r17=ar.k%d | mov.m ar.k%d=r23 | adds r18=0x1,r18", "M;MI;: mov.m ar.k%2$d=r23 | mov.m r17=ar.k%1$d | adds r18=0x1,r18").map(bundle -> within(bundle.formatted(number, written))
            .draft("kernel-within", "%s, twice".formatted(bundle.formatted(number, written)), Scene.FLAG, within(bundle.formatted(number, number == written ? (number + 1) % 8 : number))).unlessFull(number == 3 && written == 3 || number == 5 && written == 5))));
    }

    private static Plot within(String bundle) {
        Plot plot = Vector.range(0, 8).foldLeft(Scene.of("-"), (each, number) -> each.with("ar.k%d=%x".formatted(number, 0x100 + number)));
        return Scene.code(plot.with("r23=5a0 b7=4000"), bundle, "adds r22=0x0,r17", "br.cond.sptk.few b7").bundles(3).step(3);
    }
}
