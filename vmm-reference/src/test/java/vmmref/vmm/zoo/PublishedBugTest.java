package vmmref.vmm.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.spec.Table;

class PublishedBugTest {
    /// Each published bug has a member, or a reason why there is none, and each is listed once.
    @Test
    void publishedBugsHaveMembers() {
        Seq<PublishedBug> bugs = PublishedBug.all();
        assertTrue(bugs.size() >= 49 && bugs.count(bug -> bug.member().isDefined()) >= 45, () -> bugs.size() + " bugs");
        assertEquals(Vector.empty(), bugs.flatMap(PublishedBug::member).reject(name -> Zoo.named(name).isDefined()));
        assertEquals(bugs.map(PublishedBug::text).distinct(), bugs.map(PublishedBug::text));
        assertEquals("Ski: taken branches and single steps did not trap", bugs.find(bug -> bug.member().contains("MissesTraps")).get().text());
    }

    @Test
    void aPublishedBugHasEitherAMemberOrAReason() {
        assertEquals(Vector.of(Option.some("a reason")), PublishedBug.of(Table.parse("t", "a\tb\t\ta reason\n")).map(PublishedBug::whyNot));
        for (String line : Vector.of("a\tb\t\t\n", "a\tb\tDropsNat\ta reason\n"))
            assertEquals("t.tsv line 1 names either a member or why there is none", assertThrows(IllegalArgumentException.class, () -> PublishedBug.of(Table.parse("t", line))).getMessage());
    }
}
