package vmmref.vmm.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashSet;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.VirtualAddress;

class PagesTest {
    private static final Pages.Piece ONE = new Pages.Piece(5, new VirtualAddress(0x1000));
    private static final Pages.Piece OTHER = new Pages.Piece(6, new VirtualAddress(0x1000));

    private final Pages pages = Pages.UNSEEN.with(7, PageState.CODE).with(8, PageState.DATA).holding(7, ONE).holding(7, OTHER).holding(8, ONE);

    @Test
    void whatNobodyHasUsedIsUnseen() {
        assertEquals(PageState.UNSEEN, pages.state(9));
        assertEquals(PageState.CODE, pages.state(7));
        assertEquals(PageState.DATA, pages.with(7, PageState.DATA).state(7));
    }

    @Test
    void piecesAreKnownByFrame() {
        assertEquals(HashSet.of(ONE, OTHER), pages.pieces(7));
        assertEquals(HashSet.empty(), pages.pieces(9));
        assertEquals(HashSet.empty(), pages.lacking(7).pieces(7));
        assertEquals(HashSet.of(ONE), pages.lacking(7).pieces(8));
        assertEquals(HashSet.empty(), pages.flushed().pieces(8));
        assertEquals(PageState.CODE, pages.flushed().state(7));
    }

    @Test
    void framesInOtherHandsAreUnseen() {
        Pages without = pages.without(frame -> frame == 7);
        assertEquals(PageState.UNSEEN, without.state(7));
        assertEquals(PageState.DATA, without.state(8));
        assertEquals(HashSet.of(ONE, OTHER), without.pieces(7));
    }
}
