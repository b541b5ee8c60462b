package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Subject;
import vmmref.spec.Clause;
import vmmref.vectors.trace.TableJudge;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.TableMutant;
import vmmref.vmm.zoo.TableMutants;

/// Judges the mutants of tables that a journal does not hold yet: by the vectors as `spec/mutants.tsv` has it, and by the laws, those first that are about a clause of the row.
///
/// Arguments: the pack, the journal, every how many-th mutant is judged, and the folders of classes.
public final class TableRun {
    private TableRun() { }

    public static void main(String[] arguments) throws Exception {
        Code code = Code.of(Vector.of(arguments).drop(3).map(Path::of));
        Stopwatch watch = new Stopwatch();
        code.load();
        code.calm();
        Vmm right = Vmm.reference(Profile.named("maximal").get());
        TableJudge judge = new TableJudge(Path.of(arguments[0]));
        LawBench laws = LawBench.of(Subject.of(right), code.spots(), LawBench.EXPLORING / 10);
        Seq<TableMutant> mutants = Rounds.of(TableMutants.all().zipWithIndex(), Integer.parseInt(arguments[2]));
        Block block = new Block(new Journal(Path.of(arguments[1])), Block.STUCK);
        block.announce(mutants.size());
        watch.say(mutants.size() + " mutants of tables, " + block.done() + " judged before");
        mutants.drop(block.done()).forEach(mutant -> block.add(Vector.of(block.alone(late -> fate(mutant, late, late), () ->
            fate(mutant, judge.catches(mutant) ? Sentence.killed("") : Sentence.held(), byLaws(laws, right, mutant))))));
    }

    /// Tables that contradict each other are noticed when they are read.
    private static Sentence byLaws(LawBench laws, Vmm right, TableMutant mutant) {
        Subject subject;
        try {
            subject = Subject.of(mutant.rules().apply(right));
        } catch (IllegalArgumentException | IndexOutOfBoundsException contradiction) {
            return Sentence.killed("the tables contradict each other");
        }
        return laws.judgeAll(subject, new Spot(0, true, mutant.clauses().map(Clause::name), mutant.table()));
    }

    private static Fate fate(TableMutant mutant, Sentence vectors, Sentence guarantees) {
        return new Fate("table", mutant.table(), mutant.where(), mutant.change(), "", Fate.ASKED, vectors, guarantees);
    }
}
