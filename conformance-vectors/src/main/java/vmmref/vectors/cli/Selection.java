/// Which vectors a command is about.
package vmmref.vectors.cli;

import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import picocli.CommandLine;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.vectors.fill.Ledger;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Glob;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// A mixin. Globs and ids are united, and clauses narrow them down. An id is looked for in every tier unless one is named.
final class Selection {

    @CommandLine.Option(names = {"-t", "--tier"}, paramLabel = "TIER", description = "smoke (seconds), core (every clause and form) or full (what repeats them with other forms, sizes and offsets, too); each with those before it (default: smoke; with --id, full).")
    private Tier tier;

    @CommandLine.Option(names = "-k", paramLabel = "GLOB", description = "Vectors whose whole id matches; * matches any text. May be repeated.")
    private java.util.List<String> globs = new ArrayList<>();

    @CommandLine.Option(names = "--clause", paramLabel = "NAME", description = "Vectors about a clause. May be repeated.")
    private java.util.List<String> clauses = new ArrayList<>();

    @CommandLine.Option(names = "--id", paramLabel = "ID", description = "One vector. May be repeated.")
    private java.util.List<String> ids = new ArrayList<>();

    /// Vectors that were selected from the tiers up to one: how many, each in turn, and the options that select them again.
    record Selected(Tier tier, int count, Iterator<Vector> vectors, Seq<String> options) {

        /// {@return those of them whose ids a question admits}
        Selected only(java.util.function.Predicate<String> admitted) {
            Seq<Vector> rest = vectors.filter(vector -> admitted.test(vector.id())).toList();
            return new Selected(tier, rest.size(), rest.iterator(), options);
        }
    }

    /// {@return the selection that options spell}
    static Selection spelled(Seq<String> options) {
        Selection selection = new Selection();
        new CommandLine(selection).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options.toJavaArray(String[]::new));
        return selection;
    }

    Tier tier() {
        return tier != null ? tier : ids.isEmpty() ? Tier.SMOKE : Tier.FULL;
    }

    boolean everything() {
        return globs.isEmpty() && clauses.isEmpty() && ids.isEmpty();
    }

    /// {@return whether the user selected nothing}
    boolean unnamed() {
        return everything() && tier == null;
    }

    /// {@return the vectors of a pack that are meant}
    /// @throws UsageMistake if there is no such clause or id
    Selected of(Pack pack) {
        Seq<String> names = Clauses.all().map(Clause::name);
        List.ofAll(clauses).reject(names::contains).headOption().forEach(name -> {
            throw new UsageMistake("there is no clause %s%s".formatted(name, Suggestions.among(names, name)));
        });
        if (everything()) return new Selected(tier(), pack.count(tier()), pack.vectors(tier()), options());
        Seq<Vector> chosen = chosen(pack).filter(this::concerned);
        return new Selected(tier(), chosen.size(), chosen.iterator(), options());
    }

    /// {@return where there would have been something to select, if this tier has nothing: a sentence, or none}
    Seq<String> hints(Pack pack) {
        return elsewhere(pack).map(other -> "tier %s has such vectors: add --tier %s".formatted(other.json(), other.json()));
    }

    private Seq<Tier> elsewhere(Pack pack) {
        return List.of(Tier.values()).filter(other -> other.includes(tier()) && other != tier())
            .filter(other -> pack.vectors(other, this::mayMatch).exists(vector -> matches(vector) && concerned(vector)))
            .take(1);
    }

    private Seq<String> options() {
        return Option.of(tier).toList().flatMap(named -> List.of("--tier", named.json()))
            .appendAll(List.ofAll(globs).flatMap(glob -> List.of("-k", glob)))
            .appendAll(List.ofAll(clauses).flatMap(clause -> List.of("--clause", clause)))
            .appendAll(List.ofAll(ids).flatMap(id -> List.of("--id", id)));
    }

    private Seq<Vector> chosen(Pack pack) {
        if (globs.isEmpty() && !ids.isEmpty() && tier == null) return List.ofAll(ids).map(id -> pack.vector(id).getOrElseThrow(() -> unknown(pack, id)));
        List<Vector> all = pack.vectors(tier(), this::mayMatch).filter(this::matches).toList();
        List.ofAll(ids).find(id -> !all.exists(vector -> vector.id().equals(id)) && pack.vector(id).isEmpty()).forEach(id -> {
            throw unknown(pack, id);
        });
        return all;
    }

    private boolean matches(Vector vector) {
        return globs.isEmpty() && ids.isEmpty() || ids.contains(vector.id()) || globs.stream().anyMatch(glob -> Glob.of(glob).matches(vector.id()));
    }

    private boolean mayMatch(String family) {
        return globs.isEmpty() && ids.isEmpty() || ids.stream().anyMatch(id -> id.startsWith(family + "/")) || globs.stream().anyMatch(glob -> Glob.of(glob).mayBegin(family + "/"));
    }

    private boolean concerned(Vector vector) {
        return clauses.isEmpty() || clauses.stream().anyMatch(vector.clauses()::contains);
    }

    static UsageMistake unknown(Pack pack, String id) {
        return pack.revoked().find(revoked -> revoked.id().equals(id))
            .map(revoked -> new UsageMistake("%s was withdrawn on %s: %s".formatted(id, revoked.date(), revoked.reason())))
            .getOrElse(() -> new UsageMistake("there is no vector %s%s".formatted(id, Suggestions.among(Ledger.read(pack.folder()).entries().map(entry -> entry.id().toString()), id))));
    }
}
