package vmmref.vectors.kill;

import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vmmref.vectors.format.Pack;

/// Judges the mutants of compiled code that a journal does not hold yet, in one Java with the agent. What a mutant leaves behind in a cache would spoil the judgement of the next ones: every few of them
/// the right code is asked again, and if it is not right any more, this ends, to be started again.
///
/// Arguments: the pack, the journal, every how many-th mutant of a method is judged, a pattern of the names of classes, how many mutants are looked after by themselves, and the folders of classes.
public final class CompiledRun {
    static final int BLOCK = 12;

    private CompiledRun() { }

    public static void main(String[] arguments) throws Exception {
        Code code = Code.of(Vector.of(arguments).drop(5).map(Path::of));
        Stopwatch watch = new Stopwatch();
        code.load();
        CompiledJudge judge = judge(code, Pack.open(Path.of(arguments[0])), watch);
        code.calm();
        Seq<CompiledMutant> mutants = every(Integer.parseInt(arguments[2]), new CompiledMutants(code).all().filter(mutant -> mutant.type().matches(arguments[3])));
        Block block = new Block(new Journal(Path.of(arguments[1])), Block.STUCK);
        block.announce(mutants.size());
        watch.say(mutants.size() + " mutants, " + block.done() + " judged before");
        judge(block, judge, block.left(mutants), judge::judge, Integer.parseInt(arguments[4]));
    }

    /// Adds the fates of some mutants, the first ones looked after by themselves.
    static void judge(Block block, CompiledJudge judge, Seq<CompiledMutant> left, Function<CompiledMutant, Fate> judging, int alone) {
        left.take(alone).forEach(mutant -> judgeAlone(block, judge, mutant, judging));
        left.drop(alone).grouped(BLOCK).forEach(some -> {
            Seq<Fate> fates = some.map(mutant -> block.during(() -> judging.apply(mutant))).toVector();
            if (judge.isClean())        block.add(fates);
            else if (judge.isCleaned()) some.forEach(mutant -> judgeAlone(block, judge, mutant, judging));
            else                        block.end("something is left of a mutant, " + some.head().where() + " or one after it");
        });
    }

    /// What a mutant leaves behind has no part in its own judgement.
    private static void judgeAlone(Block block, CompiledJudge judge, CompiledMutant mutant, Function<CompiledMutant, Fate> judging) {
        Function<Sentence, Fate> stuck = late -> Fate.of(mutant, late, late);
        Fate fate = block.alone(stuck, () -> judging.apply(mutant));
        block.add(Vector.of(fate));
        if (!judge.isClean() && !judge.isCleaned()) block.end("something is left of " + mutant.where() + ": " + mutant.what());
    }

    /// Everything is asked twice: what is made once and kept is not reached the second time.
    static CompiledJudge judge(Code code, Pack pack, Stopwatch watch) {
        Asked right = Asked.made();
        List<Question> known = Questions.of(pack, right, code.spots());
        watch.say(known.size() + " questions");
        LawBench first = LawBench.of(right.subject().get(), code.spots(), 0);
        watch.say(first.size() + " laws");
        VectorBench vectors = VectorBench.of(known, right, code.spots());
        watch.say(vectors.size() + " questions again");
        LawBench laws = LawBench.of(right.subject().get(), code.spots(), LawBench.EXPLORING).after(first);
        watch.say(laws.size() + " laws again");
        Probe.forget();
        Asked made = Asked.made();
        Asked.PROFILES.forEach(made::vmm);
        BitSet built = Probe.reached(code.spots().size());
        Probe.forget();
        vectors.tell();
        laws.tell();
        return new CompiledJudge(code, right, vectors, laws, built);
    }

    /// {@return every how many-th mutant of each method, in rounds: a run that is not finished has judged some of every method}
    private static Seq<CompiledMutant> every(int each, Seq<CompiledMutant> all) {
        Map<String, Integer> seen = new HashMap<>();
        return Rounds.of(all.map(mutant -> Tuple.of(mutant, seen.merge(mutant.method(), 1, Integer::sum) - 1)).toVector(), each);
    }
}
