/// `vmmref vectors diff`: a change log for the users of a pack.
package vmmref.vectors.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VectorsDiffTest {

    @TempDir Path folder;
    Path old;
    Path young;

    @BeforeEach
    void fill() {
        old   = SmallPack.in(folder.resolve("old"));
        young = SmallPack.in(folder.resolve("young"));
    }

    private Typed diff(String... words) {
        return Typed.command(io.vavr.collection.List.of("vectors", "diff", old.toString()).appendAll(io.vavr.collection.List.of(words)).toJavaArray(String[]::new));
    }

    @Test @DisplayName("0 where the packs are the same")
    void same() {
        Typed typed = diff(young.toString());
        assertEquals(0, typed.exit(), typed::all);
        assertEquals("The packs are the same: pack 0.1.0, format 1.\n", typed.out());
        assertEquals(0, diff("--pack", young.toString()).exit());
    }

    @Test @DisplayName("1 where they differ: what differs, sorted and counted, the clauses that it comes from, and the version that it requires")
    void differs() {
        Packs.forge(young, "smoke/codec/thash.jsonl", "\"thash r8=r32\"", "\"ttag r8=r32\"");
        Packs.forge(young, "core/codec/reserved.jsonl", "decodes 06", "reads 06");
        Packs.forge(young, "clauses.json", "\"digest\" : \"" + digest("UNUSED_BITS"), "\"digest\" : \"000000000000");
        Packs.edit(young, "MANIFEST.json", "\"pack\" : \"0.1.0\"", "\"pack\" : \"0.2.0\"");
        Typed typed = diff(young.toString());
        assertEquals(1, typed.exit(), typed::all);
        assertEquals("""
            corrected 1
              codec/thash/0001: slot0 was thash r8=r32, is ttag r8=r32 (the sentence of UNUSED_BITS changed)
            retold 2
              codec/reserved/0003: title
              codec/reserved/0004: title
            clauses
              UNUSED_BITS says something else; of the expectations that it decides, 1 were corrected
            other files
              clauses.json
            topic            added   removed   revoked   corrected   moved   reassigned   retold
            codec/reserved       0         0         0           0       0            0        2
            codec/thash          0         0         0           1       0            0        0
            clause              added   removed   revoked   corrected   moved   reassigned   retold
            NOP_FORM                0         0         0           1       0            0        0
            REGISTER_NUMBER         0         0         0           1       0            0        0
            TEMPLATE_ASSIGNED       0         0         0           1       0            0        0
            TEMPLATE_RESERVED       0         0         0           0       0            0        2
            UNUSED_BITS             0         0         0           1       0            0        0
            From pack 0.1.0, format 1 to pack 0.2.0, format 1: 3 vectors differ; this requires a new patch version, and it has a new minor one.
            """, typed.out());
    }

    private String digest(String clause) {
        return Json.fields(Packs.read(young.resolve("clauses.json"))).json().get(clause).get("digest").asString();
    }

    @Test @DisplayName("as JSON, everything is listed")
    void json() {
        Packs.forge(young, "smoke/codec/thash.jsonl", "\"thash r8=r32\"", "\"ttag r8=r32\"");
        JsonNode json = Json.parse(diff(young.toString(), "--format", "json").out());
        assertEquals("[\"codec/thash/0001\"]", json.get("corrected").toString());
        assertEquals("{\"id\":\"codec/thash/0001\",\"place\":\"slot0\",\"before\":\"thash r8=r32\",\"after\":\"ttag r8=r32\",\"clauses\":[\"UNUSED_BITS\",\"REGISTER_NUMBER\"]}",
            json.get("places").get(0).toString());
        assertEquals("{\"added\":0,\"removed\":0,\"revoked\":0,\"corrected\":1,\"moved\":0,\"reassigned\":0,\"retold\":0}", json.get("byTopic").get("codec/thash").toString());
        assertEquals("patch", json.get("required").asString());
        assertEquals("none", json.get("made").asString());
        assertEquals(false, json.get("agrees").asBoolean());
        assertEquals(1, json.get("exit").asInt());
    }

    @Test @DisplayName("4 where an id stands for another case, and the sentence says what is broken")
    void broken() {
        Packs.forge(young, "smoke/codec/thash.jsonl", "014080401a04", "014080401b04");
        Typed typed = diff(young.toString());
        assertEquals(4, typed.exit(), typed::all);
        assertTrue(typed.out().startsWith("broken codec/thash/0001 is now the id of another case\n"), typed::all);
        assertTrue(typed.out().contains("this requires a new major version, but the version is the same."), typed::all);
    }

    @Test @DisplayName("2 where a folder is none, 4 where a pack is damaged, which is named")
    void mistakes() {
        assertEquals(2, diff("/no/such/folder").exit());
        assertEquals(2, Typed.command("vectors", "diff").exit());
        assertEquals("vmmref: the newer pack is named twice: leave out NEW, or --pack\n", diff(young.toString(), "--pack", young.toString()).err());
        Packs.edit(young, "smoke/codec/thash.jsonl", "decodes", "Decodes");
        Typed damaged = diff(young.toString());
        assertEquals(4, damaged.exit(), damaged::all);
        assertTrue(damaged.err().contains(young.resolve("smoke/codec/thash.jsonl") + ": is not the file that MANIFEST.json describes"), damaged::all);
        Packs.edit(young, "MANIFEST.json", "\"format\" : 1", "\"format\" : 2");
        Typed later = diff(young.toString());
        assertEquals(4, later.exit(), later::all);
        assertTrue(later.err().contains(young.resolve("MANIFEST.json") + ": $.format is 2, and this vmmref reads format 1"), later::all);
    }
}
