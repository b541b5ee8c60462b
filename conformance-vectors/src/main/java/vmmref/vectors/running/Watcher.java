package vmmref.vectors.running;

import vmmref.model.machine.Machine;
import vmmref.model.step.Turn.Turned;

/// Sees each instruction that a program executes.
public interface Watcher {
    /// Sees nothing.
    Watcher NONE = (number, before, instruction, turned) -> { };

    /// An instruction was executed, or could not be.
    ///
    /// @param number      how many came before it
    /// @param before      the machine before it
    /// @param instruction its text
    /// @param turned      what came of it, and which interruption was delivered
    void saw(long number, Machine before, Text instruction, Turned turned);

    /// A text that is made when somebody wants to read it.
    interface Text {
        String read();
    }
}
