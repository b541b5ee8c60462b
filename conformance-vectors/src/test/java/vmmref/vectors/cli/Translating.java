/// Typing `vmmref translate`.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// As an extension it lets drawings be told in full, as they are where standard output can show them.
final class Translating implements BeforeAllCallback, AfterAllCallback {

    private static final PrintStream OUT = System.out;

    @Override
    public void beforeAll(ExtensionContext context) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.setOut(OUT);
    }

    static Typed translate(String... words) {
        return Typed.command(List.of(words).prepend("translate").toJavaArray(String[]::new));
    }

    /// What is typed in one line, its words separated by bars.
    static Typed typed(String line) {
        return translate(line.strip().split(" *\\| *"));
    }

    static void says(String part, Typed typed) {
        assertTrue(typed.out().contains(part), typed::all);
    }
}
