package vmmref.properties.alias;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.protect.Access;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.monitor.Patching;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Patched;
import vmmref.vmm.recognize.Place;

/// The rules that are judged, as the monitor has them; others may have some of them otherwise.
interface Rules {
    Rules RIGHT = new Rules() { };
    Profile PROFILE = Profile.named("itanium2").get();
    Patching REFERENCE = Vmm.reference(PROFILE).monitoring().patching();

    /// {@return those of a monitor}
    static Rules of(Vmm vmm) {
        Patching patching = vmm.monitoring().patching();
        return new Rules() {
            @Override public Patching patching() {
                return patching;
            }
        };
    }

    /// {@return what a monitor has as values}
    default Patching patching() {
        return REFERENCE;
    }

    /// {@return whose copy an alias executes}
    default Alias executed(Copies copies, Alias alias, int rid) {
        return patching().aliasing().executed(copies, alias);
    }

    /// {@return where is read what the monitor reads in a frame for a guest}
    default PhysicalAddress shown(Copies copies, PhysicalAddress frame) {
        return patching().showing().shown(copies, frame);
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
        return patching().releasing().released(copies, rid, address, range);
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
}
