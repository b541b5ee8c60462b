package vmmref.properties.proof;

/// What joins terms, as QF_BV has it. Bits of a literal are those of the Java number: of 32 bits an `int`, of 64 a `long`, of a truth value 1 or 0.
enum Operator {
    ADD("bvadd"), SUB("bvsub"), MUL("bvmul"), DIV("bvsdiv"), REM("bvsrem"), AND("bvand"), OR("bvor"), XOR("bvxor"), SHL("bvshl"), ASHR("bvashr"), LSHR("bvlshr"),
    EQUAL("="), LESS("bvslt"),
    NOT("not"), BOTH("and"), EITHER("or"), CHOICE("ite"),
    /// The low half of 64 bits.
    LOW("(_ extract 31 0)"),
    /// 32 bits with 32 copies of the sign before them.
    WIDE("(_ sign_extend 32)");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /// {@return as SMT-LIB writes it}
    String text() {
        return text;
    }

    /// {@return what it makes of bits, of so many each}
    long of(int width, long one, long other) {
        return switch (this) {
            case ADD    -> cut(width, one + other);
            case SUB    -> cut(width, one - other);
            case MUL    -> cut(width, one * other);
            case DIV    -> cut(width, other == 0 ? one < 0 ? 1 : -1 : one / other);
            case REM    -> cut(width, other == 0 ? one : one % other);
            case AND    -> one & other;
            case OR     -> one | other;
            case XOR    -> one ^ other;
            case SHL    -> outside(width, other) ? 0 : cut(width, one << other);
            case ASHR   -> one >> (outside(width, other) ? width - 1 : other);
            case LSHR   -> outside(width, other) ? 0 : cut(width, (width == 32 ? one & 0xffffffffL : one) >>> other);
            case EQUAL  -> one == other ? 1 : 0;
            case LESS   -> one < other ? 1 : 0;
            case NOT    -> 1 - one;
            case BOTH   -> one & other;
            case EITHER -> one | other;
            case LOW    -> (int) one;
            case WIDE   -> one;
            case CHOICE -> throw new IllegalArgumentException("a choice has three parts");
        };
    }

    /// SMT-LIB shifts everything out where the distance is too long; what the JVM does with it is said where instructions get their meaning.
    private static boolean outside(int width, long distance) {
        return distance < 0 || distance >= width;
    }

    private static long cut(int width, long bits) {
        return width == 32 ? (int) bits : bits;
    }
}
