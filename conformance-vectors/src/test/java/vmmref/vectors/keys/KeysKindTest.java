/// Lives of guests whose first accesses are caught, on the machines that they believe to have and under the monitor.
package vmmref.vectors.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.model.profile.Profile;
import vmmref.spec.FirstAccesses;
import vmmref.spec.Level;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.zoo.Zoo;

class KeysKindTest {
    private static final KeysKind KIND = new KeysKind();
    private static final Reference REFERENCE = new Reference();
    private static final Seq<Draft> DRAFTS = KIND.drafts();

    private static Expectation model(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given("keys"));
    }

    private static boolean isMet(KeysKind kind, Draft draft, Vmm vmm) {
        Case given = draft.given("keys");
        Expectation expected = model(draft);
        return kind.answer(vmm, given) instanceof Answer.Observed answer && expected.alternatives().exists(way -> way.outcome() == answer.outcome()
            && way.post().forAll(place -> answer.delta().get(place._1).exists(got -> way.masked(place._1, place._2).equals(way.masked(place._1, got)))) && answer.delta().keySet().removeAll(way.post().keySet()).forAll(place -> kind.free(given, place)));
    }

    @Test void explore() throws Exception {
        StringBuilder out = new StringBuilder();
        out.append(DRAFTS.size() + " drafts, core " + DRAFTS.count(d -> d.tier() != Tier.FULL) + "\n");
        DRAFTS.groupBy(Draft::topic).forEach((t, d) -> out.append(t + " " + d.size() + " core " + d.count(x -> x.tier() != Tier.FULL) + " near " + d.count(x -> x.near().isDefined()) + "\n"));
        for (Catching c : new Catching[] {Catching.KEYS, Catching.RIGHTS, Catching.PRESENT}) {
            KeysKind kind = new KeysKind(c);
            for (Draft d : DRAFTS) {
                try {
                    if (!isMet(kind, d, REFERENCE.meeting(d.needs()).get())) out.append(c + " | " + d.topic() + " | " + d.title() + "\n   expected " + model(d).post() + " " + model(d).outcome() + "\n   got " + ((Answer.Observed) kind.answer(REFERENCE.meeting(d.needs()).get(), d.given("keys"))).delta() + "\n");
                } catch (Exception e) { out.append(c + " | " + d.topic() + " | " + d.title() + " EXC " + e + "\n"); }
            }
        }
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/k14-keys.txt"), out.toString());
    }
}
