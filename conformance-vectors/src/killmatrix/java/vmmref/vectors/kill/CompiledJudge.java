package vmmref.vectors.kill;

import java.util.BitSet;
import vmmref.properties.guarantee.Subject;

/// Judges mutants of compiled code, each put into the place of the right code for as long as it is judged.
final class CompiledJudge {
    private static final long BUILDING = 50_000_000;

    private final Code code;
    private final VectorBench vectors;
    private final LawBench laws;
    private final BitSet built;
    private final BitSet everything;

    CompiledJudge(Code code, VectorBench vectors, LawBench laws, BitSet built) {
        this.code       = code;
        this.vectors    = vectors;
        this.laws       = laws;
        this.built      = built;
        this.everything = new BitSet();
        everything.or(vectors.reach());
        everything.or(laws.reach());
        everything.or(built);
    }

    /// {@return the fate of a mutant}
    Fate judge(CompiledMutant mutant) {
        int number = code.spots().line(mutant.method(), mutant.line());
        Spot spot = new Spot(number, built.get(number), mutant.clauses().get(), mutant.type() + "." + mutant.name());
        if (!everything.get(number)) return Fate.of(mutant, Probe.isEver(number) ? Fate.ONCE : Fate.NEVER);
        long start = System.nanoTime();
        code.put(mutant.type(), mutant.making().bytes());
        try {
            Answered made = Answered.of(BUILDING, Asked::made);
            if (!(made.what() instanceof Asked asked)) return Fate.of(mutant, Sentence.killed("no monitor can be made"), Sentence.killed("no monitor can be made"));
            Sentence byVectors = vectors.judge(asked, spot);
            long between = System.nanoTime();
            Answered fresh = Answered.of(BUILDING, () -> Subject.of(Asked.made().maximal()));
            Sentence byLaws = fresh.what() instanceof Subject subject ? laws.judge(subject, spot) : Sentence.killed("no monitor can be made");
            if (Boolean.getBoolean("vmmref.kill.tell")) System.out.printf("%.2f %.2f %s %s %s %s%n", (between - start) / 1e9, (System.nanoTime() - between) / 1e9, mutant.where(), mutant.what(), byVectors, byLaws);
            return Fate.of(mutant, byVectors, byLaws);
        } finally {
            code.restore(mutant.type());
        }
    }

    /// {@return whether nothing is left of the mutants that were judged}
    boolean isClean(CompiledMutant last) {
        String method = last.type() + "." + last.name();
        return vectors.isRight(method) && laws.isRight(method) && vectors.isRight(701) && laws.isRight(7);
    }
}
