/// What differs between two packs, in what it means for their users.
package vmmref.vectors.fill;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.format.Id;
import vmmref.vectors.format.Manifest;

/// `vectors` are in the order of ids; `clauses` are those whose sentence changed, or that came or went; `files` are those besides the shards that
/// changed, came or went; `lost` are the ids whose line in the ledger was lost or changed.
public record Changes(Manifest before, Manifest after, Seq<Change> vectors, Seq<Sentence> clauses, Seq<String> files, Seq<String> lost) {

    /// A clause and the digest of its sentence in either pack.
    public record Sentence(String clause, Option<String> before, Option<String> after) { }

    private static final String SCHEMA = "schema/";

    /// {@return what differs}
    /// @throws vmmref.vectors.format.PackDamage if one of them is damaged, with its folder
    public static Changes between(Side before, Side after) {
        Seq<Change> vectors = before.families().addAll(after.families()).toList()
            .flatMap(family -> changes(before.vectors(family), after.vectors(family)));
        return new Changes(before.manifest(), after.manifest(), settled(vectors, after).sortBy(change -> Id.parse(change.vector().id()).get()),
            sentences(before.digests(), after.digests()), files(before.manifest().files(), after.manifest().files()), before.lost(after));
    }

    /// {@return whether nothing differs}
    public boolean none() {
        return before.equals(after);
    }

    /// {@return the changes of one sort}
    public <C extends Change> Seq<C> of(Class<C> sort) {
        return vectors.filter(sort::isInstance).map(sort::cast);
    }

    /// {@return the files of schemas that changed}
    public Seq<String> schemas() {
        return files.filter(file -> file.startsWith(SCHEMA));
    }

    /// {@return what no version permits, a sentence each}
    public Seq<String> broken() {
        return of(Change.Moved.class).map(moved -> "%s stands now under the id %s".formatted(moved.before().id(), moved.vector().id()))
            .appendAll(of(Change.Reassigned.class).map(reassigned -> "%s is now the id of another case".formatted(reassigned.vector().id())))
            .appendAll(lost.map(id -> "the line of %s in %s was lost or changed; lines are only ever added".formatted(id, Ledger.FILE)));
    }

    /// {@return by how much the version must grow}
    public Increment required() {
        if (none()) return Increment.NONE;
        if (!broken().isEmpty() || !of(Change.Removed.class).isEmpty()) return Increment.MAJOR;
        return of(Change.Added.class).isEmpty() && schemas().isEmpty() ? Increment.PATCH : Increment.MINOR;
    }

    /// {@return by how much the version grew; nothing if it went back}
    public Option<Increment> made() {
        return Increment.between(before.pack(), after.pack());
    }

    /// {@return whether the version grew enough}
    public boolean agrees() {
        return made().exists(increment -> increment.covers(required()));
    }

    private static Seq<Change> changes(Map<String, Side.Placed> before, Map<String, Side.Placed> after) {
        return before.keySet().addAll(after.keySet()).toList().flatMap(id -> before.get(id)
            .map(was -> after.get(id).map(is -> was.became(is)).getOrElse(() -> Option.some(new Change.Removed(was.vector()))))
            .getOrElse(() -> Option.some(new Change.Added(after.get(id).get().vector()))));
    }

    /// What seems to have gone may stand elsewhere, or have been withdrawn.
    private static Seq<Change> settled(Seq<Change> changes, Side after) {
        Map<String, Change> added = HashMap.ofEntries(changes.filter(Change.Added.class::isInstance).map(change -> new Tuple2<>(change.vector().given().hash(), change)));
        Seq<Change> moved = changes.filter(Change.Removed.class::isInstance)
            .flatMap(gone -> added.get(gone.vector().given().hash()).map(here -> new Change.Moved(gone.vector(), here.vector())));
        Seq<String> settled = moved.flatMap(change -> List.of(((Change.Moved) change).before().id(), change.vector().id()));
        return changes.reject(change -> settled.contains(change.vector().id())).appendAll(moved)
            .map(change -> change instanceof Change.Removed(var vector)
                ? after.revoked(vector.id()).<Change>map(why -> new Change.Withdrawn(vector, why)).getOrElse(change) : change);
    }

    private static Seq<Sentence> sentences(Map<String, String> before, Map<String, String> after) {
        return before.keySet().addAll(after.keySet()).toList().sorted()
            .filter(clause -> !before.get(clause).equals(after.get(clause)))
            .map(clause -> new Sentence(clause, before.get(clause), after.get(clause)));
    }

    private static Seq<String> files(Map<String, String> before, Map<String, String> after) {
        return before.keySet().addAll(after.keySet()).toList().sorted().filter(file -> !before.get(file).equals(after.get(file)));
    }
}
