/// What became of the vectors between two packs.
package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChangesTest {

    private static final Draft ONE   = SumKind.draft("small", "1", "2");
    private static final Draft TWO   = SumKind.draft("small", "3", "4");
    private static final Draft THREE = SumKind.draft("large", "50", "6");

    @TempDir Path folder;
    Path old;
    Path young;

    @BeforeEach
    void fill() {
        old   = filled("old", ONE, TWO);
        young = filled("young", ONE, TWO);
    }

    private Path filled(String name, Draft... drafts) {
        Path pack = Packs.empty(folder.resolve(name));
        Fill.into(pack, List.of(SumKind.of(drafts)));
        return pack;
    }

    /// What differs after the younger pack, which has the ledger of the older, was filled with other drafts.
    private Changes changes(Draft... drafts) {
        Fill.into(young, List.of(SumKind.of(drafts)));
        return changes();
    }

    private Changes changes() {
        return Changes.between(new Side(old), new Side(young));
    }

    private static List<String> ids(Changes changes, Class<? extends Change> sort) {
        return changes.of(sort).map(Change::vector).map(Vector::id).toList();
    }

    @Test @DisplayName("packs that are the same require nothing")
    void same() {
        Changes changes = changes();
        assertTrue(changes.none());
        assertEquals(List.empty(), changes.vectors());
        assertEquals(Increment.NONE, changes.required());
        assertTrue(changes.agrees());
    }

    @Test @DisplayName("a vector more requires a minor version")
    void added() {
        Changes changes = changes(ONE, TWO, THREE);
        assertEquals(List.of("sum/large/0001"), ids(changes, Change.Added.class));
        assertEquals(1, changes.vectors().size());
        assertEquals(Increment.MINOR, changes.required());
        assertFalse(changes.agrees());
        assertEquals(List.empty(), changes.broken());
    }

    @Test @DisplayName("a vector less requires a major version, unless it was revoked")
    void removed() {
        assertEquals(List.of("sum/small/0002"), ids(changes(ONE), Change.Removed.class));
        assertEquals(Increment.MAJOR, changes().required());
        String hash = new Side(old).vectors("sum/small").get("sum/small/0002").get().vector().hash();
        Packs.write(young.resolve("revoked.txt"), "sum/small/0002\t%s\t2026-01-31\tthe manual says otherwise\n".formatted(hash));
        Changes changes = changes(ONE);
        assertEquals(List.empty(), ids(changes, Change.Removed.class));
        assertEquals(List.of(new Revoked("sum/small/0002", hash, "2026-01-31", "the manual says otherwise")), changes.of(Change.Withdrawn.class).map(Change.Withdrawn::why));
        assertEquals(Increment.PATCH, changes.required());
        assertEquals(List.of("revoked.txt"), changes.files().filter(file -> file.equals("revoked.txt")));
    }

    @Test @DisplayName("an expectation that was corrected is told place by place, with the clauses that decided it, and requires a patch")
    void corrected() {
        old = filled("typed", SumKind.typed(Level.MUST, HashMap.of("sum", "4", "profile", "itanium2"), ONE), TWO);
        young = filled("typed-again", SumKind.typed(Level.MUST, HashMap.of("sum", "3", "carry", "0"), ONE), TWO);
        Changes changes = changes();
        Change.Corrected corrected = changes.of(Change.Corrected.class).single();
        assertEquals(List.of(
            new Change.Place("carry", Option.none(), Option.some("0"), List.of("BUNDLE_FIELDS")),
            new Change.Place("profile", Option.some("itanium2"), Option.none(), List.of("TEMPLATE_ASSIGNED", "BUNDLE_FIELDS")),
            new Change.Place("sum", Option.some("4"), Option.some("3"), List.of("BUNDLE_FIELDS"))), corrected.places());
        assertEquals(List.of("TEMPLATE_ASSIGNED"), corrected.decidedBy(List.of("TEMPLATE_RESERVED", "TEMPLATE_ASSIGNED")));
        assertEquals(Increment.PATCH, changes.required());
        assertEquals(1, changes.vectors().size());
    }

    @Test @DisplayName("another level judges differently")
    void level() {
        old   = filled("typed", SumKind.typed(Level.MUST, HashMap.of("sum", "3"), ONE));
        young = filled("typed-again", SumKind.typed(Level.MAY, HashMap.of("sum", "3"), ONE));
        assertEquals(List.of("level"), changes().of(Change.Corrected.class).single().places().map(Change.Place::name));
    }

    @Test @DisplayName("another title, flag, tier or near vector harms nobody, and requires a patch")
    void retold() {
        Changes changes = changes(SumKind.titled("two and one", SumKind.flagged("UnusedBits", ONE)), SumKind.in(Tier.CORE, TWO));
        assertEquals(List.of(List.of("title", "flags"), List.of("tier")), changes.of(Change.Retold.class).map(Change.Retold::fields));
        assertEquals(2, changes.vectors().size());
        assertEquals(Increment.PATCH, changes.required());
    }

    @Test @DisplayName("a case under another id breaks a promise, and so does a line of the ledger that is lost")
    void moved() {
        young = filled("forgetful", new Draft("tiny", ONE.tier(), ONE.level(), ONE.title(), ONE.flags(), ONE.needs(), ONE.stimulus(), ONE.typed(), ONE.source(), ONE.near()));
        Changes changes = changes();
        assertEquals(List.of("sum/tiny/0001"), ids(changes, Change.Moved.class));
        assertEquals(List.of("sum/small/0002"), ids(changes, Change.Removed.class));
        assertEquals(List.empty(), ids(changes, Change.Added.class));
        assertEquals(List.of("sum/small/0001 stands now under the id sum/tiny/0001",
            "the line of sum/small/0001 in ids.tsv was lost or changed; lines are only ever added",
            "the line of sum/small/0002 in ids.tsv was lost or changed; lines are only ever added"), changes.broken());
        assertEquals(Increment.MAJOR, changes.required());
    }

    @Test @DisplayName("an id of another case breaks a promise")
    void reassigned() {
        young = filled("shuffled", TWO, ONE);
        Changes changes = changes();
        assertEquals(List.of("sum/small/0001", "sum/small/0002"), ids(changes, Change.Reassigned.class));
        assertEquals("sum/small/0001 is now the id of another case", changes.broken().head());
    }

    @Test @DisplayName("a clause whose sentence changed is named")
    void sentences() {
        Packs.forge(old, "clauses.json", "d7e1e77b1bc9", "000000000000");
        assertEquals(List.of(new Changes.Sentence("BUNDLE_FIELDS", Option.some("000000000000"), Option.some("d7e1e77b1bc9"))), changes().clauses());
        assertEquals(Increment.PATCH, changes().required());
    }

    @Test @DisplayName("another schema requires a minor version at least")
    void schemas() {
        Packs.forge(old, "schema/answer.json", "\"title\"", "\"$comment\":\"older\", \"title\"");
        assertEquals(List.of("schema/answer.json"), changes().schemas());
        assertEquals(Increment.MINOR, changes().required());
    }

    @Test @DisplayName("damage names the pack that is damaged")
    void damaged() {
        Packs.edit(old, "smoke/sum/small.jsonl", "the sum of 1", "the sam of 1");
        assertEquals(old.resolve("smoke/sum/small.jsonl").toString(), Packs.mistake(this::changes).file());
        Packs.write(old.resolve("MANIFEST.json"), "{}");
        assertEquals(old.resolve("MANIFEST.json").toString(), Packs.mistake(this::changes).file());
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({"0.1.0,0.1.0,NONE", "0.1.0,0.1.1,PATCH", "0.1.9,0.1.10,PATCH", "0.1.1,0.2.0,MINOR", "0.2.0,1.0.0,MAJOR", "1.2.3,2.0.0,MAJOR"})
    void increments(String before, String after, Increment increment) {
        assertEquals(Option.some(increment), Increment.between(before, after));
        if (increment != Increment.NONE) assertEquals(Option.none(), Increment.between(after, before));
    }

    @Test @DisplayName("what is no version has no increment; a larger one covers a smaller one")
    void noVersion() {
        assertEquals(Option.none(), Increment.between("1.0", "1.1"));
        assertTrue(Increment.MINOR.covers(Increment.PATCH));
        assertTrue(Increment.MINOR.covers(Increment.MINOR));
        assertFalse(Increment.PATCH.covers(Increment.MINOR));
    }
}
