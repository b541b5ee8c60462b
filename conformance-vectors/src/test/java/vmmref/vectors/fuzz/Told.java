/// What is told to people: something, in one line, without characters that a terminal obeys.
package vmmref.vectors.fuzz;

final class Told {

    private Told() { }

    static void people(java.util.List<String> lines) {
        lines.forEach(Told::printable);
    }

    static void people(String message) {
        if (message == null || message.isBlank()) throw new AssertionError("a message says nothing");
        message.lines().forEach(Told::printable);
    }

    private static void printable(String line) {
        line.codePoints().filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE).findFirst().ifPresent(c -> {
            throw new AssertionError("a line that people are shown holds U+%04X: %s".formatted(c, line));
        });
    }
}
