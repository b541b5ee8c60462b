package vmmref.model.register;

import static vmmref.spec.Stacks.REGISTER_PLACED;

import vmmref.model.memory.VirtualAddress;
import vmmref.model.word.Bits;
import vmmref.spec.Stacks;

/// Where stacked registers go in memory: eight bytes each, and after each 63 of them eight bytes for the collection of their NaT bits.
public final class BackingStore {
    /// How many registers a collection is for.
    public static final int COLLECTED = 63;
    /// The bytes of a register, and of a collection.
    public static final int WORD = 8;

    private static final int BLOCK_LOG2 = 9;
    private static final long BLOCK = 1L << BLOCK_LOG2;
    /// More blocks than 127 registers before another can lie away.
    private static final int BEFORE = 4;

    private BackingStore() { }

    /// {@return the place in its block, 0 to 63, of the word at an address; the last one is the collection}
    public static int slot(long address) {
        return (int) Bits.field(address, 8, 3);
    }

    /// {@return the address of a register}
    ///
    /// @param address   of another register; that of a collection stands for the register behind it
    /// @param registers by how many the register comes later, -127 or more
    @Stacks.Rule(REGISTER_PLACED)
    public static long skip(long address, int registers) {
        int place = slot(address) + registers;
        int blocks = (place + BEFORE * COLLECTED) / COLLECTED - BEFORE;
        return ((address >> BLOCK_LOG2) + blocks << BLOCK_LOG2) + WORD * (place - COLLECTED * blocks);
    }

    /// {@return how many registers lie from one address up to another, which does not come before it}
    public static long registers(long from, long to) {
        return words(from, to) - (to - (from & -BLOCK) >> BLOCK_LOG2);
    }

    /// {@return how many words, registers and collections, lie from one address up to another}
    public static long words(long from, long to) {
        return to - from >> 3;
    }

    /// {@return whether a word is a collection}
    public static boolean isCollection(VirtualAddress address) {
        return slot(address.bits()) == COLLECTED;
    }
}
