package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Which cases are executed next. It depends on what was seen and on nothing else, so that a campaign goes the same way however many workers there are and however fast they are.
///
/// A campaign begins with a few edge cases of each law, of a costly one a single one. Then laws take turns, and a costly law has so many fewer cases in its turn. A law is given as many edge cases as four shards have, while it has more, and four shards
/// while it showed something new lately, one otherwise, and one in every fourth batch when it has shown nothing new for long. So within seconds every law has had some cases of each sort, however costly others are. A batch is as many
/// such rounds as make a 32nd of all cases so far, though no more than 8,192 cases: saving it costs as much as some hundred cases.
///
/// @param laws  that are tested
/// @param edges how many edge cases each has at most
record Plan(Seq<Law> laws, int edges) {
    private static final int LATELY = 3;
    private static final int LONG = 20;
    private static final int FIRST = 8;
    private static final int SMALLEST = 2;
    private static final int LARGEST = 128;
    private static final int DOUBLINGS = 10;
    private static final int SHARDS = 4;
    private static final int SHARE = 32;
    private static final int FULL = 8192;

    /// {@return the next batch, of so many cases at most; empty when there is nothing left to do}
    Seq<Shard> next(Ledger ledger, long most) {
        Seq<Shard> first = unedged(ledger).filter(law -> ledger.of(law.name()).edges() < size(law, FIRST)).map(law -> edges(law, ledger, size(law, FIRST) - ledger.of(law.name()).edges()));
        if (!first.isEmpty()) return cut(first, most);
        Seq<Shard> round = round(ledger, 1);
        long cases = round.map(Shard::count).sum().longValue();
        long worth = Math.min(FULL, ledger.cases() / SHARE);
        return cut(cases == 0 || cases >= worth ? round : round(ledger, (int) Math.ceilDiv(worth, cases)), most);
    }

    /// @param times how often each law has its turn
    private Seq<Shard> round(Ledger ledger, int times) {
        Seq<Shard> edges = unedged(ledger).map(law -> edges(law, ledger, (long) times * SHARDS * size(law, ledger)));
        Seq<Shard> wanted = laws.zipWithIndex().flatMap(each -> shards(each._1, ledger, times * number(ledger, each._1, each._2))).toVector();
        return edges.appendAll(edges.isEmpty() && wanted.isEmpty() ? laws.flatMap(law -> shards(law, ledger, times)) : wanted);
    }

    /// {@return how many shards a law gets in a round}
    private static int number(Ledger ledger, Law law, int place) {
        int silent = ledger.batch() - ledger.of(law.name()).news();
        return silent <= LATELY ? SHARDS : silent <= LONG || (ledger.batch() + place) % SHARDS == 0 ? 1 : 0;
    }

    /// {@return the laws that may have more edge cases}
    private Seq<Law> unedged(Ledger ledger) {
        return laws.reject(law -> ledger.of(law.name()).edged());
    }

    /// {@return the next edge cases of a law, so many at most}
    private Shard edges(Law law, Ledger ledger, long most) {
        long had = ledger.of(law.name()).edges();
        return new Shard(law, Stage.EDGES, had, (int) Math.min(most, edges - had));
    }

    private Seq<Shard> shards(Law law, Ledger ledger, int number) {
        Account account = ledger.of(law.name());
        if (account.exhausted()) return Vector.empty();
        int size = size(law, ledger);
        return Vector.range(0, number).map(shard -> new Shard(law, Stage.SEARCH, account.search() + (long) shard * size, size));
    }

    /// {@return how many cases a law has in one of its turns}
    private static int size(Law law, Ledger ledger) {
        return size(law, (int) Math.min(LARGEST, (long) SMALLEST << Math.min(ledger.batch() - 1, DOUBLINGS)));
    }

    private static int size(Law law, int ordinary) {
        return Math.max(1, ordinary / law.cost());
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
