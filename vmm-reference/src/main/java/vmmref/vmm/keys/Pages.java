package vmmref.vmm.keys;

import static vmmref.spec.FirstAccesses.PAGE_REUSED;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.function.Predicate;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.FirstAccesses;

/// What frames are used as, and which pieces lead to them.
///
/// @param states of frames of 4 KB, by their numbers; all others are unseen
/// @param pieces that may be in the hardware, by the numbers of the frames to which they lead
public record Pages(Map<Long, PageState> states, Map<Long, Set<Piece>> pieces) {
    /// Nobody has used any.
    public static final Pages UNSEEN = new Pages(HashMap.empty(), HashMap.empty());

    /// What may lead to a frame.
    ///
    /// @param rid  of the host
    /// @param page where it begins
    public record Piece(int rid, VirtualAddress page) { }

    public PageState state(long frame) {
        return states.getOrElse(frame, PageState.UNSEEN);
    }

    public Set<Piece> pieces(long frame) {
        return pieces.getOrElse(frame, HashSet.empty());
    }

    public Pages with(long frame, PageState state) {
        return new Pages(states.put(frame, state), pieces);
    }

    /// {@return the same after a piece that leads to a frame has been put into the hardware}
    public Pages holding(long frame, Piece piece) {
        return new Pages(states, pieces.put(frame, pieces(frame).add(piece)));
    }

    /// {@return the same after nothing in the hardware leads to a frame}
    public Pages lacking(long frame) {
        return new Pages(states, pieces.remove(frame));
    }

    /// {@return the same after nothing in the hardware leads anywhere}
    public Pages flushed() {
        return new Pages(states, HashMap.empty());
    }

    /// {@return the same after some frames have come into other hands}
    @FirstAccesses.Rule(PAGE_REUSED)
    public Pages without(Predicate<Long> frames) {
        return new Pages(states.rejectKeys(frames), pieces);
    }
}
