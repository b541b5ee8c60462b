package vmmref.model.instruction;

/// What an operand's value denotes, and with it how the value is written.
public enum OperandKind {
    GENERAL("r"), FLOATING("f"), PREDICATE("p"), BRANCH("b"), APPLICATION("ar"), CONTROL("cr"), DECIMAL(""), HEXADECIMAL("0x"), TARGET(".");

    private final String prefix;

    OperandKind(String prefix) {
        this.prefix = prefix;
    }

    /// {@return what the written value begins with}
    public String prefix() {
        return prefix;
    }
}
