/// Moves of kernel registers, which change between two executions.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class KernelDrafts {
    private static final Seq<String> VALUES = Vector.of("0", "5a0", "8000000000000000", "ffffffffffffffff");

    private KernelDrafts() { }

    static Seq<Draft> all() {
        return changed();
    }

    /// The routine is called, a register is written, and the routine is called again.
    private static Seq<Draft> changed() {
        return Vector.range(0, 8).flatMap(number -> Vector.of(number, (number + 3) % 8).flatMap(written -> VALUES.map(value -> changing(number, written, value)
            .draft("kernel", "ar.k%d is read, ar.k%d gets %s, and ar.k%d is read again".formatted(number, written, value, number), Scene.FLAG, changing(number, written, VALUES.get((VALUES.indexOf(value) + 1) % VALUES.size()))).unlessFull(number == written && VALUES.indexOf(value) == number % 4))));
    }

    private static Plot changing(int number, int written, String value) {
        Plot plot = Scene.routine("ar.k%d=1234 r23=%s".formatted(number, value), "mov.m r17=ar.k" + number, "br.ret.sptk.few b0");
        return Scene.code(plot, "br.call.sptk.few b0=b6", "mov.m ar.k%d=r23".formatted(written), "adds r18=0x0,r17", "br.call.sptk.few b0=b6").bundles(3).bundles(3).bundles(2);
    }
}
