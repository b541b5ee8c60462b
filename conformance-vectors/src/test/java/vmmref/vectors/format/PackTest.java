package vmmref.vectors.format;

import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.fill.Fill;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.fill.SumKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PackTest {

    private static final String SMOKE = "smoke/sum/small.jsonl";
    private static final String CORE  = "core/sum/small.jsonl";

    @TempDir Path folder;
    Path pack;

    @BeforeEach
    void fill() {
        pack = Packs.small(folder);
    }

    @Test @DisplayName("a tier yields its own vectors and those of the tiers before it, in the order of ids")
    void order() {
        Pack opened = Pack.open(pack);
        assertEquals(List.of("sum/large/0001", "sum/small/0001", "sum/small/0003"), opened.vectors(Tier.SMOKE).map(Vector::id).toList());
        assertEquals(List.of("sum/large/0001", "sum/small/0001", "sum/small/0002", "sum/small/0003", "sum/small/0004"), opened.vectors(Tier.CORE).map(Vector::id).toList());
        assertEquals(3, opened.count(Tier.SMOKE));
        assertEquals(5, opened.count(Tier.CORE));
        assertEquals(5, opened.count(Tier.FULL));
        assertEquals(2, opened.manifest().countIn(Tier.CORE));
    }

    @Test @DisplayName("a vector is found by its id, in whatever tier it stands")
    void byId() {
        Pack opened = Pack.open(pack);
        assertEquals(Option.some("the sum of 7 and 8"), opened.vector("sum/small/0004").map(Vector::title));
        assertEquals(Option.none(), opened.vector("sum/small/0005"));
        assertEquals(Option.none(), opened.vector("codec/small/0004"));
        assertEquals(Option.none(), opened.vector("no id at all"));
    }

    @Test @DisplayName("of families that are not wanted, no shard is read")
    void families() {
        Packs.edit(pack, SMOKE, "the sum of 5", "the sum if 5");
        assertEquals(List.of("sum/large/0001"), Pack.open(pack).vectors(Tier.SMOKE, family -> family.equals("sum/large")).map(Vector::id).toList());
    }

    @Test @DisplayName("a shard is read when its vectors are asked for, and not before")
    void lazily() {
        Packs.edit(pack, SMOKE, "the sum of 5", "the sum if 5");
        Iterator<Vector> vectors = Pack.open(pack).vectors(Tier.SMOKE);
        assertEquals("sum/large/0001", vectors.next().id());
        assertEquals(SMOKE, Packs.mistake(vectors::next).file());
    }

    @Test @DisplayName("a folder without a manifest is no pack")
    void noManifest() throws IOException {
        Files.delete(pack.resolve("MANIFEST.json"));
        assertTrue(opening().text().startsWith("MANIFEST.json: is missing in " + pack), opening().text());
        assertEquals("MANIFEST.json", Packs.mistake(() -> Pack.open(folder.resolve("nowhere"))).file());
    }

    @Test @DisplayName("a manifest that is cut off is told with its column")
    void halfManifest() {
        String text = Packs.read(pack.resolve("MANIFEST.json"));
        Packs.write(pack.resolve("MANIFEST.json"), text.substring(0, text.length() / 2));
        assertTrue(opening().problem().startsWith("is no JSON at column"), opening().text());
    }

    @Test @DisplayName("a manifest names the field that is wrong")
    void wrongManifest() {
        Packs.edit(pack, "MANIFEST.json", "\"core\" : 2", "\"core\" : 3");
        assertEquals(Option.some("$.vectors.core"), opening().path());
        assertTrue(opening().problem().contains("is 3, but the shards of the tier hold 2"), opening().text());
        Packs.edit(pack, "MANIFEST.json", CORE, "corpse/sum/small.jsonl");
        assertEquals(Option.some("$.shards[0].file"), opening().path());
        assertTrue(opening().problem().contains("tier is unknown"), opening().text());
        Packs.edit(pack, "MANIFEST.json", "\"format\" : 1", "\"format\" : 2");
        assertEquals(Option.some("$.format"), opening().path());
    }

    @Test @DisplayName("a file beside the shards that was changed, or is missing, is named")
    void otherFiles() throws IOException {
        Packs.edit(pack, "flags.json", "The displacement", "The misplacement");
        assertEquals(Finding.of("flags.json", "is not the file that MANIFEST.json describes: some bytes changed", Pack.RESTORE), opening());
        Files.delete(pack.resolve("clauses.json"));
        assertEquals(Finding.of("clauses.json", "is missing", Pack.RESTORE), opening());
    }

    @Test @DisplayName("a shard that is missing, and one that nobody listed, are named")
    void lostAndFound() throws IOException {
        Files.copy(pack.resolve(SMOKE), pack.resolve("smoke/sum/stray.jsonl"));
        assertEquals("smoke/sum/stray.jsonl: is not listed in MANIFEST.json; remove it, or run `vmmref vectors fill`", opening().text());
        Files.delete(pack.resolve("smoke/sum/stray.jsonl"));
        Files.delete(pack.resolve(CORE));
        assertEquals(Finding.of(CORE, "is missing, and MANIFEST.json lists it", Pack.RESTORE), opening());
    }

    @Test @DisplayName("a shard that ends in the middle of a line is truncated there")
    void truncatedLine() {
        String text = Packs.read(pack.resolve(SMOKE));
        Packs.write(pack.resolve(SMOKE), text.substring(0, text.length() - 40));
        assertEquals(Finding.of(SMOKE, 2, "is truncated: the last line has no end", Pack.RESTORE), reading());
    }

    @Test @DisplayName("a shard that lost whole lines has the wrong count")
    void lostLine() {
        String text = Packs.read(pack.resolve(SMOKE));
        Packs.write(pack.resolve(SMOKE), text.substring(0, text.indexOf('\n') + 1));
        assertEquals(Finding.of(SMOKE, "holds 1 vectors, and MANIFEST.json says 2", Pack.RESTORE), reading());
        Packs.write(pack.resolve(SMOKE), "");
        assertEquals(Finding.of(SMOKE, "holds 0 vectors, and MANIFEST.json says 2", Pack.RESTORE), reading());
    }

    @Test @DisplayName("a changed byte in what decides the verdict is told with its line")
    void flippedByte() {
        Packs.edit(pack, SMOKE, "\"sum\":\"11\"", "\"sum\":\"12\"");
        assertEquals(Finding.of(SMOKE, 2, "sum/small/0003 does not have its hash: some bytes of this line changed", Pack.RESTORE), reading());
    }

    @Test @DisplayName("a changed byte elsewhere is told with its file")
    void flippedByteInTitle() {
        Packs.edit(pack, SMOKE, "the sum of 5", "the sum if 5");
        assertEquals(Finding.of(SMOKE, "is not the file that MANIFEST.json describes: some bytes changed", Pack.RESTORE), reading());
    }

    @Test @DisplayName("a line that is no JSON, and an unknown outcome, are told with line and place")
    void badLines() {
        Packs.edit(pack, SMOKE, "\"outcome\":\"done\",\"post\":{\"profile\":\"itanium2\",\"sum\":\"11\"}", "\"outcome\":\"fine\"");
        assertEquals(Option.some(2), reading().line());
        assertEquals(Option.some("$.expect.outcome"), reading().path());
        Packs.edit(pack, SMOKE, "{\"v\":1,\"id\":\"sum/small/0001\"", "{\"v\":1,,\"id\":\"sum/small/0001\"");
        assertEquals(Option.some(1), reading().line());
        assertTrue(reading().problem().startsWith("is no JSON at column 8"), reading().text());
    }

    @Test @DisplayName("bytes that are not UTF-8, and line ends of Windows, are told as such")
    void encodings() throws IOException {
        byte[] bytes = Packs.bytes(pack.resolve(SMOKE));
        bytes[bytes.length / 2] = (byte) 0xff;
        Files.write(pack.resolve(SMOKE), bytes);
        assertEquals("is not UTF-8", reading().problem());
        Packs.edit(pack, CORE, "\n", "\r\n");
        assertEquals("has line ends of Windows", Packs.mistake(() -> shard(CORE)).problem());
    }

    @Test @DisplayName("vectors out of order, twice, or in the wrong file are found even where the manifest agrees")
    void forgedOrder() {
        String[] lines = Packs.read(pack.resolve(SMOKE)).split("\n");
        Packs.write(pack.resolve(SMOKE), lines[1] + "\n" + lines[0] + "\n");
        Packs.seal(pack);
        assertEquals(Finding.of(SMOKE, 2, "sum/small/0001 stands after sum/small/0003; vectors are sorted by id", "run `vmmref vectors fill`"), reading());
        Packs.write(pack.resolve(SMOKE), lines[0] + "\n" + lines[0] + "\n");
        Packs.seal(pack);
        assertEquals(Finding.of(SMOKE, 2, "the id sum/small/0001 stands already at " + SMOKE + ":1", Pack.RESTORE), reading());
        Packs.write(pack.resolve(SMOKE), lines[0].replace("sum/small/0001", "sum/smaller/0001") + "\n" + lines[1] + "\n");
        Packs.seal(pack);
        assertEquals(Option.some(1), reading().line());
        assertEquals("sum/smaller/0001 does not belong to sum/small", reading().problem());
        Packs.write(pack.resolve(SMOKE), lines[0] + "\n" + lines[0].replace("sum/small/0001", "sum/small/0003") + "\n");
        Packs.seal(pack);
        assertEquals("sum/small/0003 decides the same as a vector before it: they have one hash", reading().problem());
    }

    @Test @DisplayName("an id that stands in two tiers is found when the tiers are run together")
    void forgedTiers() {
        Packs.forge(pack, CORE, "sum/small/0002", "sum/small/0001");
        Finding fault = Packs.mistake(() -> Pack.open(pack).vectors(Tier.CORE).toList());
        assertEquals("the id sum/small/0001 stands already at " + (fault.file().equals(CORE) ? SMOKE : CORE) + ":1", fault.problem());
    }

    @Test @DisplayName("a topic that does not fit one shard goes on in others, and is read in one order")
    void split() {
        String padding = "x".repeat(20_000);
        Fill.into(pack, List.of(new SumKind(List.range(0, 210).map(i -> SumKind.in(i % 2 == 0 ? Tier.CORE : Tier.FULL,
            SumKind.titled(padding + i, SumKind.draft("big", "" + i % 90, "" + (90 + i / 90))))))));
        assertEquals(List.of("core/sum/big-2.jsonl", "core/sum/big.jsonl", "full/sum/big-2.jsonl", "full/sum/big.jsonl"),
            Pack.open(pack).manifest().shards().map(Shard::file));
        assertTrue(Pack.open(pack).manifest().shards().forAll(shard -> pack.resolve(shard.file()).toFile().length() <= Shard.LARGEST));
        assertEquals(List.rangeClosed(1, 210).map("sum/big/%04d"::formatted), Pack.open(pack).vectors(Tier.FULL).map(Vector::id).toList());
    }

    @Test @DisplayName("a malformed line of revoked.txt is told with its line")
    void revoked() {
        String hash = "sha256:" + "0".repeat(64);
        String head = Packs.read(pack.resolve("revoked.txt"));
        Packs.write(pack.resolve("revoked.txt"), head + "\nsum/small/0099\t" + hash + "\t2026-01-31\twrong sum\n");
        assertEquals(List.of(new Revoked("sum/small/0099", hash, "2026-01-31", "wrong sum")), Revoked.read(pack));
        for (String bad : List.of("sum/small/0099\t" + hash + "\twrong sum", "sum/0099\t" + hash + "\t2026-01-31\tx",
                "sum/small/0099\t" + hash + "\tlast week\tx", "sum/small/0099\tsha256:0\t2026-01-31\tx")) {
            Packs.write(pack.resolve("revoked.txt"), head + bad + "\n");
            assertEquals(Option.some(2), Packs.mistake(() -> Revoked.read(pack)).line());
        }
    }

    private Finding opening() {
        return Packs.mistake(() -> Pack.open(pack));
    }

    private Finding reading() {
        return Packs.mistake(() -> shard(SMOKE));
    }

    private void shard(String file) {
        Pack opened = Pack.open(pack);
        opened.read(opened.manifest().shards().find(shard -> shard.file().equals(file)).get());
    }
}
