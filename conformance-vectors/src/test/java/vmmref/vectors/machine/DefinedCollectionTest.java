/// Which bits of RNAT are compared.
package vmmref.vectors.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Clause;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Stacks;

class DefinedCollectionTest {
    private static final Place.Application RNAT = new Place.Application(RegisterNumber.RNAT);

    private static Machine at(long bspstore, long rnat) {
        Machine machine = MachineBase.FLAT.machine();
        return machine.withStack(machine.stack().withBspstore(new VirtualAddress(bspstore)).withRnat(rnat));
    }

    private static DefinedCollection after(DefinedCollection before, long bspstore, Clause because) {
        Machine machine = at(bspstore, 0);
        return before.after(Effects.of(Place.Stack.STACK, machine.stack(), because));
    }

    @Test @DisplayName("those of registers below BSPSTORE, again after a collection went to memory")
    void stored() {
        DefinedCollection two = after(DefinedCollection.WHOLE, 0xc010, Stacks.REGISTER_STORED);
        assertEquals(0x3L, two.bits());
        DefinedCollection none = after(two, 0xc200, Stacks.COLLECTION_STORED);
        assertEquals(0L, none.bits());
        assertEquals(0x1L, after(none, 0xc208, Stacks.REGISTER_STORED).bits());
        assertEquals(-1L, after(none, 0xc1f8, Stacks.COLLECTION_LOADED).bits());
    }

    @Test @DisplayName("of several words in one step the last one counts")
    void several() {
        Effects loaded = Effects.of(Place.Stack.STACK, at(0xc1f8, 0).stack(), Stacks.COLLECTION_LOADED).then(Place.Stack.STACK, at(0xc1f0, 0).stack(), Stacks.REGISTER_LOADED);
        assertEquals(0x3fffffffffffffffL, DefinedCollection.WHOLE.after(loaded).bits());
    }

    @Test @DisplayName("none after a move to BSPSTORE or loadrs, whatever is stored, until RNAT is written")
    void lost() {
        DefinedCollection moved = DefinedCollection.WHOLE.after(Effects.of(RNAT, 0L, RegisterFiles.COLLECTION_LOST));
        assertTrue(moved.isLost());
        assertEquals(0L, after(moved, 0xc018, Stacks.REGISTER_STORED).bits());
        assertTrue(after(DefinedCollection.WHOLE, 0xc000, Stacks.LOADED_COLLECTION_LOST).isLost());
        assertTrue(moved.after(Effects.of(RNAT, 5L, RegisterFiles.APPLICATION_WRITTEN)).isWhole());
    }

    @Test @DisplayName("RNAT is open where no bit that is defined changed")
    void open() {
        DefinedCollection two = after(DefinedCollection.WHOLE, 0xc010, Stacks.REGISTER_STORED);
        assertTrue(two.isOpen(at(0xc000, 0x1), at(0xc010, 0xd)));
        assertFalse(two.isOpen(at(0xc000, 0x1), at(0xc010, 0x2)));
        assertFalse(DefinedCollection.WHOLE.isOpen(at(0xc000, 0x1), at(0xc010, 0x1)));
    }
}
