package vmmref.vmm.recognize;

/// Where an instruction stands in code.
///
/// @param bundle the number of its bundle, from 0
/// @param slot   its slot, 0 to 2; 1 for a long instruction
public record Place(int bundle, int slot) {
    /// {@return whether it comes before another one in the order of execution}
    public boolean isBefore(Place other) {
        return bundle < other.bundle || bundle == other.bundle && slot < other.slot;
    }

    @Override public String toString() {
        return bundle + "." + slot;
    }
}
