/// How fast it answers, and how long the tiers will take.
package vmmref.vectors.doctor;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

/// Rates are in cases a second.
record Pace(Questions questions, double seconds) {

    private static final int    AT_ONCE  = 64;
    private static final double PATIENCE = 60;

    Diagnosis examined() {
        int window = List.of(questions.hello().window(), questions.vectors().size(), AT_ONCE).min().get();
        double lockstep = rate(1);
        double windowed = window == 1 ? lockstep : rate(window);
        if (lockstep == 0 || windowed == 0) return Diagnosis.wrong("speed", "it stopped answering", "see the lines above");
        Seq<Tier> tiers = List.of(Tier.SMOKE, Tier.CORE);
        double core = time(Tier.CORE, windowed);
        String seen = "%,.0f cases/s one by one%s; %s".formatted(lockstep, window == 1 ? "" : ", %,.0f with %d at once".formatted(windowed, window),
            tiers.map(tier -> "tier %s: about %s".formatted(tier.json(), duration(time(tier, windowed)))).mkString(", "));
        return core <= PATIENCE ? Diagnosis.ok("speed", seen) : Diagnosis.warning("speed", seen, "keep the decoder alive between cases, and answer a window at once");
    }

    private double time(Tier tier, double rate) {
        return questions.patient().pack().count(tier) / rate;
    }

    private static String duration(double seconds) {
        return seconds < 1 ? "1 s" : seconds < 120 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
    }

    /// The first cases are answered unmeasured.
    private double rate(int atOnce) {
        Seq<Vector> some = questions.vectors().take(atOnce);
        questions.asked(some);
        long start = System.nanoTime();
        long count = 0;
        double spent;
        do {
            int answers = questions.asked(some).answers().size();
            if (answers < some.size()) return 0;
            count += answers;
            spent = (System.nanoTime() - start) / 1e9;
        } while (spent < seconds);
        return count / spent;
    }
}
