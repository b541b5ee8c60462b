/// The changes between two packs, sorted by what became of the vectors.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.function.Function;
import vmmref.vectors.fill.Change;
import vmmref.vectors.fill.Changes;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Difference;

record ChangeSorts(Changes changes) {

    /// One sort: the word for it, its changes, and a line about each.
    record Sort(String word, Seq<? extends Change> changes, Seq<String> lines) { }

    /// {@return every sort, those without changes too}
    Seq<Sort> all() {
        return List.of(
            sort("added",      Change.Added.class,      ChangeSorts::titled),
            sort("removed",    Change.Removed.class,    ChangeSorts::titled),
            sort("revoked",    Change.Withdrawn.class,  gone -> "%s on %s: %s".formatted(gone.vector().id(), gone.why().date(), gone.why().reason())),
            sort("corrected",  Change.Corrected.class,  this::corrected),
            sort("moved",      Change.Moved.class,      moved -> "%s, once %s".formatted(moved.vector().id(), moved.before().id())),
            sort("reassigned", Change.Reassigned.class, given -> "%s: now %s, once %s".formatted(given.vector().id(), Json.line(given.vector().given().json()),
                Json.line(given.before().given().json()))),
            sort("retold",     Change.Retold.class,     retold -> "%s: %s".formatted(retold.vector().id(), retold.fields().mkString(", "))));
    }

    private <C extends Change> Sort sort(String word, Class<C> type, Function<C, String> line) {
        return new Sort(word, changes.of(type), changes.of(type).map(line));
    }

    private static String titled(Change change) {
        return change.vector().id() + ": " + change.vector().title();
    }

    private String corrected(Change.Corrected corrected) {
        Seq<String> because = corrected.decidedBy(changes.clauses().map(Changes.Sentence::clause));
        return "%s: %s%s".formatted(corrected.vector().id(),
            corrected.places().map(place -> "%s was %s, is %s".formatted(place.name(), place.before().getOrElse(Difference.NOTHING), place.after().getOrElse(Difference.NOTHING))).mkString("; "),
            because.isEmpty() ? "" : " (the sentence of %s changed)".formatted(because.mkString(", ")));
    }
}
