/// How many vectors got each verdict.
package vmmref.vectors.run;

import io.vavr.collection.List;
import java.util.EnumMap;
import java.util.Map;

/// Counts also how many of those that ran were observed wholly, and how many partly.
public final class Tally implements Run.Listener {

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int full;
    private int partial;

    @Override
    public void judged(Judgement judgement) {
        verdicts.merge(judgement.verdict(), 1, Integer::sum);
        if (!judgement.verdict().ran()) return;
        if (judgement.full()) full++;
        else partial++;
    }

    /// {@return how many got a verdict}
    public int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /// {@return how many were given a verdict of any kind}
    public int judged() {
        return List.of(Verdict.values()).map(this::count).sum().intValue();
    }

    /// {@return how many were asked and judged}
    public int ran() {
        return full + partial;
    }

    /// {@return how many went wrong}
    public int bad() {
        return List.of(Verdict.values()).filter(Verdict::bad).map(this::count).sum().intValue();
    }

    /// {@return of those that ran, how many were observed in every expected place}
    public int full() {
        return full;
    }

    /// {@return of those that ran, how many were not}
    public int partial() {
        return partial;
    }
}
