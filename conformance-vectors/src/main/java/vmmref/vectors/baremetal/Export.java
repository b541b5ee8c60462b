package vmmref.vectors.baremetal;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Iterator;
import java.util.function.IntConsumer;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Parameters;
import vmmref.vmm.Vmm;

/// Vectors as images for machines with the parameters of a profile, and those that no image can execute.
///
/// @param pack          the version of the vectors
/// @param profile       whose machines
/// @param sheets        the images
/// @param inexpressible the others
/// @param coverage      the clauses of both
public record Export(String pack, Profile profile, Seq<Sheet> sheets, Seq<Inexpressible> inexpressible, Coverage coverage) {
    /// So many cases have an image unless somebody wants another number.
    public static final int MOST = 200;

    private static final String COMMITTED = "itanium2";
    private static final String MODEL = "model";

    /// {@return vectors as images}
    ///
    /// @param most how many cases an image has at most
    /// @param told how many vectors were looked at, as they are
    public static Export of(String pack, Profile profile, Iterator<vmmref.vectors.format.Vector> vectors, int most, IntConsumer told) {
        Expectations expectations = new Expectations(profile);
        Vector<ImageCase> cases = Vector.empty();
        Vector<Inexpressible> others = Vector.empty();
        Coverage coverage = Coverage.NONE;
        for (int count = 0; vectors.hasNext(); told.accept(++count)) {
            vmmref.vectors.format.Vector vector = vectors.next();
            Either<String, Expressed> each = expectations.expressed(vector);
            if (each.isRight()) cases = cases.append(new ImageCase(vector.id(), vector.given(), each.get()));
            else others = others.append(new Inexpressible(vector.id(), each.getLeft()));
            if (Expressing.KINDS.contains(vector.kind())) coverage = each.isRight() ? coverage.with(vector) : coverage.without(vector, each.getLeft());
        }
        return new Export(pack, profile, Sheet.all(cases, most), others, coverage);
    }

    /// {@return how many vectors the images execute}
    public int expressed() {
        return sheets.map(sheet -> sheet.cases().size()).sum().intValue();
    }

    /// {@return why vectors are not expressible, and how many for each reason, the most frequent first}
    public Map<String, Integer> reasons() {
        return LinkedHashMap.ofEntries(inexpressible.groupBy(Inexpressible::why).mapValues(Seq::size).toVector().sortBy(reason -> -reason._2));
    }

    /// What vectors expect of machines with some parameters.
    private static final class Expectations {
        private final Parameters parameters;
        private final Vmm reference;
        private final Expressing expressing;
        private final boolean committed;

        private Expectations(Profile profile) {
            this.parameters = new Parameters(profile.parameters());
            this.reference  = Vmm.reference(profile);
            this.expressing = new Expressing(reference.machine());
            this.committed  = profile.parameters().equals(Profile.named(COMMITTED).get().parameters());
        }

        private Either<String, Expressed> expressed(vmmref.vectors.format.Vector vector) {
            if (!Expressing.KINDS.contains(vector.kind())) return Either.left("is of kind " + vector.kind() + ", and images execute " + Expressing.KINDS.mkString(", "));
            return vector.needs().unmet(parameters).map(need -> Either.<String, Expressed>left("needs %s %s".formatted(need, vector.needs().conditions().get(need).get())))
                .getOrElse(() -> expressing.of(vector.given(), expectation(vector)));
        }

        private Expectation expectation(vmmref.vectors.format.Vector vector) {
            return committed || !vector.source().equals(MODEL) ? vector.expect() : Kinds.named(vector.kind()).get().expectation(reference, vector.given());
        }
    }
}
