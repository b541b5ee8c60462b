package vmmref.model.dependency;

import vmmref.spec.Clause;
import vmmref.spec.Dependences;

/// Two instructions of a group that touch one resource, at least one of them changing it, in an order that could matter.
///
/// @param kind     in which order they touch it
/// @param resource what they touch
/// @param earlier  where the first stands
/// @param later    where the second stands
/// @param because  which sentence forbids it, or exempts it
public record Dependency(Kind kind, Resource resource, Spot earlier, Spot later, Clause because) {
    /// Which access comes after which.
    public enum Kind { READ_AFTER_WRITE, WRITE_AFTER_WRITE, WRITE_AFTER_READ }

    /// Where an instruction stands.
    ///
    /// @param bundle the number of the bundle, the first being 0
    /// @param slot   the slot, 1 for a long instruction
    public record Spot(int bundle, int slot) {
        /// {@return such as `2.1`}
        @Override public String toString() {
            return bundle + "." + slot;
        }
    }

    /// {@return whether no sentence exempts it}
    public boolean isViolation() {
        return because == Dependences.READ_AFTER_WRITE || because == Dependences.WRITE_AFTER_WRITE || because == Dependences.WRITE_AFTER_READ;
    }
}
