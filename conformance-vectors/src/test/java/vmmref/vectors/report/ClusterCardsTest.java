/// The cards of a run that is over.
package vmmref.vectors.report;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.run.Reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClusterCardsTest {

    private static String cards(int most) {
        Clusters clusters = Judged.of(List.of(
            Judged.without(9, new Reply.Crashed("exited with code 139", "no such unit")),
            Judged.failure(1, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM"),
            Judged.failure(2, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM"))).clusters();
        return new ClusterCards(clusters.all(), new Card(Judged.REPRO, new Ink(false)), most).text();
    }

    @Test @DisplayName("one of each cluster, which says where it belongs")
    void one() {
        assertEquals("""
            FAIL codec/example/0001   must   TRANSLATION_FORM   [cluster 1 of 2: 2 cases]
              an example
              in: {"decode":"06000000000000000000000000000001"}
              field   expected      got          differs          decided by
              slot0   thash r8=r9   ttag r8=r9   ttag for thash   TRANSLATION_FORM
              repro: ./vmmref check -i './myemu --adapter' --id codec/example/0001

            CRASH codec/reserved/0009   must   TEMPLATE_RESERVED   [cluster 2 of 2: 1 case]
              an example
              in: {"decode":"06000000000000000000000000000009"}
              the adapter exited with code 139
              on standard error:
                no such unit
              repro: ./vmmref check -i './myemu --adapter' --id codec/reserved/0009

            … and 1 more like these (--out DIR keeps them all)

            """, cards(10));
    }

    @Test @DisplayName("no more than wanted; the rest is counted")
    void most() {
        assertEquals("… and 1 more like this one (--out DIR keeps them all)\n\n… and 1 more cluster (--max-cards shows more)\n\n", cards(1).replaceAll("(?s)^FAIL.*?\n\n", ""));
        assertEquals("… and 2 more clusters (--max-cards shows more)\n\n", cards(0));
    }
}
