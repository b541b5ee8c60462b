package vmmref.vectors.running;

import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;

/// Sees each instruction that a program executes.
public interface Watcher {
    /// Sees nothing.
    Watcher NONE = (number, before, instruction, executed) -> { };

    /// An instruction was executed, or could not be.
    ///
    /// @param number      how many came before it
    /// @param before      the machine before it
    /// @param instruction its text
    /// @param executed    what came of it
    void saw(long number, Machine before, Text instruction, Executed executed);

    /// A text that is made when somebody wants to read it.
    interface Text {
        String read();
    }
}
