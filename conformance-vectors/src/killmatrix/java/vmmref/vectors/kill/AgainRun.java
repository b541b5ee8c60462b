package vmmref.vectors.kill;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import vmmref.vectors.format.Pack;

/// Judges once more those mutants of compiled code that neither killed, of which a second journal holds nothing yet: by all vectors that reach them, and by more cases of the laws.
///
/// Arguments: the pack, the journal, the second journal, how many mutants are looked after by themselves, and the folders of classes.
public final class AgainRun {
    private static final int LONGER = 10;

    private AgainRun() { }

    public static void main(String[] arguments) throws Exception {
        Code code = Code.of(Vector.of(arguments).drop(4).map(Path::of));
        Stopwatch watch = new Stopwatch();
        code.load();
        CompiledJudge judge = CompiledRun.judge(code, Pack.open(Path.of(arguments[0])), watch);
        code.calm();
        Map<String, CompiledMutant> mutants = LinkedHashMap.ofEntries(new CompiledMutants(code).all().map(mutant -> Tuple.of(Fate.key(mutant), mutant)));
        Seq<CompiledMutant> left = new Journal(Path.of(arguments[1])).fates().filter(fate -> fate.isSurvivor() && fate.reach().equals(Fate.ASKED)).flatMap(fate -> mutants.get(fate.key()));
        Block block = new Block(new Journal(Path.of(arguments[2])), LONGER * Block.STUCK);
        block.announce(left.size());
        watch.say(left.size() + " mutants that neither killed, " + block.done() + " judged again before");
        CompiledRun.judge(block, judge, block.left(left), judge::again, Integer.parseInt(arguments[3]));
    }
}
