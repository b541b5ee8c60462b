/// A campaign against one member of the zoo.
package vmmref.vectors.campaign;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import vmmref.properties.campaign.Campaign;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.CaseSize;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Law;
import vmmref.properties.campaign.Listener;
import vmmref.properties.campaign.Store;
import vmmref.vectors.format.Pack;
import vmmref.vmm.zoo.Member;

/// How it ended, and what it found.
///
/// @param member  that is wrong
/// @param closing how the campaign ended
/// @param find    the counterexample that was seen first, if one was
public record Search(Member member, Closing closing, Option<Find> find) {
    /// A counterexample.
    ///
    /// @param finding    as the store holds it: as small as it became
    /// @param millis     from the start of the campaign until it was seen
    /// @param size       instructions of its guests and programs, where it has any
    /// @param originally how many there were when it was found
    /// @param retrial    what came of it without its campaign
    public record Find(Finding finding, long millis, Option<Integer> size, Option<Integer> originally, Retrial retrial) { }

    /// Notes which finding is seen first, and when.
    private static final class Watch implements Listener {
        private final long start = System.nanoTime();
        private Option<Seen> first = Option.none();

        private record Seen(String id, long millis) { }

        @Override
        public synchronized void seen(Finding finding) {
            if (first.isEmpty()) first = Option.some(new Seen(finding.id(), (System.nanoTime() - start) / 1_000_000));
        }

        synchronized Option<Seen> first() {
            return first;
        }
    }

    /// {@return how a campaign of all laws goes that ends with the first counterexample}
    /// @param folder  of its store, a new one
    /// @param seed    of its cases
    /// @param millis  its budget of time; -1 for none
    /// @param tries   its budget of cases; -1 for none
    /// @param started by the clock on the wall
    public static Search of(Member member, Path folder, long seed, long millis, long tries, String started, int workers, Pack pack) {
        Candidate candidate = Candidates.named("zoo:" + member.name(), () -> pack);
        try (Store store = Store.create(folder, Config.of(candidate.name(), java.util.List.of(), seed, millis, tries, true, started))) {
            Watch watch = new Watch();
            Closing closing = Campaign.of(store, candidate, Law.all(), workers, watch).run(List.empty());
            Seq<Finding> stored = store.findings();
            return new Search(member, closing, watch.first().flatMap(seen -> stored.find(finding -> finding.id().equals(seen.id())).orElse(stored.headOption())
                .map(finding -> new Find(finding, seen.millis(), CaseSize.of(finding), CaseSize.originally(finding), Retrial.of(finding, candidate.name(), pack)))));
        }
    }

    /// {@return whether a counterexample, which is none to the reference, was seen before the time was over: cases that have begun by then are executed to their end}
    public boolean isFound() {
        return isRight() && find.exists(each -> closing.config().millis() < 0 || each.millis() <= closing.config().millis());
    }

    /// {@return whether what was seen holds for the reference; otherwise law or reference is wrong, and nothing is said of the member}
    public boolean isRight() {
        return !find.exists(each -> !each.retrial().right());
    }

    /// {@return whether the law that the member names saw it first}
    public boolean isByNamedLaw() {
        return find.exists(each -> each.finding().law().equals(member.law()));
    }

    /// {@return how many cases of the law that the member names were executed}
    public long namedCases() {
        return closing.ledger().of(member.law()).cases();
    }
}
