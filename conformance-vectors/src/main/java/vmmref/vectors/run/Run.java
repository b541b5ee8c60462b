/// One run: every selected vector asked, judged, perhaps waived, and told to whoever listens.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.function.Supplier;
import vmmref.vectors.format.Vector;

/// `conversation` stays open. With `failFast` the run ends at the first vector that goes wrong.
public record Run(Conversation conversation, Judge judge, Waivers waivers, boolean failFast) {

    /// Who wants to know about judgements, as they are made.
    @FunctionalInterface
    public interface Listener {
        void judged(Judgement judgement);
    }

    /// What came of a run, besides the judgements. `stopped` says why the adapter could not go on; `stale` is asked for only once a run is over.
    public record Result(Tally tally, Option<String> stopped, Seq<Breach> breaches, Seq<String> news, Seq<String> stale, Sensitivity sensitivity) {

        /// {@return the exit code; stale known failures count only if the user is strict about them}
        public Exit exit(boolean strict) {
            return Exit.of(List.of(
                Option.when(stopped.isDefined() || !breaches.isEmpty(), Exit.ADAPTER),
                Option.when(!sensitivity.whole(), Exit.INSENSITIVE),
                Option.when(tally.bad() > 0, Exit.WRONG),
                Option.when(tally.ran() == 0, Exit.NOTHING_RAN),
                Option.when(strict && !stale.isEmpty(), Exit.STALE)).flatMap(found -> found));
        }

        /// Closes the conversation.
        /// @return the same, with what is to be said of how it ended
        public Result closed(Conversation conversation) {
            conversation.close();
            return new Result(tally, stopped, breaches, conversation.news(), stale, sensitivity);
        }
    }

    /// Asks `vectors`; `pack` gives every vector that there is, in case a known failure names none of them.
    public Result of(Iterator<Vector> vectors, Supplier<Iterator<Vector>> pack, Listener listener) {
        Tally    tally    = new Tally();
        Canaries canaries = new Canaries(judge);
        Listener all = judgement -> List.of(tally, canaries, listener).forEach(each -> each.judged(judgement));
        Option<String> stopped = conversation.ask(new Remaining(vectors, vector -> judge.unasked(vector).peek(all::judged).isEmpty()), (vector, reply) -> {
            Judgement judgement = waivers.applied(judge.judge(vector, reply));
            all.judged(judgement);
            return !(failFast && judgement.verdict().bad());
        });
        return new Result(tally, stopped, conversation.breaches(), conversation.news(), waivers.stale(pack), canaries.sensitivity());
    }
}
