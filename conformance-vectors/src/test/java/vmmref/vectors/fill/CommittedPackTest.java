/// The pack that is committed.
package vmmref.vectors.fill;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vmmref.properties.guarantee.Sample;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Shard;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// It is whole, and it is what the model says today: an expectation that moved without `vectors fill` is noticed here.
/// That all drafts give the same bytes again takes minutes: `vmmref vectors verify --regenerate`, which `.ci/run` runs, is for that.
@Tag("sampled")
class CommittedPackTest {

    private static final Path PACK = Path.of("vectors");
    private static final Reference REFERENCE = new Reference();
    private static final Map<String, Kind> KINDS = Kinds.all().toMap(Kind::name, kind -> kind);
    /// Of each shard.
    private static final int SOME = 2;

    @Test
    void nothingIsWrongWithIt() {
        assertEquals(List.empty(), Verify.pack(PACK).toList());
    }

    @Test
    void someOfEachShardExpectTheSameAgain() {
        Pack pack = Pack.open(PACK);
        Seq<Shard> shards = pack.manifest().shards();
        Seq<Tuple2<String, Vector>> some = shards.flatMap(shard -> Sample.of(pack.read(shard).filter(vector -> vector.source().equals("model")), SOME, vector -> shard.file()).map(vector -> Tuple.of(shard.file(), vector)));
        assertEquals(KINDS.keySet(), some.map(each -> each._2.kind()).toSet());
        assertTrue(some.map(Tuple2::_1).distinct().size() * 10 > shards.size() * 6, () -> some.map(Tuple2::_1).distinct().size() + " of " + shards.size() + " shards");
        assertEquals(List.empty(), some.map(Tuple2::_2).reject(vector -> again(vector).equals(vector.expect())).map(Vector::id).toList());
    }

    private static Expectation again(Vector vector) {
        return KINDS.get(vector.kind()).get().expectation(REFERENCE.meeting(vector.needs()).get(), vector.given());
    }
}
