package vmmref.vectors.kill;

import java.util.HashMap;
import java.util.Map;

/// The numbers of spots, which are lines of methods.
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
}
