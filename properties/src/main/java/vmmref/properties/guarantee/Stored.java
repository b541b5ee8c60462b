package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;

/// A backing store, and how many registers have yet to go there.
///
/// @param number of the dirty registers, 0 to 96
/// @param from   where the first of them goes to, or the collection before it: 0 to 127 words behind c000
/// @param big    whether the engine is big-endian
/// @param rnat   the NaT bits that are collected, bit 63 of which is 0
record Stored(int number, int from, boolean big, long rnat) {
    private static final long STORE = 0xc000;

    /// A word of the store.
    ///
    /// @param number of the register, counted from the oldest dirty one or downwards from BSP; -1 for a collection
    record Word(long at, int number) {
        boolean isCollection() {
            return number < 0;
        }
    }

    /// {@return the address of the first word that is not stored}
    long store() {
        return STORE + 8L * from;
    }

    /// {@return where the register behind the dirty ones goes to}
    long bsp() {
        return BackWalk.up(store(), number);
    }

    /// {@return the words from the first one that is not stored, to that address}
    Seq<Word> upwards() {
        Seq<Word> words = Vector.empty();
        int next = 0;
        for (long at = store(); at < bsp(); at += 8) words = words.append(new Word(at, BackWalk.isCollection(at) ? -1 : next++));
        return words;
    }

    /// {@return some words below an address, the highest first}
    static Seq<Word> downwards(long below, int words) {
        Seq<Word> found = Vector.empty();
        int next = 0;
        for (int word = 1; word <= words; word++) found = found.append(new Word(below - 8L * word, BackWalk.isCollection(below - 8L * word) ? -1 : next++));
        return found;
    }

    /// {@return a machine with these registers dirty below its frame, which is cut if there is no room for it, and a lazy engine at level 0}
    Machine dirty(Machine machine) {
        Machine framed = machine.cfm().sof() + number > 96 ? machine.withCfm(Cfm.of(96 - number, 0, 0)) : machine;
        return new Place.Application(RegisterNumber.RSC).with(framed.withStack(new RegisterStack(machine.stack().base(), number, new VirtualAddress(store()), rnat)), big ? 0x10L : 0L);
    }

    /// {@return a machine whose memory holds words below the store and in it}
    Machine filled(Machine machine, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return machine.withMemory(Vector.rangeBy(0xb800L, 0xcc00L, 8L).foldLeft(machine.memory(), (memory, at) -> memory.with(new PhysicalAddress(at), 8, random.nextLong())));
    }

    /// {@return the word at an address as the engine orders its bytes}
    long read(Machine machine, long at) {
        long bytes = machine.memory().read(new PhysicalAddress(at), 8);
        return big ? Long.reverseBytes(bytes) : bytes;
    }

    static Arbitrary<Stored> any() {
        Arbitrary<Integer> numbers = Arbitraries.oneOf(Arbitraries.of(0, 1, 63, 64, 96), Arbitraries.integers().between(0, 96));
        Arbitrary<Integer> places = Arbitraries.oneOf(Arbitraries.of(0, 1, 62, 63, 64), Arbitraries.integers().between(0, 127));
        return Combinators.combine(numbers, places, Arbitraries.of(false, true), Arbitraries.longs()).as((number, from, big, rnat) -> new Stored(number, from, big, rnat & Long.MAX_VALUE));
    }
}
