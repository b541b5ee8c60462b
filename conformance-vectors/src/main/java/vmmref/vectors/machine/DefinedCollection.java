package vmmref.vectors.machine;

import static vmmref.spec.RegisterFiles.COLLECTION_LOST;
import static vmmref.spec.Stacks.COLLECTION_LOADED;
import static vmmref.spec.Stacks.COLLECTION_STORED;
import static vmmref.spec.Stacks.LOADED_COLLECTION_LOST;
import static vmmref.spec.Stacks.REGISTER_LOADED;
import static vmmref.spec.Stacks.REGISTER_STORED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.BackingStore;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;

/// Which bits of RNAT the manual defines.
///
/// @param bits   a 1 for each of them
/// @param isLost whether `loadrs` or a move to BSPSTORE left none
record DefinedCollection(long bits, boolean isLost) {
    /// At the start of a case.
    static final DefinedCollection WHOLE = new DefinedCollection(-1, false);
    static final String PLACE = new Place.Application(RegisterNumber.RNAT).toString();

    private static final DefinedCollection NOTHING = new DefinedCollection(0, true);
    private static final Set<Clause> REFERENCES = HashSet.of(REGISTER_STORED, COLLECTION_STORED, REGISTER_LOADED);

    /// {@return which are defined after a step}
    DefinedCollection after(Effects effects) {
        return effects.writes().foldLeft(this, DefinedCollection::after);
    }

    /// The engine defines the bits of registers below BSPSTORE unless none was left, and a collection that is loaded or a move to RNAT defines all.
    private DefinedCollection after(Write<?> write) {
        if (write.because() == LOADED_COLLECTION_LOST || write.because() == COLLECTION_LOST) return NOTHING;
        if (write.because() == COLLECTION_LOADED || write.place().toString().equals(PLACE)) return WHOLE;
        return !isLost && write.value() instanceof RegisterStack stack && REFERENCES.contains(write.because()) ? new DefinedCollection(below(stack.bspstore()), false) : this;
    }

    /// {@return the bits of RNAT that are of registers below an address}
    static long below(VirtualAddress bspstore) {
        return BackingStore.isCollection(bspstore) ? -1 : Bits.ones(BackingStore.slot(bspstore.bits()));
    }

    /// {@return an expectation that asks nothing else of RNAT than these bits}
    Expectation masked(Expectation whole) {
        return isWhole() || !whole.post().containsKey(PLACE) ? whole
            : new Expectation(whole.outcome(), whole.fault(), whole.post().put(PLACE, Bits.hexadecimal(bits & whole.post().get(PLACE).map(Part::word).get())), whole.mask().put(PLACE, Bits.hexadecimal(bits)), whole.because(), whole.by(), whole.choice(), whole.others());
    }

    boolean isWhole() {
        return bits == -1;
    }

    /// {@return whether nothing is expected of RNAT, which may change}
    boolean isOpen(Machine start, Machine end) {
        return !isWhole() && ((start.stack().rnat() ^ end.stack().rnat()) & bits) == 0;
    }
}
