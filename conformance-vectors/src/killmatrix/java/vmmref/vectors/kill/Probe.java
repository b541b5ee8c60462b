package vmmref.vectors.kill;

import java.util.Arrays;
import java.util.BitSet;

/// Is called by the code under judgement: notes which of its spots are reached, and counts steps. One thread alone runs that code.
public final class Probe {
    private static final int MOST = 1 << 17;
    private static final boolean[] HITS = new boolean[MOST];

    private static final BitSet EVER = new BitSet(MOST);

    private static long left = Long.MAX_VALUE;
    private static long given = Long.MAX_VALUE;
    private static long taken;

    private Probe() { }

    /// A method begins.
    public static void step() {
        if (--left < 0) throw new Late();
    }

    /// A line begins.
    public static void at(int spot) {
        HITS[spot] = true;
        if (--left < 0) throw new Late();
    }

    /// From now on so many steps are allowed.
    static void allow(long steps) {
        left  = steps;
        given = steps;
    }

    /// Steps are no more counted; {@link #taken} says how many there were.
    static void pause() {
        taken = given - Math.max(left, 0);
        given = Long.MAX_VALUE;
        left  = Long.MAX_VALUE;
    }

    /// {@return how many steps were taken between the last allowance and the last pause}
    static long taken() {
        return taken;
    }

    /// Forgets which spots were reached; that they once were is kept.
    static void forget() {
        EVER.or(reached(MOST));
        Arrays.fill(HITS, false);
    }

    /// {@return whether a spot was reached before the last forgetting}
    static boolean isEver(int spot) {
        return EVER.get(spot);
    }

    /// {@return the spots that were reached since the last forgetting}
    static BitSet reached(int spots) {
        BitSet reached = new BitSet(spots);
        for (int spot = 0; spot < spots; spot++) if (HITS[spot]) reached.set(spot);
        return reached;
    }
}
