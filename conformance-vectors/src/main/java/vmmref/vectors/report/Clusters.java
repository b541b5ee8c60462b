/// The vectors of a run that went wrong, clustered by cause.
package vmmref.vectors.report;

import io.vavr.Lazy;
import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;

/// Collects while a run goes, and may be asked meanwhile; what it keeps is bounded, however many go wrong.
public final class Clusters implements Run.Listener {

    private static final int SYMPTOMS = 2_000;
    private static final int IDS      = 10_000;
    private static final int SHOWN    = 10;
    private static final int WAYS     = 3;

    private final ClauseTally tally;
    private final Lazy<Set<String>> smoke;
    private final Map<Symptom, Sightings> seen = new LinkedHashMap<>();
    private int failures;

    /// `tally` hears of the same judgements: what passes is evidence as well. `smoke` gives the vectors that are shown first, and is asked
    /// only if something goes wrong.
    public Clusters(ClauseTally tally, Supplier<Iterator<Vector>> smoke) {
        this.tally = tally;
        this.smoke = Lazy.of(() -> smoke.get().map(Vector::id).toSet());
    }

    /// {@return clusters of a run of a pack}
    public static Clusters of(ClauseTally tally, Pack pack) {
        return new Clusters(tally, () -> pack.vectors(Tier.SMOKE));
    }

    @Override
    public synchronized void judged(Judgement judgement) {
        if (!judgement.verdict().bad()) return;
        Symptom symptom = Symptom.of(judgement);
        Symptom kept    = seen.size() < SYMPTOMS || seen.containsKey(symptom) ? symptom : symptom.outline();
        seen.computeIfAbsent(kept, first -> new Sightings()).add(judgement, smoke.get().contains(judgement.vector().id()), failures < IDS);
        failures++;
    }

    /// {@return how many vectors went wrong}
    public synchronized int failures() {
        return failures;
    }

    /// {@return the clusters, the largest first}
    public synchronized Seq<Cluster> all() {
        return Causes.of(seen, Evidence.of(tally));
    }

    /// {@return how many failures have how many causes, in a sentence without a full stop}
    public String sentence() {
        int causes = all().size();
        return "%,d %s %,d %s".formatted(failures, failures == 1 ? "failure has" : "failures have", causes, causes == 1 ? "cause" : "causes");
    }

    /// {@return the clusters for people: how many, what goes wrong in each, and an example}
    public String text(Ink ink) {
        Seq<Cluster> all = all();
        return ink.strong(sentence()) + "\n" + all.take(SHOWN).map(cluster -> line(cluster, ink)).mkString()
            + (all.size() > SHOWN ? "… and %,d smaller clusters\n".formatted(all.size() - SHOWN) : "");
    }

    private static String line(Cluster cluster, Ink ink) {
        return "%3d  %s, %s: %s\n".formatted(cluster.number(), cluster.size(), ink.bad(cluster.verdict().word()), cluster.sentence())
            + cluster.traits().take(WAYS).filter(trait -> !trait.details().isEmpty()).map(trait -> "     %s %s\n".formatted(trait.place() + trait.operand() + ":", trait.details())).mkString()
            + ink.quiet("     for example " + cluster.examples().map(Exhibit::id).mkString(", ")) + "\n";
    }
}
