package vmmref.vectors.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vmmref.spec.Table;

/// The tables of cases that people or other tools have written.
public final class Source {
    private Source() { }

    /// {@return the table `NAME.tsv` that stands beside a class}
    public static Table named(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".tsv")) {
            if (in == null) throw new IllegalStateException(name + ".tsv is not on the class path");
            return Table.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(name + ".tsv cannot be read", broken);
        }
    }
}
