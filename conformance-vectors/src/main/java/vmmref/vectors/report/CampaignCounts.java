/// The figures of a campaign, and what it was asked to do.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Goal;
import vmmref.properties.campaign.Instructions;
import vmmref.properties.campaign.Ledger;
import vmmref.vectors.format.Printable;

record CampaignCounts(Closing closing) {

    private static final long MILLISECOND = 1_000_000;

    Seq<CampaignPage.Tile> tiles() {
        Ledger ledger = closing.ledger();
        int goals   = closing.goals().size();
        int met     = closing.goals().count(Goal::met);
        int reached = closing.reached().size();
        int clauses = reached + closing.unreached().size();
        return List.of(
            tile("counterexamples", number(closing.findings().size()), closing.findings().isEmpty() ? "" : "of " + Amount.of(closing.findings().map(Finding::law).distinct().size(), "law", "laws"),
                closing.findings().isEmpty() ? "quiet" : "bad"),
            tile("goals met", number(met), "of %,d".formatted(goals), goals == 0 ? "quiet" : met == goals ? "good" : "notable"),
            tile("clauses reached", number(reached), "of %,d".formatted(clauses), ""),
            tile("cases", number(ledger.cases()), "of " + Amount.of(ledger.laws().size(), "law", "laws"), ""),
            tile("rate", ledger.spent() == 0 ? "–" : "%,.0f".formatted(1000.0 * ledger.cases() / ledger.spent()), "cases a second", ""),
            tile("time", Amount.time(ledger.spent() * MILLISECOND), Amount.of(ledger.batch(), "batch", "batches"), ""),
            tile("discarded", Amount.share(ledger.discarded(), ledger.cases()), Amount.cases(ledger.discarded()), ""),
            tile("behaviours", number(ledger.behaviours()), "%,d seen once".formatted(ledger.seenOnce()), "")).appendAll(guests(Instructions.of(ledger)));
    }

    /// How many of the instructions of guests ran unmodified, if there were guests.
    private static Option<CampaignPage.Tile> guests(Instructions done) {
        return Option.when(done.all() > 0, () -> tile("ran unmodified", Amount.share(done.unmodified(), done.all()), "of %s of guests; %s in stubs, %s by the monitor".formatted(Amount.of(done.all(), "instruction", "instructions"),
            Amount.share(done.carried(), done.all()), Amount.share(done.emulated(), done.all())), ""));
    }

    private static CampaignPage.Tile tile(String name, String value, String note, String tone) {
        return new CampaignPage.Tile(name, value, note, tone);
    }

    private static String number(long number) {
        return "%,d".formatted(number);
    }

    Seq<ReportPage.Fact> asked() {
        Config config = closing.config();
        return List.of(
            fact("Subject", config.subject()),
            fact("Laws", config.laws().isEmpty() ? "every one" : String.join(", ", config.laws())),
            fact("Seed", config.seed()),
            fact("Edge cases", "at most %,d of each law".formatted(config.edges())),
            fact("Time", config.millis() < 0 ? "any" : "at most " + Amount.time(config.millis() * MILLISECOND)),
            fact("Cases", config.tries() < 0 ? "any number" : "at most %,d".formatted(config.tries())),
            fact("Ends with the first counterexample", config.first() ? "yes" : "no"),
            fact("Begun", config.started()));
    }

    private static ReportPage.Fact fact(String name, String value) {
        return new ReportPage.Fact(name, Printable.of(value, Printable.SENTENCE));
    }
}
