package vmmref.model.translate;

import io.vavr.collection.Seq;

/// Conditions that are met, each whatever the others are.
///
/// @param bits a bit for each condition, in their order
record Met(long bits) {
    static Met of(Seq<Condition> conditions) {
        return new Met(conditions.map(Met::bit).fold(0L, (one, other) -> one | other));
    }

    /// {@return the bit of a condition if it is met, otherwise 0}
    static long when(Condition condition, boolean met) {
        return met ? bit(condition) : 0;
    }

    private static long bit(Condition condition) {
        return 1L << condition.ordinal();
    }

    boolean has(Condition condition) {
        return (bits & bit(condition)) != 0;
    }

    /// {@return whether one of them is among others}
    boolean isAnyOf(Met others) {
        return (bits & others.bits) != 0;
    }
}
