package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a campaign ended, and what it came to.
///
/// @param why       it stopped
/// @param config    what was asked
/// @param ledger    what is known
/// @param goals     of the laws that were tested
/// @param reached   names of the clauses that decided, with the number of cases
/// @param unreached clauses that did not
/// @param findings  counterexamples
public record Closing(String why, Config config, Ledger ledger, Seq<Goal> goals, Seq<Reached> reached, Seq<Unreached> unreached, Seq<Finding> findings) {
    /// A clause that decided.
    ///
    /// @param clause its name
    /// @param times  cases, each counted in its law
    public record Reached(String clause, long times) { }

    /// A clause that decided nothing.
    ///
    /// @param clause its name
    /// @param reason why, as far as the campaign can tell
    public record Unreached(String clause, String reason) {
        static final String UNSELECTED = "none of its laws was selected: ";

        /// {@return whether a law that checks it was tested}
        public boolean isSelected() {
            return !reason.startsWith(UNSELECTED);
        }
    }

    /// {@return whether every goal is met}
    public boolean isReached() {
        return goals.forAll(Goal::met);
    }

    /// {@return how many cases said nothing, by the reason}
    public SortedMap<String, Long> discards() {
        SortedMap<String, Long> discards = new TreeMap<>();
        ledger.laws().values().forEach(account -> account.discards().forEach((reason, cases) -> discards.merge(reason, cases, Long::sum)));
        return discards;
    }

    /// {@return the chance that the next case shows something new: behaviours that one case showed alone, by the number of cases (Good and Turing); laws that have no more cases are left out}
    public double chance() {
        if (ledger.open() == 0) return ledger.cases() == 0 ? 1 : 0;
        return Math.min(1, (double) ledger.seenOnce() / ledger.open());
    }
}
