/// The look that {@link Verify} takes at every vector.
package vmmref.vectors.fill;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clauses;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Mistake;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Shard;
import vmmref.vectors.format.ShardFile;
import vmmref.vectors.format.Vector;

/// Gathers findings shard by shard; what concerns several shards is known when all have been inspected.
final class Inspection {

    private static final String FILL = "run `vmmref vectors fill`";

    /// What is kept of a vector: where it stands, the hash of its case, and its near vector.
    private record Seen(String file, int line, String given, Seq<String> near) { }

    private final Schemas             schemas;
    private final Ledger              ledger;
    private final Set<String>         flags;
    private final Set<String>         revoked;
    private final java.util.List<Finding> findings = new ArrayList<>();
    private final Map<String, Seen>   byId         = new HashMap<>();
    private final Map<String, String> byHash       = new HashMap<>();
    private boolean                   complete     = true;

    Inspection(Schemas schemas, Ledger ledger, Set<String> flags, Seq<Revoked> revoked) {
        this.schemas = schemas;
        this.ledger  = ledger;
        this.flags   = flags;
        this.revoked = HashSet.ofAll(revoked.map(Revoked::id));
    }

    /// Inspects one shard; an unreadable one is a finding.
    void inspect(Pack pack, Shard shard) {
        try {
            inspect(ShardFile.read(pack.folder(), shard, pack.bases()));
        } catch (PackDamage mistake) {
            complete = false;
            findings.add(mistake.finding());
        }
    }

    /// Inspects one shard that could be read.
    void inspect(ShardFile file) {
        file.vectors().zip(file.lines()).zipWithIndex().forEach(line ->
            inspect(line._1._1, line._1._2.json(), file.shard().file(), line._2 + 1));
    }

    /// {@return everything found so far, and near vectors that are missing; those only if every shard could be read}
    Seq<Finding> findings() {
        Seq<Finding> found = List.ofAll(findings);
        return complete ? found.appendAll(List.ofAll(byId.entrySet()).sortBy(Map.Entry::getKey).flatMap(entry -> near(entry.getKey(), entry.getValue()))) : found;
    }

    private void inspect(Vector vector, ObjectNode raw, String file, int line) {
        mistakes(schemas.check(Schemas.Form.VECTOR, raw), file, line);
        ObjectNode request = Json.object().put("cmd", "run").put("seq", line);
        request.set("case", vector.given().json());
        mistakes(schemas.check(Schemas.Form.REQUEST, request), file, line);

        String               given = vector.given().hash();
        Option<Ledger.Entry> known = ledger.find(given);
        require(Vector.hashOf(vector.given(), vector.expect(), vector.frame()).equals(vector.hash()),
            file, line, "does not have the hash of its contents", "undo the edit, or " + FILL);
        require(known.exists(entry -> entry.id().toString().equals(vector.id())),
            file, line, known.map(entry -> vector.id() + " has the id " + entry.id() + " in ids.tsv").getOrElse(vector.id() + " is not in ids.tsv"),
            "restore ids.tsv from version control, then " + FILL);
        require(!revoked.contains(vector.id()), file, line, vector.id() + " was revoked", "remove its draft, then " + FILL);
        vector.flags().reject(flags::contains).forEach(flag ->
            report(file, line, "the flag " + flag + " is not in flags.json", "say there why such cases exist"));
        vector.clauses().filter(clause -> Clauses.named(clause).isEmpty()).forEach(clause ->
            report(file, line, "no chapter states the clause " + clause, "use a vmmref of the pack's version, or " + FILL));
        require(vector.clauses().containsAll(vector.expect().clauses()), file, line, "a clause of because or by is not among its clauses", FILL);

        Seen   seen   = new Seen(file, line, given, vector.near().toList());
        Seen   before = byId.putIfAbsent(vector.id(), seen);
        require(before == null, file, line, "the id " + vector.id() + " is used twice", FILL);
        String twin   = byHash.putIfAbsent(vector.hash(), vector.id());
        require(twin == null, file, line, vector.id() + " and " + twin + " decide the same: they have one hash", "remove one of the two drafts, then " + FILL);
    }

    private Seq<Finding> near(String id, Seen vector) {
        return vector.near.flatMap(near -> {
            Seen other = byId.get(near);
            String problem = other == null ? "is not in the pack" : other.given.equals(vector.given) ? "is the same case" : "";
            return problem.isEmpty()
                ? List.<Finding>empty()
                : List.of(Finding.of(vector.file, vector.line, "the near vector " + near + " of " + id + " " + problem, "name one that differs in one field"));
        });
    }

    private void mistakes(Seq<Mistake> mistakes, String file, int line) {
        mistakes.forEach(mistake -> findings.add(Finding.of(file, line, mistake)));
    }

    private void require(boolean holds, String file, int line, String problem, String remedy) {
        if (!holds) report(file, line, problem, remedy);
    }

    private void report(String file, int line, String problem, String remedy) {
        findings.add(Finding.of(file, line, problem, remedy));
    }
}
