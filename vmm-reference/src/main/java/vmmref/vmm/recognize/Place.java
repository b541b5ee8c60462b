package vmmref.vmm.recognize;

/// Where an instruction stands in code.
///
/// @param bundle the number of its bundle, from 0
/// @param slot   its slot, 0 to 2; 1 for a long instruction
public record Place(int bundle, int slot) {
    @Override public String toString() {
        return bundle + "." + slot;
    }
}
