package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.Function;
import java.util.function.Supplier;

/// Fates on their way to a journal. The program ends, to be started again, where something is left of a mutant, or where a mutant never ends.
final class Block {
    /// How the program ends that is to be started again.
    static final int SPOILED = 3;
    /// How long a judgement may take.
    static final long STUCK = 90_000_000_000L;
    private static final long LOOKING = 1000;
    private static final int TOLD = 50;

    private final Journal journal;
    private final long most;
    private final Set<String> known;
    private final int done;
    private final Stopwatch watch = new Stopwatch();
    private int count;
    private long began = Long.MAX_VALUE;
    private Supplier<Seq<Fate>> stuck = Vector::empty;

    Block(Journal journal, long most) {
        this.journal = journal;
        this.most    = most;
        Seq<Fate> before = journal.fates();
        this.known   = before.map(Fate::key).toSet();
        this.done    = before.size();
        Thread guard = new Thread(this::guard, "guard");
        guard.setDaemon(true);
        guard.start();
    }

    /// {@return how many fates the journal held at the beginning}
    int done() {
        return done;
    }

    /// {@return those of some mutants whose fates the journal did not hold}
    Seq<CompiledMutant> left(Seq<CompiledMutant> mutants) {
        return mutants.reject(mutant -> known.contains(Fate.key(mutant)));
    }

    /// Notes how many fates the journal is going to hold.
    void announce(int all) {
        journal.announce(all);
    }

    /// {@return what a judgement comes to; where it never ends it is not known whose fault that is}
    Fate during(Supplier<Fate> judging) {
        return guarded(Vector::empty, judging);
    }

    /// {@return what a judgement comes to; where it never ends the mutant is killed}
    Fate alone(Function<Sentence, Fate> late, Supplier<Fate> judging) {
        return guarded(() -> Vector.of(late.apply(Sentence.killed("does not end"))), judging);
    }

    private Fate guarded(Supplier<Seq<Fate>> known, Supplier<Fate> judging) {
        begin(known, System.nanoTime());
        Fate fate = judging.get();
        begin(Vector::empty, Long.MAX_VALUE);
        return fate;
    }

    private synchronized void begin(Supplier<Seq<Fate>> known, long time) {
        stuck = known;
        began = time;
    }

    synchronized void add(Seq<Fate> fates) {
        journal.add(fates);
        if (count / TOLD < (count + fates.size()) / TOLD) watch.say((done + count + fates.size()) + " judged");
        count += fates.size();
    }

    /// Ends the program.
    void end(String why) {
        watch.say(why);
        Runtime.getRuntime().halt(SPOILED);
    }

    private void guard() {
        while (true) {
            try {
                Thread.sleep(LOOKING);
            } catch (InterruptedException over) {
                return;
            }
            look();
        }
    }

    private synchronized void look() {
        if (began == Long.MAX_VALUE || System.nanoTime() - began <= most) return;
        journal.add(stuck.get());
        end("a mutant does not end");
    }
}
