/// The lines of one shard, checked.
package vmmref.vectors.format;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.util.function.Function;

/// What is wrong with a shard is told as exactly as possible: the line before the count, the count before the hash.
public record ShardFile(Seq<Fields> lines, Seq<Vector> vectors, Shard shard) {

    /// Reads one shard of a pack with these bases.
    /// @throws PackDamage if it is too large, truncated, changed, or holds anything but the vectors of its topic in order
    public static ShardFile read(Path pack, Shard shard, Bases bases) {
        return of(shard, PackFile.bytes(pack, shard.file()), bases);
    }

    /// {@return the shard that some bytes hold}
    /// @throws PackDamage as {@link #read} does
    public static ShardFile of(Shard shard, byte[] bytes, Bases bases) {
        if (bytes.length > Shard.LARGEST)
            throw mistake(shard, "has " + bytes.length + " bytes, more than " + Shard.LARGEST, "split it by running `vmmref vectors fill`");
        Seq<String> texts = PackFile.lines(shard.file(), PackFile.decoded(shard.file(), bytes));
        Seq<Fields> lines = read(shard, texts, Json::fields);
        ShardFile   file  = new ShardFile(lines, read(shard, lines, line -> Vector.of(line, bases)), shard);
        if (lines.size() != shard.vectors())
            throw mistake(shard, "holds " + lines.size() + " vectors, and MANIFEST.json says " + shard.vectors(), Pack.RESTORE);
        if (!Json.sha256(bytes).equals(shard.sha256()))
            throw file.changed();
        file.checkOrder();
        return file;
    }

    Seq<Located> located() {
        return vectors.zipWithIndex((vector, index) -> new Located(vector, Id.parse(vector.id()).get(), shard.file(), index + 1));
    }

    static void ascending(Located before, Located next) {
        int order = before.id().compareTo(next.id());
        if (order == 0)
            throw mistake(next, "the id " + next.id() + " stands already at " + before.file() + ":" + before.line(), Pack.RESTORE);
        if (order > 0)
            throw mistake(next, next.id() + " stands after " + before.id() + "; vectors are sorted by id", "run `vmmref vectors fill`");
    }

    private void checkOrder() {
        Seq<Located> all = located();
        all.find(next -> !next.id().family().equals(shard.family())).forEach(stranger -> {
            throw mistake(stranger, stranger.id() + " does not belong to " + shard.family(), "run `vmmref vectors fill`");
        });
        all.zip(all.drop(1)).forEach(pair -> ascending(pair._1, pair._2));
        all.foldLeft(HashSet.<String>empty(), (seen, next) -> {
            if (seen.contains(next.vector().hash()))
                throw mistake(next, next.id() + " decides the same as a vector before it: they have one hash", "remove one of the two drafts, and run `vmmref vectors fill`");
            return seen.add(next.vector().hash());
        });
    }

    /// The first line that contradicts its own hash says where the change is.
    private PackDamage changed() {
        return located()
            .find(line -> !Vector.hashOf(line.vector().given(), line.vector().expect(), line.vector().frame()).equals(line.vector().hash()))
            .map(line -> mistake(line, line.id() + " does not have its hash: some bytes of this line changed", Pack.RESTORE))
            .getOrElse(() -> mistake(shard, "is not the file that MANIFEST.json describes: some bytes changed", Pack.RESTORE));
    }

    private static <A, B> Seq<B> read(Shard shard, Seq<A> lines, Function<A, B> reader) {
        return lines.zipWithIndex((line, index) -> {
            try {
                return reader.apply(line);
            } catch (FieldMistake bad) {
                throw new PackDamage(Finding.of(shard.file(), index + 1, bad));
            }
        });
    }

    private static PackDamage mistake(Shard shard, String problem, String remedy) {
        return new PackDamage(Finding.of(shard.file(), problem, remedy));
    }

    private static PackDamage mistake(Located at, String problem, String remedy) {
        return new PackDamage(Finding.of(at.file(), at.line(), problem, remedy));
    }
}
