package vmmref.vmm.memory;

import io.vavr.control.Option;
import vmmref.vmm.keys.PageState;

/// What a number of the host stands for.
public sealed interface Owner {
    /// {@return the number of the virtual processor}
    int processor();

    /// A region of a virtual processor in one context.
    ///
    /// @param region     0 to 7
    /// @param identifier which the guest gave the region, 24 bits
    record Region(int processor, Context context, int region, int identifier) implements Owner { }

    /// A protection key of a virtual processor.
    ///
    /// @param key   of the guest, 24 bits; none for what is checked by no key of the guest
    /// @param state of the pages for which it is, where the hardware is told states by keys
    record Key(int processor, Option<Integer> key, Option<PageState> state) implements Owner {
        public Key(int processor, int key) {
            this(processor, Option.some(key), Option.none());
        }
    }
}
