package vmmref.vmm.memory;

import static vmmref.spec.Guests.NUMBERS_DISTINCT;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.function.Predicate;
import vmmref.spec.Guests;

/// Which numbers of the host stand for what of the guests: region identifiers for their regions, keys for their keys.
///
/// @param first  the first one that may be given; those below are the monitor's
/// @param number how many may be given
/// @param given  which are given, by what they stand for, in the order in which they were given
/// @param <O>    what they stand for
public record Numbering<O extends Owner>(int first, int number, Map<O, Integer> given) {
    private static final int FAR = 101;

    public Numbering {
        if (number < 1) throw new IllegalArgumentException("at least one number can be given, not " + number);
    }

    /// {@return numbers of which none is given}
    public static <O extends Owner> Numbering<O> of(int first, int number) {
        return new Numbering<>(first, number, LinkedHashMap.empty());
    }

    /// {@return the same after an owner has one}
    @Guests.Rule(NUMBERS_DISTINCT)
    Numbering<O> with(O owner) {
        return given.containsKey(owner) ? this : new Numbering<>(first, number, given.put(owner, first + (int) (given.size() * stride() % number)));
    }

    /// {@return how far one is from the next: near ones would meet in the host's page table, whose places are found by an exclusive or}
    private long stride() {
        return number % FAR == 0 ? 1 : FAR;
    }

    /// {@return whether there are numbers for all of some owners}
    public boolean suffices(Seq<O> owners) {
        return given.size() + owners.count(owner -> !given.containsKey(owner)) <= number;
    }

    /// {@return the same after owners have one each: if not so many are left, all are taken back first, and nothing may stand in the hardware for any of them any more}
    /// @throws IllegalArgumentException if there are fewer numbers than owners
    public Numbering<O> with(Seq<O> owners) {
        if (owners.size() > number) throw new IllegalArgumentException(number + " numbers are too few for " + owners.size() + " at once");
        return owners.foldLeft(suffices(owners) ? this : of(first, number), Numbering::with);
    }

    /// {@return the number of an owner that has one}
    public int of(O owner) {
        return given.get(owner).get();
    }

    /// {@return the numbers of owners of a kind}
    public Seq<Integer> of(Predicate<O> owners) {
        return given.filterKeys(owners).values().toVector();
    }
}
