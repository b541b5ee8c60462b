/// What the laws of a campaign cost: cases that said nothing, and time.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import vmmref.properties.campaign.Account;
import vmmref.properties.campaign.Ledger;
import vmmref.vectors.format.Printable;

final class CampaignCosts {

    private static final int MOST = 20;
    private static final double SECOND = 1e9;
    private static final double MILLISECOND = 1e6;

    private CampaignCosts() { }

    /// {@return the reasons for which most cases were discarded, if any was}
    static Option<BarChart> discards(Ledger ledger) {
        Seq<BarChart.Measured> all = accounts(ledger).flatMap(law -> TreeMap.ofAll(law._2.discards()).filterValues(number -> number > 0).toVector()
            .map(reason -> new BarChart.Measured(printable(reason._1), printable(law._1), reason._2, "%,d (%s)".formatted(reason._2, Amount.share(reason._2, law._2.cases()))))).sortBy(bar -> -bar.size());
        Seq<BarChart.Measured> rest = all.drop(MOST);
        return Option.when(!all.isEmpty(), () -> BarChart.linear("discards", "Discarded cases, and their share of the law's", "what did not hold", "cases", all.take(MOST), rest.isEmpty() ? ""
            : "%s for %s.".formatted(Amount.cases(rest.map(BarChart.Measured::size).sum().longValue()), Amount.of(rest.size(), "other reason", "other reasons"))));
    }

    /// {@return the laws that took most time}
    static BarChart times(Ledger ledger) {
        Seq<Tuple2<String, Account>> all  = accounts(ledger).sortBy(law -> -law._2.nanos());
        Seq<Account>                 rest = all.drop(MOST).map(Tuple2::_2);
        String others = rest.isEmpty() ? "" : "%s took %s together.".formatted(Amount.of(rest.size(), "other law", "other laws"), Amount.time(rest.map(Account::nanos).sum().longValue()));
        boolean seconds = all.exists(law -> law._2.nanos() > 2 * SECOND);
        return BarChart.linear("times", "The laws that took most time, of all workers together", "law", seconds ? "seconds" : "milliseconds",
            all.take(MOST).map(law -> time(law, seconds ? SECOND : MILLISECOND)), others);
    }

    private static BarChart.Measured time(Tuple2<String, Account> law, double unit) {
        Account account = law._2;
        String  each    = account.cases() == 0 ? "no case" : "%s, %,.0f µs each".formatted(Amount.cases(account.cases()), account.nanos() / 1e3 / account.cases());
        return new BarChart.Measured(printable(law._1), each, account.nanos() / unit, Amount.time(account.nanos()));
    }

    private static Seq<Tuple2<String, Account>> accounts(Ledger ledger) {
        return TreeMap.ofAll(ledger.laws()).toVector();
    }

    private static String printable(String text) {
        return Printable.of(text, Printable.QUOTED);
    }
}
