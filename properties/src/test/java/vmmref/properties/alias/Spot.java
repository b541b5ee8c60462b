package vmmref.properties.alias;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vmm.keys.Pages;

/// A page in a context.
///
/// @param rid  of the host
/// @param page its number
record Spot(int rid, int page) {
    static Seq<Spot> all() {
        return Vector.range(0, Setting.RIDS).flatMap(rid -> Vector.range(0, Setting.PAGES).map(page -> new Spot(rid, page)));
    }

    static Spot of(Pages.Piece piece) {
        return new Spot(piece.rid(), Setting.page(piece.page()));
    }

    Pages.Piece piece() {
        return new Pages.Piece(rid, Setting.address(page));
    }
}
