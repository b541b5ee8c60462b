package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/// Generators of defects.
public final class Defects {
    private Defects() { }

    /// {@return one to `most` of some defects that a scene can have at once, none of them twice}
    ///
    /// One to `most` are drawn, each number and each defect as often as another; one that is not compatible with those before it is left out, and so few come up more often. They stand in the
    /// order in which they were drawn, not in that of the faults. Shrinks to the first of them alone. Whether a scene has what a defect spoils is for the caller to know: [Defect#in].
    public static Arbitrary<Seq<Defect>> combinations(Seq<Defect> some, int most) {
        return Arbitraries.of(some.asJava())
            .list().ofMinSize(1).ofMaxSize(most).withSizeDistribution(RandomDistribution.uniform()).map(defects ->
            Vector.ofAll(defects).foldLeft(Vector.empty(), (before, defect) -> before.forAll(defect::isCompatibleWith) ? before.append(defect) : before));
    }
}
