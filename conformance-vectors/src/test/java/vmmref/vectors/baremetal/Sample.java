/// Vectors of the repository for tests of images.
package vmmref.vectors.baremetal;

import io.vavr.Lazy;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Agreement;

public final class Sample {
    public static final Pack PACK = Pack.open(Path.of("vectors"));
    static final Profile PROFILE = Profile.named("itanium2").get();

    /// Those of the kinds that images execute.
    static final Lazy<Map<String, Vector>> CORE = Lazy.of(() -> PACK.vectors(Tier.CORE).filter(vector -> Expressing.KINDS.contains(vector.kind())).toLinkedMap(Vector::id, vector -> vector));

    private Sample() { }

    /// {@return those of smoke, and of the others of each topic one in so many}
    static Seq<Vector> oneIn(int many) {
        HashSet<String> smoke = HashSet.ofAll(PACK.vectors(Tier.SMOKE).map(Vector::id));
        return CORE.get().values().groupBy(vector -> vector.id().replaceFirst("/[^/]*$", "")).values()
            .flatMap(topic -> topic.zipWithIndex().filter(each -> each._2 % many == 0 || smoke.contains(each._1.id())).map(each -> each._1)).toVector();
    }

    /// {@return images of the vectors with some ids}
    static Export export(String... ids) {
        return Export.of(PACK.manifest().pack(), PROFILE, io.vavr.collection.Vector.of(ids).map(id -> CORE.get().get(id).get()).iterator(), Export.MOST, count -> { });
    }

    /// {@return the only image of vectors with some ids}
    static Sheet sheet(String... ids) {
        return export(ids).sheets().single();
    }

    /// {@return whether an answer is what a vector expects}
    static boolean isExpected(Vector vector, Answer answer) {
        return answer instanceof Answer.Observed observed && Agreement.of(vector.given(), Kinds.named(vector.kind()).get(), vector.expect(), observed).isExpected();
    }
}
