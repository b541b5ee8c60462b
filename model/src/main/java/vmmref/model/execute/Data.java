package vmmref.model.execute;

import static vmmref.spec.Memories.BYTES_ORDERED;
import static vmmref.spec.Memories.IMAGE_ORDERED;

import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.word.Bits;
import vmmref.model.word.Image;
import vmmref.spec.Clause;
import vmmref.spec.Memories;

/// Numbers in memory, in the order of bytes that PSR.be says.
final class Data {
    private static final int WORD = 8;

    private Data() { }

    /// {@return a number of 1 to 8 bytes whose bytes memory holds, or that memory holds as these}
    @Memories.Rule(BYTES_ORDERED)
    static long ordered(Machine machine, long bytes, int size) {
        return machine.psr().be() ? Long.reverseBytes(bytes) >>> Byte.SIZE * (WORD - size) : bytes & Bits.ones(Byte.SIZE * size);
    }

    /// {@return a number of 9 to 16 bytes whose bytes memory holds, or that memory holds as these}
    @Memories.Rule(IMAGE_ORDERED)
    static Image ordered(Machine machine, Image bytes, int size) {
        return machine.psr().be() ? bytes.reversed(size) : bytes;
    }

    /// {@return the number in 1 to 8 bytes}
    static long read(Machine machine, PhysicalAddress at, int size) {
        return ordered(machine, machine.memory().read(at, size), size);
    }

    /// {@return the number in 1 to 16 bytes}
    static Image image(Machine machine, PhysicalAddress at, int size) {
        return size <= WORD ? new Image(read(machine, at, size), 0)
            : ordered(machine, new Image(machine.memory().read(at, WORD), machine.memory().read(after(at), size - WORD)), size);
    }

    /// {@return the effect of putting a number into 1 to 8 bytes; where they are reversed, the order of bytes decides what memory holds}
    static Effects written(Machine machine, PhysicalAddress at, int size, long number, Clause because) {
        return Effects.of(new Place.Bytes(at, size), ordered(machine, number, size), machine.psr().be() && size > 1 ? BYTES_ORDERED : because);
    }

    /// {@return the effects of putting a number into 1 to 16 bytes}
    static Effects written(Machine machine, PhysicalAddress at, int size, Image number, Clause because) {
        if (size <= WORD) return written(machine, at, size, number.low(), because);
        Image bytes = ordered(machine, number, size);
        Clause why = machine.psr().be() ? IMAGE_ORDERED : because;
        return Effects.of(new Place.Bytes(at, WORD), bytes.low(), why).then(new Place.Bytes(after(at), size - WORD), bytes.high(), why);
    }

    /// {@return the address of the next eight bytes}
    static PhysicalAddress after(PhysicalAddress at) {
        return new PhysicalAddress(at.bits() + WORD);
    }
}
