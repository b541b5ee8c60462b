/// Makes a pack out of drafts.
package vmmref.vectors.fill;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Id;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.PackFile;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

/// The same drafts and the same ledger give the same bytes.
public final class Fill {

    /// The files of a pack that people write.
    public static final Seq<String> WRITTEN = Schemas.FILES.map(file -> "schema/" + file).appendAll(List.of("flags.json", Revoked.FILE));

    private static final String FRAME = "rest";

    private Fill() { }

    /// Writes every vector of some kinds, with their ids, and all files that describe them. The files that people write
    /// must be there. Nothing is written if anything is wrong.
    /// @throws PackDamage if the ledger, the bases or a file that people write is missing or malformed, a base or a draft is
    /// wrong, the pack would not pass {@link Verify}, or the folder cannot be written
    public static Filled into(Path pack, Seq<Kind> kinds) {
        Seq<Revoked> revoked = Revoked.read(pack);
        Ledger       before  = ledger(pack).without(revoked.flatMap(vector -> Id.parse(vector.id())));
        Bases        bases   = kinds.flatMap(Kind::bases).foldLeft(Bases.read(pack), Bases::with);
        Drafts       drafts  = Drafts.named(kinds, before, bases, revoked);
        Reference    rules   = new Reference();
        Seq<Tuple2<Named, Expected>> expected = drafts.all().map(named -> new Tuple2<>(named, Expected.of(named, rules)));
        Seq<Tuple2<Tier, Vector>>    vectors  = expected.map(pair ->
            new Tuple2<>(pair._1.draft().tier(), vector(pair._1, pair._2.expectation(), drafts)));

        Map<String, String> shards   = Shards.texts(vectors);
        Map<String, byte[]> files    = others(pack, drafts.ledger(), bases, vectors.map(Tuple2::_2));
        Manifest            manifest = Tables.manifest(shards, files);
        Swap swap = new Swap(pack, files
            .merge(bytes(shards))
            .put(Manifest.FILE, Json.page(manifest.json()).getBytes(StandardCharsets.UTF_8)));
        Swap.Swapped swapped = swap.checkedBy(Verify::pack);
        return new Filled(
            LinkedHashMap.ofEntries(List.of(Tier.values()).map(tier -> new Tuple2<>(tier, manifest.countIn(tier)))),
            shards.size(),
            drafts.ledger().entries().size() - before.entries().size(),
            swapped.changed(),
            swapped.removed(),
            expected.flatMap(pair -> pair._2.disagreements()));
    }

    /// A pack without its ledger would give its ids anew, so only a pack that was never filled may lack one.
    private static Ledger ledger(Path pack) {
        boolean filled = Files.exists(pack.resolve(Manifest.FILE));
        return filled || Files.exists(pack.resolve(Ledger.FILE)) ? Ledger.read(pack) : Ledger.empty();
    }

    private static Map<String, byte[]> others(Path pack, Ledger ledger, Bases bases, Seq<Vector> vectors) {
        Map<String, String> named = bases.all().isEmpty() ? LinkedHashMap.empty() : LinkedHashMap.of(Bases.FILE, bases.text());
        return bytes(Tables.texts(vectors).put(Ledger.FILE, ledger.text()).merge(named))
            .merge(WRITTEN.toMap(file -> file, file -> PackFile.bytes(pack, file)));
    }

    private static Vector vector(Named named, Expectation expect, Drafts drafts) {
        Draft draft = named.draft();
        if (draft.typed().isDefined() == draft.source().equals("model"))
            throw named.mistake("has the source " + draft.source() + (draft.typed().isDefined() ? " and" : " but no") + " typed expectation",
                "an expectation is typed from a source, or else its source is model");
        return new Vector(named.id(), Vector.hashOf(named.given(), expect, FRAME), named.kind().name(), draft.level(), draft.title(),
            draft.flags(), expect.clauses(), draft.needs(), drafts.near(named), draft.stimulus(), expect, FRAME, draft.source(), named.entry().since());
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        return texts.mapValues(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
