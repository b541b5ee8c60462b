package vmmref.properties.alias;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Patched;
import vmmref.vmm.recognize.Place;

/// The rules that are judged, as the monitor has them; others may have some of them otherwise.
interface Rules {
    Rules RIGHT = new Rules() { };

    default Alias alias(int rid, int frame, VirtualAddress page) {
        return new Alias(0, frame, page, false);
    }

    /// {@return of what there is a copy to which a piece for an alias can lead}
    default Option<Alias> made(Copies copies, Alias alias) {
        return copies.of(alias).map(copy -> alias);
    }

    default Alias oldest(Copies copies) {
        return copies.oldest();
    }

    /// {@return the copies after one was made of a content}
    default Copies with(Copies copies, Alias alias, int content) {
        return copies.with(alias, new Patched(Vector.empty(), HashSet.of(new Place(content, 0)), HashMap.empty(), HashMap.empty()));
    }

    default Copies leading(Copies copies, Alias alias, int rid) {
        return copies.leading(alias, rid);
    }

    default Copies without(Copies copies, int rid, VirtualAddress address, PageSize range) {
        return copies.without(rid, address, range);
    }

    default Copies emptied(Copies copies) {
        return copies.emptied();
    }

    /// {@return whether the pieces leave that lead to a copy which gives its place}
    default boolean replaces() {
        return true;
    }

    /// {@return whether pieces may stay that lead to a frame which comes to another state}
    default boolean keeps(Catching catching, PageState before, PageState next, boolean copied) {
        return before.isWithin(next) && catching != Catching.PRESENT && !copied;
    }

    /// {@return the pieces that leave when a frame comes to another state}
    ///
    /// @param through the page that was accessed; none for a device
    default Set<Pages.Piece> leaving(Pages pages, int frame, Option<Spot> through) {
        return pages.pieces(frame);
    }

    default Transition transition(PageState state, Access access) {
        return Transition.of(state, access, false);
    }

    /// {@return what is known after some frames have come into other hands}
    default Pages reused(Pages pages, Set<Integer> frames) {
        return pages.without(frame -> frames.contains(frame.intValue()));
    }
}
