package vmmref.model.translate;

/// What is checked: a reference, or an instruction that changes translations or the registers that they depend on.
public sealed interface Operation permits Reference, Instruction {
    /// {@return the column of the order by which it is checked}
    Column column();

    /// {@return whether an operand that it needs is not a thing}
    boolean nat();
}
