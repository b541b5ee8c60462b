package vmmref.properties.alias;

import vmmref.vmm.keys.Pages;

/// A page in a context.
///
/// @param rid  of the host
/// @param page its number
record Spot(int rid, int page) {
    static Spot of(Pages.Piece piece) {
        return new Spot(piece.rid(), Setting.page(piece.page()));
    }

    Pages.Piece piece() {
        return new Pages.Piece(rid, Setting.address(page));
    }
}
