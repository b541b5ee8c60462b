/// What a campaign came to, so that five seconds suffice to know it.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Ledger;
import vmmref.vectors.format.Printable;

/// A counterexample weighs more than a goal that is not met, and that more than that nothing wrong was found.
record CampaignStanding(Closing closing) {

    private static final int NAMED = 2;

    CampaignPage.Banner banner() {
        String subject = Printable.of(closing.config().subject(), Printable.QUOTED);
        if (!closing.findings().isEmpty()) return banner(subject, Amount.of(closing.findings().size(), "counterexample was found", "counterexamples were found"), "bad", "✗");
        if (silent())                      return banner(subject, ledger().cases() == 0 ? "No case was executed" : "No case said anything", "notable", "!");
        if (unmet() > 0)                   return banner(subject, "Nothing wrong was found, but " + Amount.of(unmet(), "goal is not met", "goals are not met"), "notable", "!");
        return banner(subject, "Nothing wrong was found", "good", "✓");
    }

    private CampaignPage.Banner banner(String subject, String headline, String tone, String sign) {
        return new CampaignPage.Banner(subject, headline, tone, sign, List.of(verdict(subject), effort()), "What next: %s.".formatted(new Outlook(closing).text()));
    }

    private String verdict(String subject) {
        Seq<String> broken = closing.findings().map(Finding::law).distinct();
        if (!broken.isEmpty()) return "%s breaks %,d of %s%s.".formatted(subject, broken.size(), Amount.of(Math.max(broken.size(), ledger().laws().size()), "law", "laws"),
            broken.size() > NAMED ? "" : ": " + broken.map(law -> Printable.of(law, Printable.QUOTED)).mkString(", "));
        if (silent())          return "Nothing is said of %s.".formatted(subject);
        String goals = closing.goals().isEmpty() ? "" : unmet() == 0 ? ", and %s met".formatted(closing.goals().size() == 1 ? "the goal is" : "all %,d goals are".formatted(closing.goals().size()))
            : ", but %,d of %s %s not met".formatted(unmet(), Amount.of(closing.goals().size(), "goal", "goals"), unmet() == 1 ? "is" : "are");
        return "%s kept %s%s.".formatted(subject, Amount.of(ledger().laws().size(), "law", "laws"), goals);
    }

    private String effort() {
        long   millis = ledger().spent();
        String rate   = millis == 0 ? "" : ", %,.0f a second".formatted(1000.0 * ledger().cases() / millis);
        return "%s in %s%s; %s. Seed %s.".formatted(Amount.cases(ledger().cases()), Amount.time(millis * 1_000_000), rate, Printable.of(closing.why(), Printable.QUOTED),
            Printable.of(closing.config().seed(), Printable.QUOTED));
    }

    private boolean silent() {
        return ledger().cases() == ledger().discarded();
    }

    private int unmet() {
        return closing.goals().count(goal -> !goal.met());
    }

    private Ledger ledger() {
        return closing.ledger();
    }
}
