package vmmref.vectors.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vmmref.spec.Table;

/// The tables of cases that people or other tools have written.
final class Source {
    private Source() { }

    static Table named(String name) {
        try (InputStream in = Source.class.getResourceAsStream(name + ".tsv")) {
            if (in == null) throw new IllegalStateException(name + ".tsv is not on the class path");
            return Table.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(name + ".tsv cannot be read", broken);
        }
    }
}
