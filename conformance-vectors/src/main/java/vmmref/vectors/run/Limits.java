/// How long and how often an adapter may try a runner's patience.
package vmmref.vectors.run;

/// Times in milliseconds. `hello`: from start to the hello. `answer`: from flush to answer, if a hello asks for more.
/// `bye`: from bye to the end of the process. `line`: bytes of one line.
/// `restarts`: starts in a row without a hello. `silentDeaths`: crashes and time-outs of an adapter that never answered anything.
/// `deathsInARow`: crashes and time-outs without an answer between them. `breaches`: breaches of the protocol that no case can be
/// blamed for, or that made a restart necessary.
public record Limits(int hello, int answer, int bye, int line, int restarts, int silentDeaths, int deathsInARow, int breaches) {

    /// The largest window that is used, whatever a hello announces.
    public static final int WINDOW = 4096;

    /// {@return the limits of the adapter protocol}
    public static Limits usual() {
        return new Limits(10_000, 600_000, 2_000, 1 << 20, 3, 8, 32, 3);
    }
}
