package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Which cases are executed next. It depends on what was seen and on nothing else, so that a campaign goes the same way however many workers there are and however fast they are.
///
/// A law begins with its edge cases. Later it is given four shards while it showed something new lately, one otherwise, and one in every fourth batch when it has shown nothing new
/// for long.
///
/// @param laws  that are tested
/// @param edges how many edge cases each has at most
record Plan(Seq<Law> laws, int edges) {
    private static final int LATELY = 3;
    private static final int LONG = 20;
    private static final int SMALLEST = 8;
    private static final int LARGEST = 128;

    /// {@return the next batch, of so many cases at most; empty when there is nothing left to do}
    Seq<Shard> next(Ledger ledger, long most) {
        Seq<Shard> wanted = laws.zipWithIndex().flatMap(each -> shards(each._1, ledger, number(ledger, each._1, each._2))).toVector();
        return cut(wanted.isEmpty() ? laws.flatMap(law -> shards(law, ledger, 1)) : wanted, most);
    }

    /// {@return how many shards a law gets}
    private static int number(Ledger ledger, Law law, int place) {
        int silent = ledger.batch() - ledger.of(law.name()).news();
        return silent <= LATELY ? 4 : silent <= LONG || (ledger.batch() + place) % 4 == 0 ? 1 : 0;
    }

    private Seq<Shard> shards(Law law, Ledger ledger, int number) {
        Account account = ledger.of(law.name());
        if (!account.edged())    return Vector.of(new Shard(law, Stage.EDGES, account.edges(), edges - (int) account.edges()));
        if (account.exhausted()) return Vector.empty();
        int size = Math.max(1, (int) Math.min(LARGEST, (long) SMALLEST << Math.min(ledger.batch() - 1, 10)) / law.cost());
        return Vector.range(0, number).map(shard -> new Shard(law, Stage.SEARCH, account.search() + (long) shard * size, size));
    }

    private static Seq<Shard> cut(Seq<Shard> whole, long most) {
        Vector<Shard> kept = Vector.empty();
        long left = most;
        for (Shard shard : whole) {
            if (left <= 0) return kept;
            int count = (int) Math.min(shard.count(), left);
            kept = kept.append(new Shard(shard.law(), shard.stage(), shard.first(), count));
            left -= count;
        }
        return kept;
    }
}
