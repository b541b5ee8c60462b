/// The exit codes of the command line.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;

/// In the order of precedence: where several apply, the first of them is the answer.
public enum Exit {
    INTERRUPTED(130), OUR_BUG(70), PACK(4), USAGE(2), ADAPTER(3), INSENSITIVE(7), WRONG(1), NOTHING_RAN(5), STALE(6), UNMET(8), CONFORMS(0);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /// {@return the code that the process exits with}
    public int code() {
        return code;
    }

    /// {@return the one that takes precedence}
    public static Exit of(Seq<Exit> applying) {
        return List.of(values()).find(applying::contains).getOrElse(CONFORMS);
    }
}
