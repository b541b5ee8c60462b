/// The files of a pack that describe it: clauses.json, profiles and MANIFEST.json.
package vmmref.vectors.fill;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Sentence;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.Vector;

/// File -> text. The `state` of a clause: `attested` when a vector that it decides takes its expectation from an
/// independent source; `self-consistent` when all of them take theirs from the model; `untested` when there is none.
final class Tables {

    static final String CLAUSES  = "clauses.json";
    static final String PROFILES = "profiles/";

    private Tables() { }

    static Map<String, String> texts(Seq<Vector> vectors) {
        return LinkedHashMap.ofEntries(Profile.all().map(Tables::profile)).put(CLAUSES, clauses(vectors));
    }

    /// {@return the manifest for some shards and for other files with their bytes}
    static Manifest manifest(Map<String, String> shards, Map<String, byte[]> files) {
        return new Manifest(
            Manifest.PACK,
            Profile.all().map(Profile::name),
            specification(),
            shards.toList().map(shard -> Shards.described(shard._1, shard._2)),
            files.mapValues(Json::sha256));
    }

    private static Tuple2<String, String> profile(Profile profile) {
        ObjectNode json = Json.object().put("name", profile.name());
        json.set("parameters", Json.scalars(profile.parameters()));
        return new Tuple2<>(PROFILES + profile.name() + ".json", Json.page(json));
    }

    private static String clauses(Seq<Vector> vectors) {
        Set<String> decided  = HashSet.ofAll(vectors.flatMap(Vector::clauses));
        Set<String> attested = HashSet.ofAll(vectors.filter(vector -> !vector.source().equals("model")).flatMap(Vector::clauses));
        ObjectNode  json     = Json.object();
        Clauses.all().forEach(clause -> json.set(clause.name(), clause(clause,
            attested.contains(clause.name()) ? "attested" : decided.contains(clause.name()) ? "self-consistent" : "untested")));
        return Json.page(json);
    }

    private static ObjectNode clause(Clause clause, String state) {
        Sentence sentence = clause.sentence();
        return Json.object()
            .put("title",  sentence.title())
            .put("kind",   clause.level().name().toLowerCase(Locale.ROOT))
            .put("anchor", sentence.anchor())
            .put("digest", sentence.digest())
            .put("state",  state);
    }

    private static String specification() {
        return Json.sha256(Clauses.all()
            .sortBy(Clause::name)
            .map(clause -> clause.name() + "\t" + clause.sentence().digest() + "\n")
            .mkString()
            .getBytes(StandardCharsets.UTF_8));
    }
}
