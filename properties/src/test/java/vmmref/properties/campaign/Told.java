package vmmref.properties.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Notes what it is told.
class Told implements Listener {
    final List<String> lines = new ArrayList<>();
    final List<Ledger> ledgers = new ArrayList<>();
    final AtomicLong executed = new AtomicLong();

    @Override public void phase(Phase phase) {
        if (lines.isEmpty() || !lines.getLast().equals(phase.text())) lines.add(phase.text());
    }

    @Override public void executed(long cases) {
        executed.addAndGet(cases);
    }

    @Override public void saved(Ledger ledger) {
        ledgers.add(ledger);
    }

    @Override public void found(Finding finding) {
        lines.add("found " + finding.id());
    }

    @Override public void completed(Finding finding) {
        lines.add("completed " + finding.id());
    }

    @Override public void note(String text) {
        lines.add("note: " + text);
    }
}
