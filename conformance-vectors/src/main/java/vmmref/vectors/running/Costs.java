package vmmref.vectors.running;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import vmmref.model.interruption.Interruption;

/// What it costs to let a guest run: how often the monitor was called for it, and what it did.
///
/// @param instructions how many instructions of the guest were done
/// @param exits        how many calls there were of each kind, in the order in which the kinds came up first
/// @param operations   how many operations the answers are together
public record Costs(long instructions, Map<Interruption, Long> exits, long operations) {
    public static final Costs NONE = new Costs(0, LinkedHashMap.empty(), 0);

    Costs retired() {
        return new Costs(instructions + 1, exits, operations);
    }

    Costs exited(Interruption kind, int more) {
        return new Costs(instructions, exits.put(kind, exits.getOrElse(kind, 0L) + 1), operations + more);
    }

    /// {@return how many exits of all kinds there were}
    public long exited() {
        return exits.values().sum().longValue();
    }

    /// {@return exits per thousand instructions}
    public double density() {
        return instructions == 0 ? 0 : 1000.0 * exited() / instructions;
    }

    /// {@return operations per exit}
    public double length() {
        return each(operations, exited());
    }

    /// {@return operations per event; none where there was no event}
    static double each(long operations, long events) {
        return events == 0 ? 0 : (double) operations / events;
    }
}
