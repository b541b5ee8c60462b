/// Vectors as the files that hold them.
package vmmref.vectors.fill;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.nio.charset.StandardCharsets;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Shard;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

/// File -> lines, for vectors in the order of their ids. The family, not the draft's topic, says where a vector stands,
/// so that it stays when its draft moves to another topic.
final class Shards {

    private Shards() { }

    /// {@return the name of each shard and its text}
    static Map<String, String> texts(Seq<Tuple2<Tier, Vector>> vectors) {
        return TreeMap.ofEntries(vectors
            .groupBy(vector -> new Tuple2<>(vector._1, family(vector._2.id())))
            .toList()
            .flatMap(group -> parts(group._2.map(vector -> Json.line(vector._2.json()) + "\n"))
                .zipWithIndex((part, index) -> new Tuple2<>(Shard.nameOf(group._1._1, group._1._2, index + 1), part))));
    }

    /// {@return what the manifest says of a shard}
    static Shard described(String file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Shard(file, Json.sha256(bytes), (int) text.chars().filter(c -> c == '\n').count());
    }

    private static String family(String id) {
        return id.substring(0, id.lastIndexOf('/'));
    }

    private static Seq<String> parts(Seq<String> lines) {
        record Part(StringBuilder text, int size) { }
        List<Part> parts = lines.foldLeft(List.of(new Part(new StringBuilder(), 0)), (before, line) -> {
            int  size = line.getBytes(StandardCharsets.UTF_8).length;
            Part last = before.head();
            return last.size() + size <= Shard.LARGEST
                ? before.tail().prepend(new Part(last.text().append(line), last.size() + size))
                : before.prepend(new Part(new StringBuilder(line), size));
        });
        return parts.reverse().map(part -> part.text().toString());
    }
}
