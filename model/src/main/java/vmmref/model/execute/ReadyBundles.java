package vmmref.model.execute;

import io.vavr.Function1;
import vmmref.model.bundle.Bundle;

/// Making bundles ready, with a memory of those that were. It is the same function with and without the memory, which is why it may be written at any time and by several threads.
public final class ReadyBundles {
    private static final int LOG2 = 13;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final Function1<Bundle, ReadyBundle> make;
    private final ReadyBundle[] known = new ReadyBundle[1 << LOG2];

    public ReadyBundles(Function1<Bundle, ReadyBundle> make) {
        this.make = make;
    }

    public ReadyBundle of(Bundle bundle) {
        int index = (int) ((bundle.low() ^ Long.rotateLeft(bundle.high(), 29)) * SPREAD >>> 64 - LOG2);
        ReadyBundle found = known[index];
        return found != null && found.bundle().equals(bundle) ? found : remembered(index, make.apply(bundle));
    }

    private ReadyBundle remembered(int index, ReadyBundle made) {
        known[index] = made;
        return made;
    }
}
