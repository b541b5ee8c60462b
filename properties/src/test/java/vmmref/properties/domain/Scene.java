package vmmref.properties.domain;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;

/// What pages lead to, what the monitor knows of frames, and a small machine for that.
///
/// @param frames    to which pages lead
/// @param pages     the monitor's knowledge
/// @param made      for which state the piece of a page was made
/// @param registers guests and states whose key is in a register
/// @param sensitive frames that hold something to be patched
record Scene(Setting setting, Map<Integer, Integer> frames, Pages pages, Map<Integer, PageState> made, Set<Tuple2<Integer, PageState>> registers, Set<Integer> sensitive) {

    static Pages.Piece piece(int page) {
        return new Pages.Piece(0, new VirtualAddress((long) page << 12));
    }

    static int page(Pages.Piece piece) {
        return (int) (piece.page().bits() >>> 12);
    }

    PageState state(int frame) {
        return pages.state(frame);
    }

    boolean permits(int page, Access access) {
        return setting.permits().get(page).contains(access);
    }

    boolean opens(PageState state, Access access) {
        return setting.catching().opens(state, access);
    }

    boolean hasPiece(int page) {
        return frames.get(page).exists(frame -> pages.pieces(frame).contains(piece(page)));
    }

    /// {@return whether the hardware lacks the key of the piece of a page}
    boolean isKeyless(int page) {
        return hasPiece(page) && setting.catching() == Catching.KEYS && !registers.contains(key(page, made.get(page).get()));
    }

    boolean isPermitted(int page, Access access) {
        return hasPiece(page) && !isKeyless(page) && permits(page, access) && opens(made.get(page).get(), access);
    }

    /// {@return what the key for a page in a state stands for}
    Tuple2<Integer, PageState> key(int page, PageState state) {
        return Tuple.of(setting.guests().get(page), state);
    }

    Scene withFrames(Map<Integer, Integer> others) {
        return new Scene(setting, others, pages, made, registers, sensitive);
    }

    Scene withPages(Pages others) {
        return new Scene(setting, frames, others, made, registers, sensitive);
    }

    Scene withRegisters(Set<Tuple2<Integer, PageState>> others) {
        return new Scene(setting, frames, pages, made, others, sensitive);
    }

    /// {@return the same with other bytes in a frame}
    Scene holding(int frame, boolean content) {
        return new Scene(setting, frames, pages, made, registers, content ? sensitive.add(frame) : sensitive.remove(frame));
    }

    /// {@return the same after a page has got a piece, and the key of that a register}
    Scene filled(int page) {
        int frame = frames.get(page).get();
        PageState state = state(frame);
        return new Scene(setting, frames, pages.holding(frame, piece(page)), made.put(page, state), setting.catching() == Catching.KEYS ? registers.add(key(page, state)) : registers, sensitive);
    }

    /// {@return the same after the piece of a page has left}
    Scene dropped(int page) {
        int frame = frames.get(page).get();
        return withPages(pages.pieces(frame).remove(piece(page)).foldLeft(pages.lacking(frame), (all, each) -> all.holding(frame, each)));
    }
}
