package vmmref.model.bundle;

/// A type of execution unit. Instructions of unit A may stand in M and in I slots; L and X name the two slots of a long instruction.
public enum Unit {
    A, I, M, F, B, L, X;

    /// {@return whether an instruction of this unit may stand in a slot of another}
    public boolean fits(Unit slot) {
        return this == slot || this == A && (slot == M || slot == I);
    }
}
