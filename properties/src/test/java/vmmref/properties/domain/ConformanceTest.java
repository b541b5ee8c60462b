package vmmref.properties.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vmmref.model.protect.Access;
import vmmref.properties.alloy.Account;
import vmmref.properties.alloy.Model;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;

/// The rules of what pages are used as, in Java and in Alloy, tell the same.
class ConformanceTest {
    private static final long SEED     = 14;
    private static final int OF_JAVA   = 24;
    private static final int EACH      = 2;
    private static final int CELLS     = 22;

    private static final Seq<Scenario> SCENARIOS = Scenario.all();

    private static Seq<Pair> ofJava  = Vector.empty();
    private static Seq<Pair> ofAlloy = Vector.empty();

    /// What one side tells.
    ///
    /// @param others what the other side tells when it begins so, and has the same events
    private record Pair(String name, Account account, Seq<Account> others) {
        Seq<String> disagreements(String teller, String other) {
            return others.flatMap(each -> account.disagreement(teller, each, other)).map(each -> "\n" + name + each);
        }
    }

    /// @param transition of a cell, instead of the right one
    private record Wrong(String name, Rules rules) {
        boolean tellsAnother(Account account) {
            return account.disagreement("Alloy", Accounts.of(rules, account), name).isDefined();
        }
    }

    @BeforeAll
    static void tellAll() {
        Seq<Account> accounts = Accounts.some(OF_JAVA, SEED);
        Model model = Spelling.WORDS.with(accounts.zipWithIndex().map(each -> run(name(each._2), each._1)).mkString() + SCENARIOS.map(Scenario::run).mkString());
        // Two, since there must not be another one.
        ofJava  = accounts.zipWithIndex().map(each -> new Pair(name(each._2), each._1, Spelling.WORDS.accounts(model, name(each._2), 2)));
        ofAlloy = SCENARIOS.flatMap(each -> Spelling.WORDS.accounts(model, each.name(), EACH).map(account -> new Pair(each.name(), account, Vector.of(Accounts.of(Rules.RIGHT, account)))));
    }

    private static String run(String name, Account account) {
        return Spelling.WORDS.run(name, "always step and " + account.formula(), account.turns().size());
    }

    private static String name(int number) {
        return "Java" + number;
    }

    @Test
    void alloyTellsWhatJavaDoesAndNothingElse() {
        assertEquals(Vector.empty(), ofJava.filter(each -> each.others().size() != 1).map(Pair::name));
        assertEquals(Vector.empty(), ofJava.flatMap(each -> each.disagreements("Java", "Alloy")));
    }

    @Test
    void javaTellsWhatAlloyDoes() {
        assertEquals(Vector.empty(), ofAlloy.flatMap(each -> each.disagreements("Alloy", "Java")));
        assertEquals(Vector.empty(), SCENARIOS.map(Scenario::name).removeAll(ofAlloy.map(Pair::name)));
    }

    /// Each cell of the table of transitions replaced by each other answer, and what else the rules leave out.
    @Test
    void wrongRulesTellSomethingElse() {
        Seq<Wrong> wrong = Vector.of(PageState.values()).flatMap(state -> Vector.of(Access.values()).flatMap(access -> Vector.of(false, true).filter(own -> Scenario.isReached(state, access, own))
            .flatMap(own -> replaced(state, access, own))))
            .append(new Wrong("leaves pieces", new Rules(Rules.RIGHT.transition(), (state, next) -> true, Rules.RIGHT.reused(), true)))
            .append(new Wrong("keeps states", new Rules(Rules.RIGHT.transition(), Rules.RIGHT.within(), (pages, frames) -> pages, true)))
            .append(new Wrong("looks once", new Rules(Rules.RIGHT.transition(), Rules.RIGHT.within(), Rules.RIGHT.reused(), false)))
            .append(new Wrong("no instruction stores to its own page", Rules.RIGHT.withTransition((state, access, own) -> Transition.of(state, access, false))));
        assertEquals(CELLS * (Transition.values().length - 1) + 4, wrong.size());
        assertEquals(Vector.empty(), wrong.reject(each -> ofAlloy.exists(pair -> each.tellsAnother(pair.account()))).map(Wrong::name));
    }

    private static Seq<Wrong> replaced(PageState state, Access access, boolean own) {
        return Vector.of(Transition.values()).reject(Transition.of(state, access, own)::equals).map(other -> new Wrong(state + " " + access + (own ? " own: " : ": ") + other,
            Rules.RIGHT.withTransition((s, a, o) -> s == state && a == access && o == own ? other : Transition.of(s, a, o))));
    }

    @Test
    void everythingHappens() {
        Set<String> outcomes = Vector.of("PERMITTED", "TOLD", "MISSED").appendAll(Vector.of(Transition.values()).map(Transition::name)).toSet();
        Set<String> events = Vector.of("Use", "Store", "Change", "Drop", "Evict").toSet();
        for (Seq<Pair> side : Vector.of(ofJava, ofAlloy)) {
            assertEquals(outcomes, side.flatMap(each -> each.account().turns().init()).flatMap(each -> each.outcome().of("Now.outcome")).toSet());
            assertTrue(events.diff(side.flatMap(each -> each.account().turns().init()).flatMap(each -> each.event().of("Now.event")).toSet()).isEmpty());
        }
    }
}
