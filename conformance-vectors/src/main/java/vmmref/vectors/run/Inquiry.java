/// An implementation asked a few vectors, each of which is of interest.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Vector;

/// Id -> judgement, for as many as were judged.
public record Inquiry(Map<String, Judgement> judgements, Run.Result result) {

    /// {@return what comes of asking}
    /// @throws UsageMistake     if there is no such implementation
    /// @throws AdapterBreakdown if it does not start, or does not introduce itself
    public static Inquiry of(String implementation, Pack pack, Seq<Vector> vectors) {
        java.util.Map<String, Judgement> judgements = new java.util.HashMap<>();
        try (Conversation conversation = Implementations.open(implementation, pack)) {
            Judge judge = new Judge(conversation.hello(), pack.revoked().toMap(Revoked::id, Revoked::reason), false);
            Run.Result result = new Run(conversation, judge, new Waivers(KnownFailures.none()), false)
                .of(vectors.iterator(), Iterator::empty, judgement -> judgements.put(judgement.vector().id(), judgement));
            return new Inquiry(HashMap.ofAll(judgements), result);
        }
    }

    /// {@return what went wrong besides the vectors, a sentence each}
    public Seq<String> troubles() {
        return result.breaches().map(Breach::text).appendAll(result.stopped()).appendAll(result.sensitivity().missed().map(Sensitivity.Missed::text));
    }
}
