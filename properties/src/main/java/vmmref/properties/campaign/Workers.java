package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// Threads, each within a session of jqwik and with a bench of its own.
final class Workers implements AutoCloseable {
    private static final int MOMENT = 3;

    private final ExecutorService threads;
    private final Queue<Bench> benches = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Bench> bench;

    Workers(int number, Supplier<Bench> opening) {
        ThreadFactory within = work -> daemon(() -> {
            Sessions.begin();
            work.run();
        });
        this.threads = Executors.newFixedThreadPool(number, within);
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

    /// {@return the results of jobs in the order of the jobs; once somebody says stop, those that have not begun are left out, and what follows them}
    <T> Seq<T> run(Seq<Function<Bench, T>> jobs, BooleanSupplier stop) {
        Seq<Future<Vector<T>>> futures = jobs.map(job -> threads.submit(() -> stop.getAsBoolean() ? Vector.<T>empty() : Vector.of(job.apply(bench.get())))).toVector();
        Seq<Vector<T>> results = futures.map(Workers::result);
        return results.takeWhile(result -> !result.isEmpty()).flatMap(each -> each);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException thrown) {
            throw thrown.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(thrown.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// Whoever is still at work, because another worker failed, is given a moment.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(MOMENT, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        benches.forEach(Bench::close);
    }
}
