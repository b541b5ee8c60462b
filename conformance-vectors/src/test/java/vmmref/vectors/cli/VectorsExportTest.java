/// `vmmref vectors export`: cases without expectations.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.fill.Packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VectorsExportTest {

    @TempDir static Path shared;
    @TempDir Path folder;
    static Path pack;

    @BeforeAll
    static void fill() {
        pack = SmallPack.in(shared);
    }

    private static Typed export(String... words) {
        return Typed.command(List.of("vectors", "export", "--prompts", "--pack", pack.toString()).appendAll(List.of(words)).toJavaArray(String[]::new));
    }

    private java.util.Set<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return new java.util.HashSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test @DisplayName("a first line that counts, then a line for each case, without what is expected")
    void standardOutput() {
        Typed typed = export("-k", "codec/thash/*", "-k", "codec/needy/*");
        assertEquals(0, typed.exit(), typed::all);
        assertEquals("""
            {"prompts":1,"pack":"0.1.0","tier":"smoke","count":2}
            {"id":"codec/needy/0001","case":{"kind":"codec","needs":{"vmsw":true},"in":{"decode":"014000401a0400000002000000000400"}}}
            {"id":"codec/thash/0001","case":{"kind":"codec","needs":{},"in":{"decode":"014080401a0400000002000000000400"}}}
            """, typed.out());
        assertEquals("vmmref: 2 prompts of tier smoke, pack 0.1.0\n", typed.err());
        assertEquals(typed.out(), export("-k", "codec/thash/*", "-k", "codec/needy/*", "-o", "-").out());
    }

    @Test @DisplayName("a file gets the same, replaces what was there, and has no company")
    void file() throws IOException {
        Path file = Files.writeString(folder.resolve("prompts.jsonl"), "older");
        Typed typed = export("-t", "core", "-o", file.toString());
        assertEquals(0, typed.exit(), typed::all);
        assertEquals("", typed.out());
        assertEquals(export("-t", "core").out(), Files.readString(file));
        assertEquals(7, Files.readAllLines(file).size());
        assertEquals(java.util.Set.of("prompts.jsonl"), files());
    }

    @Test @DisplayName("5 where nothing is selected, and nothing is written")
    void nothing() throws IOException {
        Typed typed = export("-k", "codec/reserved/0003", "-o", folder.resolve("prompts.jsonl").toString());
        assertEquals(5, typed.exit());
        assertEquals("vmmref: no vector is selected, and nothing is written\nvmmref: tier core has such vectors: add --tier core\n", typed.err());
        assertEquals(java.util.Set.of(), files());
    }

    @Test @DisplayName("2 where the file cannot be, or the form is not named")
    void mistakes() {
        Typed absent = export("-o", folder.resolve("no/prompts.jsonl").toString());
        assertEquals(2, absent.exit());
        assertTrue(absent.err().contains("no/prompts.jsonl cannot be written: there is no such folder; name another file, or make room"), absent::all);
        assertEquals(2, export("-o", folder.toString()).exit());
        assertEquals(2, Typed.command("vectors", "export").exit());
    }

    @Test @DisplayName("4 where the pack turns out to be damaged half-way, and an older file is left as it was")
    void damaged() throws IOException {
        Path other = SmallPack.in(folder);
        Packs.edit(other, "smoke/codec/thash.jsonl", "decodes", "Decodes");
        Path file  = Files.writeString(folder.resolve("prompts.jsonl"), "older");
        Typed typed = Typed.command("vectors", "export", "--prompts", "--pack", other.toString(), "-o", file.toString());
        assertEquals(4, typed.exit(), typed::all);
        assertEquals("older", Files.readString(file));
        assertFalse(files().toString().contains(".part"), files().toString());
    }
}
