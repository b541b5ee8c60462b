package vmmref.properties.campaign;

import io.vavr.Tuple2;
import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// Threads, each within a session of jqwik and with a bench of its own.
final class Workers implements AutoCloseable {
    private final ExecutorService threads;
    private final Queue<Bench> benches = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Bench> bench;
    private volatile boolean broken;

    Workers(int number, Supplier<Bench> opening) {
        this.threads = Executors.newFixedThreadPool(number, Workers::daemon);
        this.bench   = ThreadLocal.withInitial(() -> {
            Bench opened = opening.get();
            benches.add(opened);
            return opened;
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "vmmref-campaign");
        thread.setDaemon(true);
        return thread;
    }

    /// {@return the results of jobs in the order of the jobs; once somebody says stop, those that have not begun are left out: the last ones}
    ///
    /// Where a job throws, no other begins, and those that are being executed end before this does. Where its candidate is interrupted, it and those after it are as if they had not begun.
    <T> Seq<T> run(Seq<Function<Bench, T>> jobs, BooleanSupplier stop) {
        Turns<T> turns = new Turns<>(jobs, () -> broken || stop.getAsBoolean());
        Seq<Future<Option<Tuple2<T, Integer>>>> futures = jobs.map(any -> threads.submit(() -> turns.next().flatMap(this::executed))).toVector();
        Seq<Either<RuntimeException, Option<Tuple2<T, Integer>>>> results = futures.map(Workers::result);
        Seq<RuntimeException> failures = results.filter(Either::isLeft).map(Either::getLeft);
        failures.headOption().forEach(first -> {
            failures.tail().filter(other -> other != first).forEach(first::addSuppressed);
            throw first;
        });
        return results.flatMap(Either::get).sortBy(Tuple2::_2).zipWithIndex().takeWhile(each -> each._1._2.equals(each._2)).map(each -> each._1._1);
    }

    /// Jobs that begin one after the other, each with its place. Once somebody said stop none does.
    private static final class Turns<T> {
        private final Iterator<Tuple2<Function<Bench, T>, Integer>> waiting;
        private final BooleanSupplier stop;
        private boolean over;

        private Turns(Seq<Function<Bench, T>> jobs, BooleanSupplier stop) {
            this.waiting = jobs.zipWithIndex().iterator();
            this.stop    = stop;
        }

        private synchronized Option<Tuple2<Function<Bench, T>, Integer>> next() {
            over = over || stop.getAsBoolean();
            return over ? Option.none() : Option.some(waiting.next());
        }
    }

    /// {@return whether a job threw: what others do is of no use any more}
    boolean isBroken() {
        return broken;
    }

    private <T> Option<Tuple2<T, Integer>> executed(Tuple2<Function<Bench, T>, Integer> job) {
        try {
            Sessions.begin();
            return Option.some(job.map1(work -> work.apply(bench.get())));
        } catch (CandidateBroken gone) {
            if (gone.isInterruption()) return Option.none();
            broken = true;
            throw gone;
        } catch (Throwable any) {
            broken = true;
            throw any;
        }
    }

    private static <T> Either<RuntimeException, T> result(Future<T> future) {
        try {
            return Either.right(future.get());
        } catch (ExecutionException thrown) {
            return Either.left(thrown.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(thrown.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(new IllegalStateException("interrupted", interrupted));
        }
    }

    /// Waits for the cases that are being executed, then closes every bench, whatever one of them throws.
    @Override
    public void close() {
        threads.close();
        Seq<RuntimeException> failures = Vector.ofAll(benches).flatMap(Workers::closed);
        failures.headOption().forEach(first -> {
            failures.tail().forEach(first::addSuppressed);
            throw first;
        });
    }

    private static Seq<RuntimeException> closed(Bench bench) {
        try {
            bench.close();
            return Vector.empty();
        } catch (RuntimeException cannot) {
            return Vector.of(cannot);
        }
    }
}
