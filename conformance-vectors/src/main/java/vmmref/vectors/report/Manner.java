/// In what manner a value differs from what is expected.
package vmmref.vectors.report;

/// The words go on from the name of a place.
enum Manner {
    OUTCOME("is another"),
    CHOICE("is not among what may be chosen"),
    ADDED("is reported, though nothing is expected there"),
    SILENT("is not reported"),
    SPELLING("is right, but for the way in which it is written"),
    BITS("differs in bits"),
    SIGN("differs in the sign of a number"),
    NUMBER("differs in a number"),
    REGISTER("names another register"),
    PREDICATE("differs in the qualifying predicate"),
    COMPLETER("differs in the completers"),
    INSTRUCTION("holds another instruction"),
    OPERANDS("differs in the operands"),
    VALUE("has another value");

    private final String words;

    Manner(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// {@return whether it is in some operand that the value is wrong, and not in the whole}
    boolean ofOperands() {
        return this == BITS || this == SIGN || this == NUMBER;
    }
}
