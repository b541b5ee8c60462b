package vmmref.vectors.fill;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.format.Finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

class VerifyTest {

    private static final String SMALL = "smoke/sum/small.jsonl";
    private static final String LARGE = "smoke/sum/large.jsonl";

    @TempDir Path folder;
    Path pack;

    @BeforeEach
    void fill() {
        pack = Packs.small(folder);
    }

    @Test @DisplayName("nothing is wrong with a filled pack")
    void whole() {
        assertEquals(List.empty(), Verify.pack(pack));
    }

    @Test @DisplayName("every shard is looked at, even after a bad one")
    void goesOn() {
        Packs.edit(pack, SMALL, "\"sum\":\"11\"", "\"sum\":\"12\"");
        Packs.edit(pack, LARGE, "\"outcome\":\"refused\"", "\"outcome\":\"rejected\"");
        assertEquals(List.of(LARGE, SMALL), Verify.pack(pack).map(Finding::file));
    }

    @Test @DisplayName("a pack that cannot be opened is one finding")
    void unopenable() throws IOException {
        Files.delete(pack.resolve("MANIFEST.json"));
        assertEquals(List.of("MANIFEST.json"), Verify.pack(pack).map(Finding::file));
    }

    @Test @DisplayName("a forged expectation does not have the hash of its contents")
    void hash() {
        Packs.forge(pack, SMALL, "\"sum\":\"11\"", "\"sum\":\"12\"");
        expect("does not have the hash of its contents", SMALL, 2);
    }

    @Test @DisplayName("a vector that does not follow its schema is told with its place")
    void schema() {
        Packs.forge(pack, SMALL, "\"source\":\"model\"", "\"source\":\"rumour\"");
        assertEquals(Option.some("$.source"), Verify.pack(pack).head().path());
        assertEquals(2, Verify.pack(pack).size());
    }

    @Test @DisplayName("an id that the ledger gave to another case, or never gave, is told")
    void ledger() {
        Packs.forge(pack, SMALL, "sum/small/0003", "sum/small/0009");
        expect("sum/small/0009 has the id sum/small/0003 in ids.tsv", SMALL, 2);
        Packs.write(pack.resolve(Ledger.FILE), "hash\tid\tsince\n");
        Packs.seal(pack);
        expect("sum/small/0009 is not in ids.tsv", SMALL, 2);
    }

    @Test @DisplayName("a malformed ledger is one finding")
    void malformedLedger() {
        Packs.forge(pack, Ledger.FILE, "sum/small/0003", "sum/small/0001");
        assertEquals(List.of("ids.tsv"), Verify.pack(pack).map(Finding::file));
    }

    @Test @DisplayName("a near vector must be there, and be another case")
    void near() {
        Packs.forge(pack, LARGE, "\"near\":\"sum/small/0001\"", "\"near\":\"sum/small/0005\"");
        expect("the near vector sum/small/0005 of sum/large/0001 is not in the pack", LARGE, 1);
        Packs.forge(pack, LARGE, "\"near\":\"sum/small/0005\"", "\"near\":\"sum/large/0001\"");
        expect("the near vector sum/large/0001 of sum/large/0001 is the same case", LARGE, 1);
    }

    @Test @DisplayName("clauses must be stated by a chapter, and hold those of because and by")
    void clauses() {
        Packs.forge(pack, LARGE, "\"clauses\":[\"TEMPLATE_RESERVED\"]", "\"clauses\":[\"TEMPLATE_RESERVED\",\"INVENTED_CLAUSE\"]");
        expect("no chapter states the clause INVENTED_CLAUSE", LARGE, 1);
        Packs.forge(pack, LARGE, "\"clauses\":[\"TEMPLATE_RESERVED\",\"INVENTED_CLAUSE\"]", "\"clauses\":[]");
        expect("a clause of because or by is not among its clauses", LARGE, 1);
    }

    @Test @DisplayName("flags must be explained")
    void flags() {
        Packs.forge(pack, LARGE, "\"flags\":[\"SplitImmediate\"]", "\"flags\":[\"Invented\"]");
        expect("the flag Invented is not in flags.json", LARGE, 1);
    }

    @Test @DisplayName("a revoked vector must be gone")
    void revoked() {
        Packs.write(pack.resolve("revoked.txt"), "sum/large/0001\tsha256:" + "0".repeat(64) + "\t2026-01-31\twrong\n");
        Packs.seal(pack);
        expect("sum/large/0001 was revoked", LARGE, 1);
    }

    @Test @DisplayName("two vectors in different shards that decide the same are told")
    void twins() {
        String line = Packs.read(pack.resolve(LARGE));
        Packs.write(pack.resolve("core/sum/small.jsonl"), line.replace("sum/large/0001", "sum/small/0002") + Packs.read(pack.resolve("core/sum/small.jsonl")).lines().skip(1).findFirst().get() + "\n");
        Packs.seal(pack);
        expect("sum/large/0001 and sum/small/0002 decide the same: they have one hash", LARGE, 1);
    }

    private void expect(String problem, String file, int line) {
        Seq<Finding> found = Verify.pack(pack).filter(finding -> finding.problem().equals(problem));
        assertEquals(List.of(file + ":" + line), found.map(finding -> finding.file() + ":" + finding.line().get()), this::texts);
    }

    private String texts() {
        return Verify.pack(pack).map(Finding::text).mkString("\n");
    }
}
