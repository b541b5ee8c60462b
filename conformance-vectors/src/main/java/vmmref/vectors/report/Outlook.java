/// How probable it is that a campaign would still show something new.
package vmmref.vectors.report;

import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Ledger;

/// After Good and Turing; where no behaviour was seen only once, by the rule of three.
record Outlook(Closing closing) {

    /// {@return it in words, without a full stop}
    String text() {
        Ledger ledger = closing.ledger();
        if (ledger.cases() == 0) return "nothing was executed";
        if (ledger.open() == 0)  return "nothing: every case that there is was executed";
        return ledger.seenOnce() == 0
            ? "no behaviour was seen only once: with 95 %% confidence, fewer than 3 in %,d cases show something new".formatted(ledger.open())
            : "about 1 case in %,d shows something new (%,d of %,d behaviours were seen only once)".formatted(Math.round(1 / closing.chance()), ledger.seenOnce(), ledger.behaviours());
    }
}
