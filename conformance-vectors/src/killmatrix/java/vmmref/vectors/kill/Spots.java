package vmmref.vectors.kill;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// The numbers of spots: beginnings of methods, and lines of them.
final class Spots {
    private final Map<String, Integer> numbers = new HashMap<>();

    /// {@return the number of a line of a method}
    /// @param method class in the notation of Java, name and descriptor
    synchronized int line(String method, int line) {
        return numbers.computeIfAbsent(method + ":" + line, any -> numbers.size());
    }

    synchronized int size() {
        return numbers.size();
    }

    /// {@return whether a line is among some spots}
    synchronized boolean isIn(BitSet some, String method, int line) {
        Integer number = numbers.get(method + ":" + line);
        return number != null && some.get(number);
    }
}
