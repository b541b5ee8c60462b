/// What each law of a campaign came to.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import vmmref.properties.campaign.Account;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Sighting;
import vmmref.vectors.format.Printable;

final class CampaignLaws {

    private CampaignLaws() { }

    /// {@return a row for each, first those that do not hold}
    static Seq<CampaignPage.LawRow> of(Ledger ledger) {
        return TreeMap.ofAll(ledger.laws()).toVector().map(law -> row(law._1, law._2)).sortBy(row -> !row.fails());
    }

    private static CampaignPage.LawRow row(String law, Account account) {
        long failures = account.failures().values().stream().mapToLong(Sighting::times).sum();
        return new CampaignPage.LawRow(Printable.of(law, Printable.QUOTED), failures > 0, account.cases(), account.discarded(), account.behaviours().size(), account.seenOnce(), failures,
            Amount.time(account.nanos()));
    }
}
