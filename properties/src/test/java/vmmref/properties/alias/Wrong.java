package vmmref.properties.alias;

import io.vavr.Tuple;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Copy;

/// Rules each of which is otherwise in one thing.
final class Wrong {
    private Wrong() { }

    static Map<String, Rules> all() {
        return copying().merge(leaving());
    }

    private static Map<String, Rules> copying() {
        return LinkedHashMap.of(
            "copies for the first alias alone", new Rules() {
                @Override public Alias executed(Copies copies, Alias alias, int rid) {
                    return copies.made().toVector().map(each -> each._1).find(each -> each.frame() == alias.frame()).getOrElse(alias);
                }
            },
            "copies for each context", new Rules() {
                @Override public Alias executed(Copies copies, Alias alias, int rid) {
                    return new Alias(rid, alias.frame(), alias.page(), alias.ed(), alias.parking());
                }
            },
            "the newest copy gives its place", new Rules() {
                @Override public Alias oldest(Copies copies) {
                    return copies.made().last()._1;
                }
            },
            "the oldest copy gives its place, and its pieces stay", new Rules() {
                @Override public boolean replaces() {
                    return false;
                }
            },
            "a context that shares a copy is not noted", new Rules() {
                @Override public Copies leading(Copies copies, Alias alias, int rid) {
                    return copies.of(alias).get().rids().isEmpty() ? copies.leading(alias, rid) : copies;
                }
            },
            "readers are shown the copy", new Rules() {
                @Override public PhysicalAddress shown(Copies copies, PhysicalAddress frame) {
                    return copies.made().find(each -> Setting.start((int) each._1.frame()).equals(frame)).map(each -> copies.at(each._2)).getOrElse(frame);
                }
            },
            "readers find the copy by themselves", new Rules() {
                @Override public Transition transition(PageState state, Access access) {
                    return state == PageState.PATCHED && access == Access.READ ? Transition.NONE : Transition.of(state, access, false);
                }
            });
    }

    private static Map<String, Rules> leaving() {
        return LinkedHashMap.of(
            "a copy stays after the last purge as long as there are other pages", new Rules() {
                @Override public Copies without(Copies copies, int rid, VirtualAddress address, PageSize range) {
                    Copies left = copies.without(rid, address, range);
                    return copies.isFull() ? left : copied(copies, copies.made().map((alias, copy) -> Tuple.of(alias, left.of(alias).getOrElse(new Copy(copy.number(), copy.breaks(), copy.detours(), HashSet.empty())))));
                }
            },
            "a copy goes with the first purge", new Rules() {
                @Override public Copies without(Copies copies, int rid, VirtualAddress address, PageSize range) {
                    Copies left = copies.without(rid, address, range);
                    return copied(copies, copies.made().filter((alias, copy) -> left.of(alias).contains(copy)));
                }
            },
            "a purge of many pages is one of its first", new Rules() {
                @Override public Copies without(Copies copies, int rid, VirtualAddress address, PageSize range) {
                    return copies.without(rid, address, new PageSize(GuestMap.PAGE_LOG2));
                }
            },
            "a store drops what leads through its page", new Rules() {
                @Override public Set<Pages.Piece> leaving(Pages pages, int frame, Option<Spot> through) {
                    return through.map(each -> pages.pieces(frame).intersect(HashSet.of(each.piece()))).getOrElse(pages.pieces(frame));
                }
            },
            "a store of a device drops nothing", new Rules() {
                @Override public Set<Pages.Piece> leaving(Pages pages, int frame, Option<Spot> through) {
                    return through.isDefined() ? pages.pieces(frame) : HashSet.empty();
                }
            },
            "copies stay where the state permits as much", new Rules() {
                @Override public boolean keeps(Catching catching, PageState before, PageState next, boolean copied) {
                    return before.isWithin(next) && catching != Catching.PRESENT;
                }
            },
            "pieces stay where there are no copies", new Rules() {
                @Override public boolean keeps(Catching catching, PageState before, PageState next, boolean copied) {
                    return catching != Catching.PRESENT && !copied;
                }
            },
            "pieces stay that are not present for data", new Rules() {
                @Override public boolean keeps(Catching catching, PageState before, PageState next, boolean copied) {
                    return before.isWithin(next) && !copied;
                }
            },
            "copies stay when everything is flushed", new Rules() {
                @Override public Copies emptied(Copies copies) {
                    return copies;
                }
            });
    }

    private static Copies copied(Copies copies, Map<Alias, Copy> made) {
        return new Copies(copies.first(), copies.number(), copies.stubs(), made);
    }
}
