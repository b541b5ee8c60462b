package vmmref.vectors.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vmmref.properties.guarantee.Sample;
import vmmref.spec.Clause;
import vmmref.spec.Dependences;
import vmmref.spec.Executions;
import vmmref.spec.Guests;
import vmmref.spec.Integers;
import vmmref.spec.Interruptions;
import vmmref.spec.Level;
import vmmref.spec.Memories;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Table;
import vmmref.vectors.format.Pack;
import vmmref.vmm.zoo.TableMutant;
import vmmref.vmm.zoo.TableMutants;

/// No clause has a loose end.
@Tag("sampled")
class TraceabilityTest {
    private static final Path SPEC = Path.of("../spec");
    private static final Path PACK = Path.of("vectors");
    private static final Tally TALLY = Tally.of(Table.named("mutants"));
    private static final Traceability TRACEABILITY = Traceability.of(Pack.open(PACK), TALLY);

    private static void assertNone(String loose, Predicate<Traceability.Ends> wrong) {
        assertEquals(Vector.empty(), TRACEABILITY.ties().filter(wrong).map(ends -> ends.clause().name()), loose);
    }

    private static boolean decides(Traceability.Ends ends) {
        return ends.clause().level() == Level.MUST || ends.clause().level() == Level.MAY;
    }

    @Test
    void oneMethodCarriesEachClause() {
        assertNone("clauses without exactly one rule", ends -> decides(ends) && ends.rules().size() != 1);
        assertNone("unspecified clauses with several rules", ends -> ends.clause().level() == Level.UNSPECIFIED && ends.rules().size() > 1);
        assertNone("guarantees with a rule", ends -> ends.clause().level() == Level.GUARANTEE && !ends.rules().isEmpty());
    }

    @Test
    void aPropertyChecksEachClause() {
        assertNone("clauses without a property", ends -> ends.properties().isEmpty());
    }

    @Test
    void vectorsAcceptAndNearlyMissEachClause() {
        assertNone("clauses that no vector's expectation was typed for", ends -> decides(ends) && isNamed(ends.clause()) && ends.typed() == 0);
        assertNone("clauses without a pair of near vectors", ends -> decides(ends) && isNamed(ends.clause()) && ends.pairs() == 0);
    }

    /// Dependencies are of code and not of a machine, which vectors are about.
    private static boolean isNamed(Clause clause) {
        return !(clause instanceof Dependences) && !INNER.contains(clause);
    }

    /// Clauses that decide something which no place of a vector shows, each with the reason.
    private static final Seq<Clause> INNER = Vector.of(
        RegisterFiles.STACK_RENAMED,        // which register a number means: the value in it is another clause's
        RegisterFiles.GENERAL_ROTATED,      // the same of r32 and above
        RegisterFiles.BANK_SELECTED,        // the same of r16 to r31
        RegisterFiles.FLOATING_ROTATED,     // the same of f32 and above
        RegisterFiles.PREDICATE_ROTATED,    // the same of p16 and above
        RegisterFiles.COLLECTION_IN_FLIGHT, // that PSR.ic is not serialised is told by a later instruction alone
        RegisterFiles.COLLECTION_LOST,      // the manual leaves RNAT undefined there
        Memories.FORMAT_WIDENED,            // how a format is read: the value is that of the load or transfer
        Memories.FORMAT_NARROWED,           // how a format is written: the bytes are those of the store or transfer
        Memories.ALAT_ENTRY_MADE,           // no place shows the ALAT: a later check tells
        Memories.ALAT_ENTRY_LOST,           // the same
        Integers.PREDICATE_ZERO_KEPT,       // nothing is written
        Interruptions.MEMORY_SHARED,        // it is about several processors: a vector has one
        Interruptions.PURGE_SHARED,         // the same
        Guests.PURGE_BROADCAST,             // the same: a guest of a vector has one processor
        Executions.BUNDLE_FETCHED);         // where a bundle came from is no place

    @Test
    void aMutantOfEachClauseIsKilled() {
        assertNone("clauses without a killed mutant", ends -> decides(ends) && ends.mutants().killed() == 0);
    }

    @Test
    void everySurvivorIsExplained() {
        assertEquals(Vector.empty(), TALLY.survivors().filter(survivor -> survivor.reason().isBlank()));
        Tally.Count all = Tally.sum(TALLY.counts());
        assertTrue(all.killed() * 100L >= all.mutants() * 92L, all.toString());
    }

    /// All of them are judged by `mvn -Ppit verify`; here some of each table are, so that a judge that catches nothing is noticed.
    @Test
    void mutantsOfTheTablesAreCaught() {
        TableJudge judge = new TableJudge(PACK);
        Seq<TableMutant> all = TableMutants.all();
        Seq<String> known = TALLY.survivors().filter(survivor -> survivor.tool().equals("table")).map(survivor -> survivor.where() + ": " + survivor.what());
        Seq<TableMutant> some = Sample.of(all.zipWithIndex().filter(each -> each._2 % 200 == 0).map(each -> each._1), 1, TableMutant::table).reject(each -> known.contains(each.toString()));
        assertTrue(some.map(TableMutant::table).distinct().size() > 10, () -> "only " + some.map(TableMutant::table).distinct() + " of " + all.size());
        assertEquals(Vector.empty(), some.reject(judge::catches));
    }

    @Test
    void thePageIsCurrent() throws IOException {
        Path page = SPEC.resolve("traceability.md");
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(page, TRACEABILITY.page());
        assertEquals(TRACEABILITY.page(), Files.exists(page) ? Files.readString(page) : "", "write it with mvn -B verify -Dvmmref.write=true");
    }
}
