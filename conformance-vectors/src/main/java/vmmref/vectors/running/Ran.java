package vmmref.vectors.running;

import vmmref.model.machine.Machine;

/// What came of a program.
///
/// @param start        the machine before its first instruction
/// @param end          the machine after the last one that was done
/// @param instructions how many were done, those with a predicate of 0 among them
/// @param ending       why it stopped
public record Ran(Machine start, Machine end, long instructions, Ending ending) {

    /// {@return how many aligned groups of eight bytes of memory hold something else than at the start}
    public long changedWords() {
        return start.memory().written().toSet().addAll(end.memory().written())
            .count(at -> start.memory().read(at, 8) != end.memory().read(at, 8));
    }
}
