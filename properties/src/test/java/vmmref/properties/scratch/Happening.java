package vmmref.properties.scratch;

import io.vavr.control.Option;
import vmmref.vmm.scratch.Detector;

/// An event of `scratch.als`.
sealed interface Happening {
    record Idle() implements Happening { }

    /// The virtual processor goes on at a level, 0 or 3.
    record Pass(Option<Detector> told, int to) implements Happening { }

    record Read(int register) implements Happening { }

    record Write(int register, int value) implements Happening { }

    /// The monitor changes a register.
    record Use(int register, int value) implements Happening { }

    record Switch(int other) implements Happening { }
}
