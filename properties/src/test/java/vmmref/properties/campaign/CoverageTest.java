package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vmmref.properties.guarantee.Outcomes.Promise;
import vmmref.spec.Clauses;
import vmmref.spec.Level;

/// What was reached, and why something was not.
class CoverageTest {
    private static final Seq<Law> LAWS = Given.laws("BundleGuarantees.unitsAndStops", "BundleGuarantees.longInstructions", "TextGuarantees.unknownIsRefused");

    private static SortedMap<String, Sighting> seen(Map<String, Integer> times) {
        return new TreeMap<>(times.mapValues(each -> new Sighting(each, each, Stage.SEARCH, 0)).toJavaMap());
    }

    private static Account account(long cases, long discarded, Map<String, Integer> behaviours, Map<String, Integer> failures) {
        return new Account(0, cases, discarded == 0 ? new TreeMap<>() : new TreeMap<>(java.util.Map.of("dull", discarded)), seen(behaviours), seen(failures), new TreeMap<>(), true, false, 1, 1);
    }

    private static final Map<String, Integer> NONE = LinkedHashMap.empty();

    private static Coverage coverage(Map<String, Account> accounts) {
        return new Coverage(LAWS, LinkedHashMap.empty(), new Ledger(1, 1, new TreeMap<>(accounts.toJavaMap())));
    }

    private static String reason(Coverage coverage, String clause) {
        return coverage.unreached().find(each -> each.clause().equals(clause)).get().reason();
    }

    @Test
    void aClauseThatDecidedWasReached() {
        Coverage coverage = coverage(LinkedHashMap.of(
            "BundleGuarantees.unitsAndStops", account(50, 0, LinkedHashMap.of("clause TEMPLATE_ASSIGNED", 40, "clause LONG_INSTRUCTION_SLOTS", 3, "pair NOP_FORM UNUSED_BITS", 5), NONE),
            "BundleGuarantees.longInstructions", account(20, 0, LinkedHashMap.of("clause LONG_INSTRUCTION_SLOTS", 2, "outcome clause: NOP_FORM", 9), NONE)));
        assertEquals(Vector.of(new Closing.Reached("TEMPLATE_ASSIGNED", 40), new Closing.Reached("LONG_INSTRUCTION_SLOTS", 5)), coverage.reached());
        assertFalse(coverage.unreached().exists(each -> each.clause().equals("TEMPLATE_ASSIGNED")));
    }

    @Test
    void aClauseThatDidNotDecideHasAReason() {
        Coverage coverage = coverage(LinkedHashMap.of("BundleGuarantees.unitsAndStops", account(50, 0, NONE, NONE), "BundleGuarantees.longInstructions", account(7, 0, NONE, NONE)));
        assertEquals("it decided in none of 50 cases of BundleGuarantees.unitsAndStops", reason(coverage, "TEMPLATE_ASSIGNED"));
        assertEquals("it decided in none of 57 cases of BundleGuarantees.longInstructions, BundleGuarantees.unitsAndStops", reason(coverage, "LONG_INSTRUCTION_SLOTS"));
        assertEquals("no case was executed of TextGuarantees.unknownIsRefused", reason(coverage, "MNEMONIC_UNKNOWN"));
        assertEquals("none of its laws was selected: TextGuarantees.outOfRangeIsRefused", reason(coverage, "OPERAND_OUT_OF_RANGE"));
        assertEquals("none of its laws was selected: FormGuarantees.everyForm, FormGuarantees.samplesOfAnotherAssembler", reason(coverage, "NOP_FORM"));
    }

    @Test
    void everyClauseThatDecidesIsReachedOrNot() {
        Coverage coverage = coverage(LinkedHashMap.of("BundleGuarantees.unitsAndStops", account(50, 0, LinkedHashMap.of("clause TEMPLATE_ASSIGNED", 40), NONE)));
        Seq<String> reached = coverage.reached().map(Closing.Reached::clause);
        Seq<Closing.Unreached> unreached = coverage.unreached();
        Seq<String> deciding = Clauses.all().filter(clause -> clause.level() != Level.GUARANTEE).map(clause -> clause.name());
        assertEquals(deciding.sorted(), reached.appendAll(unreached.map(Closing.Unreached::clause)).sorted());
        assertFalse(unreached.exists(each -> each.reason().equals("no law checks it")));
    }

    private static Goal always(Account account) {
        return coverage(LinkedHashMap.of("TextGuarantees.unknownIsRefused", account)).goals().last();
    }

    private static Goal expected(boolean met, String detail) {
        return new Goal(Goal.Sort.ALWAYS, "TextGuarantees.unknownIsRefused", "a text that no form is written as is refused", met, detail);
    }

    @Test
    void aLawThatHoldsIsAGoalThatIsMet() {
        assertEquals(expected(true, "7 cases"), always(account(7, 0, NONE, NONE)));
        assertEquals(expected(true, "4 cases"), always(account(7, 3, NONE, NONE)));
    }

    @Test
    void aLawOfWhichNoCaseSaidAnythingIsNotMet() {
        assertEquals(expected(false, "no case said anything of it"), always(account(7, 7, NONE, NONE)));
        assertEquals(expected(false, "no case said anything of it"), coverage(LinkedHashMap.empty()).goals().last());
    }

    @Test
    void aLawThatFailsIsNotMet() {
        assertEquals(expected(false, "3 of 5 cases fail"), always(account(7, 2, NONE, LinkedHashMap.of("one", 1, "other", 2))));
    }

    @Test
    void promisesFollowTheLaws() {
        Promise promise = new Promise("kind", false, checker -> checker.check("a").count(count -> count > 0));
        Ledger ledger = new Ledger(1, 1, new TreeMap<>(java.util.Map.of("BundleGuarantees.longInstructions", account(9, 0, LinkedHashMap.of("outcome kind: a", 9), NONE))));
        Seq<Goal> goals = new Coverage(LAWS, LinkedHashMap.of("BundleGuarantees.longInstructions", LinkedHashMap.of("kind", promise)), ledger).goals();
        assertEquals(Vector.of(Goal.Sort.ALWAYS, Goal.Sort.ALWAYS, Goal.Sort.ALWAYS, Goal.Sort.SOMETIMES), goals.map(Goal::sort));
        assertEquals(new Goal(Goal.Sort.SOMETIMES, "BundleGuarantees.longInstructions", "kind: a", true, "9 cases, 100.0 %"), goals.last());
    }
}
