package vmmref.properties.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Wiring;

/// What paths of small hardware may be made of.
final class Wirings {
    private static final int LONGEST = 2;

    private static final Seq<Wiring> ALL = Vector.of(1, 2, 3, 4, 8).flatMap(lines -> Vector.of(0, 1, 2).map(latency -> new Wiring(lines, latency)));

    private Wirings() { }

    /// {@return those over which so many statuses take 0 to 2 ticks}
    static Seq<Wiring> of(int statuses) {
        return ALL.filter(each -> takes(each, statuses) <= LONGEST);
    }

    /// {@return the latency, plus the quotient of the bits by the lines, rounded up, minus 1}
    static int takes(Wiring wiring, int statuses) {
        int quotient = 0;
        for (int bits = 2 * statuses; bits > 0; bits -= wiring.lines()) quotient++;
        return wiring.latency() + quotient - 1;
    }
}
