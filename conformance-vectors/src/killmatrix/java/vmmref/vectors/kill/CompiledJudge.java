package vmmref.vectors.kill;

import java.util.BitSet;
import java.util.function.Function;
import vmmref.properties.guarantee.Subject;

/// Judges mutants of compiled code, each put into the place of the right code for as long as it is judged.
final class CompiledJudge {
    private static final long BUILDING = 200_000_000;

    private final Code code;
    private final Memory memory = Memory.now();
    private Asked right;
    private final VectorBench vectors;
    private final LawBench laws;
    private final BitSet fresh;
    private final BitSet asked;

    /// @param right which all judges have asked before
    /// @param built what is reached when a monitor is made
    CompiledJudge(Code code, Asked right, VectorBench vectors, LawBench laws, BitSet built) {
        this.code    = code;
        this.right   = right;
        this.vectors = vectors;
        this.laws    = laws;
        this.fresh   = vectors.fresh();
        this.asked   = vectors.reach();
        fresh.or(built);
        asked.or(laws.reach());
        asked.or(fresh);
    }

    /// {@return the fate of a mutant; one that changes how a monitor is made is judged by monitors that are made of it}
    Fate judge(CompiledMutant mutant) {
        int number = code.spots().line(mutant.method(), mutant.line());
        if (!asked.get(number)) return Fate.of(mutant, Probe.isEver(number) ? Fate.ONCE : Fate.NEVER);
        Spot spot = new Spot(number, fresh.get(number), mutant.clauses().get(), mutant.type() + "." + mutant.name());
        memory.restore();
        code.put(mutant.type(), mutant.making().bytes());
        Sentence byVectors = spot.built() ? of(made -> vectors.judge(made, spot)) : vectors.judge(right, spot);
        Sentence byLaws = spot.built() ? of(made -> laws.judge(made.subject().get(), spot)) : laws.judge(right.subject().get(), spot);
        return Fate.of(mutant, byVectors, byLaws);
    }

    /// {@return the fate of a mutant that neither killed: all vectors that reach it are asked, and more cases of the laws, of monitors that are made of it}
    Fate again(CompiledMutant mutant) {
        int number = code.spots().line(mutant.method(), mutant.line());
        Spot spot = new Spot(number, fresh.get(number), mutant.clauses().get(), mutant.type() + "." + mutant.name());
        memory.restore();
        code.put(mutant.type(), mutant.making().bytes());
        Sentence byVectors = of(asked -> vectors.judgeAll(asked, spot));
        return Fate.of(mutant, byVectors, of(asked -> laws.judgeLonger(asked.subject().get(), spot)));
    }

    /// {@return what is said of monitors that are made of the code as it is}
    private Sentence of(Function<Asked, Sentence> judging) {
        Asked made = Asked.made();
        Answered subject = Answered.of(BUILDING, made.subject()::get);
        return subject.what() instanceof Subject ? judging.apply(made) : unmade(subject);
    }

    private static Sentence unmade(Answered broken) {
        return Sentence.killed("no monitor can be made: " + broken.what());
    }

    /// {@return whether nothing is left of the mutants that were judged since the last call}
    boolean isClean() {
        code.restore();
        memory.restore();
        return vectors.isRight(right, 701) & laws.isRight(right.subject().get(), 11);
    }

    /// {@return whether nothing is left of them any more, once monitors were made anew}
    boolean isCleaned() {
        right = Asked.made();
        return isClean();
    }
}
