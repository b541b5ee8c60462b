package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Fates that are written to a journal together, once it is known that nothing is left of their mutants. The program ends where something is, or where a mutant never ends;
/// a new one looks after each of the next ones by itself.
final class Block {
    /// How the program ends that is to be started again.
    static final int SPOILED = 3;
    private static final long STUCK = 90_000_000_000L;
    private static final long LOOKING = 1000;

    private final Journal journal;
    private final int size;
    private final int done;
    private final Stopwatch watch = new Stopwatch();
    private int careful;
    private int count;
    private Seq<Fate> fates = Vector.empty();
    private volatile long began = Long.MAX_VALUE;
    private volatile Function<Sentence, Fate> stuck = late -> null;

    /// @param careful how many mutants are looked after by themselves
    Block(Journal journal, int careful, int size) {
        this.journal = journal;
        this.careful = careful;
        this.size    = size;
        this.done    = journal.fates().size();
        Thread guard = new Thread(this::guard, "guard");
        guard.setDaemon(true);
        guard.start();
    }

    /// {@return how many fates the journal held at the beginning}
    int done() {
        return done;
    }

    /// The judgement of a mutant begins.
    void begin(Function<Sentence, Fate> fate) {
        stuck = fate;
        began = System.nanoTime();
    }

    /// The judgement of a mutant ends.
    void end(Fate fate, BooleanSupplier isClean) {
        fates = fates.append(fate);
        count++;
        if (careful > 0 || fates.size() >= size) {
            boolean clean = isClean.getAsBoolean();
            if (clean || careful > 0) write();
            if (!clean) {
                watch.say("something is left of a mutant: " + fate.where() + " or one before it");
                Runtime.getRuntime().halt(SPOILED);
            }
            careful--;
        }
        began = Long.MAX_VALUE;
    }

    void close() {
        write();
    }

    private void write() {
        journal.add(fates);
        fates = Vector.empty();
        watch.say((done + count) + " judged");
    }

    private void guard() {
        while (true) {
            try {
                Thread.sleep(LOOKING);
            } catch (InterruptedException over) {
                return;
            }
            long since = began;
            if (since != Long.MAX_VALUE && System.nanoTime() - since > STUCK) {
                watch.say("a mutant does not end");
                if (careful > 0) journal.add(Vector.of(stuck.apply(Sentence.killed("does not end"))));
                Runtime.getRuntime().halt(SPOILED);
            }
        }
    }
}
