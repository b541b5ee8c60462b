package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// What a campaign knows so far.
///
/// @param batch the number of batches that were executed and saved
/// @param spent milliseconds that went into them
/// @param laws  by their names
public record Ledger(int batch, long spent, SortedMap<String, Account> laws) {
    static final Ledger EMPTY = new Ledger(0, 0, Collections.emptySortedMap());

    public Account of(String law) {
        return laws.getOrDefault(law, Account.EMPTY);
    }

    /// {@return the ledger after a batch that took some milliseconds}
    Ledger plus(Seq<Tally> tallies, long milliseconds) {
        SortedMap<String, Account> changed = new TreeMap<>(laws);
        for (Tally tally : tallies) changed.merge(tally.shard().law().name(), Account.EMPTY.plus(tally, batch + 1), (old, first) -> old.plus(tally, batch + 1));
        return new Ledger(batch + 1, spent + milliseconds, Collections.unmodifiableSortedMap(changed));
    }

    public long cases() {
        return sum(Account::cases);
    }

    public long discarded() {
        return sum(Account::discarded);
    }

    /// {@return how many behaviours were seen, each law's counted apart}
    public long behaviours() {
        return sum(account -> account.behaviours().size());
    }

    /// {@return cases of the laws that have more}
    public long open() {
        return sum(account -> account.exhausted() ? 0 : account.cases());
    }

    /// {@return behaviours that exactly one case showed, of the laws that have more cases}
    public long seenOnce() {
        return sum(account -> account.exhausted() ? 0 : account.seenOnce());
    }

    /// {@return the sum of a figure over all cases}
    public long figure(String name) {
        return sum(account -> account.figures().getOrDefault(name, 0L));
    }

    /// {@return how many cases showed a behaviour}
    public long times(String behaviour) {
        return sum(account -> account.times(behaviour));
    }

    private long sum(ToLongFunction<Account> part) {
        return laws.values().stream().mapToLong(part).sum();
    }
}
