package vmmref.model.instruction;

/// Writes instructions in the syntax of the GNU assembler. The real mnemonic is always written, never a pseudo-operation.
public final class Assembly {
    private Assembly() { }

    /// {@return the one canonical text of an instruction, such as `(p6) ld8.fill.nta r8=[r9]`; targets are relative to the bundle: `.+0x40`}
    public static String text(Instruction instruction) {
        int predicate = instruction.qualifyingPredicate();
        String completers = instruction.form().completers().map(completer -> completer.text(instruction.fields())).mkString();
        String operands = operands(instruction, completers.isEmpty());
        return (predicate == 0 ? "" : "(p" + predicate + ") ") + instruction.form().syntax().mnemonic() + completers
            + (operands.isEmpty() ? "" : " " + operands);
    }

    private static String operands(Instruction instruction, boolean brief) {
        return instruction.form().syntax().tokens().map(token -> switch (token) {
            case Syntax.Token.Literal(String literal) -> literal;
            case Syntax.Token.Value(Operand operand) -> text(operand.value(instruction.fields()));
            case Syntax.Token.Optional(Operand operand) -> {
                Operand.Value value = operand.value(instruction.fields());
                yield brief && value.value() == 0 ? "" : "," + text(value);
            }
        }).mkString();
    }

    /// {@return an operand's value as it is written in the text of its instruction: `r8`, `0x3f`, `ar.lc`}
    public static String text(Operand.Value operand) {
        long value = operand.value();
        OperandKind kind = operand.operand().kind();
        return switch (kind) {
            case GENERAL, FLOATING, PREDICATE, BRANCH, DECIMAL -> kind.prefix() + value;
            case HEXADECIMAL -> kind.prefix() + Long.toHexString(value);
            case APPLICATION, CONTROL -> RegisterNames.name(kind, value);
            case TARGET -> value < 0 ? ".-0x" + Long.toHexString(-value) : ".+0x" + Long.toHexString(value);
        };
    }
}
