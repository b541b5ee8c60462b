/// Code as text, assembled.
package vmmref.vectors.baremetal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ListingTest {

    private static void refused(String why, String text) {
        IllegalStateException mistake = assertThrows(IllegalStateException.class, () -> Listing.of(text).at(0x1000));
        assertTrue(mistake.getMessage().contains(why), mistake.getMessage());
    }

    @Test @DisplayName("a branch leads to its label, backwards and forwards, from the last bundle of its block")
    void branches() {
        Listing.Placed placed = Listing.of("""
            again:
            nop.m 0 ;;
            nop.m 0 ;;
            nop.m 0
            br.cond.sptk.few @again
            br.cond.sptk.few @end
            nop.m 0 ;;
            end:
            nop.m 0 ;;
            """).at(0x1000);
        assertEquals(0x1000L, placed.labels().get("again").get());
        assertEquals(0x1040L, placed.labels().get("end").get());
        assertEquals(0x1050L, placed.end());
        assertEquals(Listing.of("nop.m 0\nbr.cond.sptk.few .-0x10").at(0).bundles().get(0L), placed.bundles().get(0x1010L));
        assertEquals(Listing.of("br.cond.sptk.few .+0x20").at(0).bundles().get(0L), placed.bundles().get(0x1020L));
    }

    @Test @DisplayName("code stands where it is put, and a label is a number in a long move")
    void places() {
        Listing.Placed placed = Listing.of("start:\nmovl r2=@far ;;\n.at 100\nfar:\nnop.m 0 ;;").at(0x8000000000001000L);
        assertEquals(0x8000000000001100L, placed.labels().get("far").get());
        assertEquals(2, placed.bundles().size());
        assertEquals(Listing.of("movl r2=0x8000000000001100 ;;").at(0).bundles().get(0L), placed.bundles().get(0x8000000000001000L));
    }

    @Test @DisplayName("what is no code is refused")
    void refused() {
        refused("nothing is written \"frobnicate r1\"", "frobnicate r1 ;;");
        refused("there is no label nowhere", "br.cond.sptk.few @nowhere");
        refused("the code before offset 10 reaches beyond it, to 20", "nop.m 0 ;;\nnop.m 0 ;;\nnop.m 0 ;;\n.at 10\nnop.m 0 ;;");
    }
}
