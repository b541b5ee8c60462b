package vmmref.model.execute;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// How a load speculates.
enum LoadMode {
    PLAIN, SPECULATIVE, ADVANCED, SPECULATIVE_ADVANCED, CHECK_CLEAR, CHECK_KEEP;

    /// {@return that of a mnemonic}
    static LoadMode of(String mnemonic) {
        Seq<String> completers = Vector.of(mnemonic.split("\\.")).tail();
        return completers.contains("s") ? SPECULATIVE
            : completers.contains("a") ? ADVANCED
            : completers.contains("sa") ? SPECULATIVE_ADVANCED
            : completers.contains("clr") ? CHECK_CLEAR
            : completers.contains("nc") ? CHECK_KEEP
            : PLAIN;
    }

    /// {@return whether it may be deferred}
    boolean speculates() {
        return this == SPECULATIVE || this == SPECULATIVE_ADVANCED;
    }

    /// {@return whether it is made before stores that it may conflict with}
    boolean advances() {
        return this == ADVANCED || this == SPECULATIVE_ADVANCED;
    }

    /// {@return whether it checks an advanced load}
    boolean checks() {
        return this == CHECK_CLEAR || this == CHECK_KEEP;
    }

    /// {@return whether it is remembered where it has gone to memory}
    boolean isRemembered() {
        return advances() || this == CHECK_KEEP;
    }
}
