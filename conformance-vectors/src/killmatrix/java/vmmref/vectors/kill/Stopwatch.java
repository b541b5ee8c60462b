package vmmref.vectors.kill;

/// Says what was done, and after how many seconds.
final class Stopwatch {
    private final long start = System.nanoTime();

    void say(String what) {
        System.out.printf("%6.1f s: %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
