package vmmref.vmm.memory;

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
    /// @param key of the guest, 24 bits
    record Key(int processor, int key) implements Owner { }
}
