package vmmref.properties.alias;

import io.vavr.control.Option;

/// An event of `aliases.als`.
sealed interface Happening {
    record Idle() implements Happening { }

    record Fetch(Spot at) implements Happening { }

    record Read(Spot at) implements Happening { }

    /// A store through a page, by an instruction in another frame.
    record Store(Spot through, int content) implements Happening { }

    /// A store of the monitor, for a device or for an instruction in the same frame.
    record Device(int frame, int content) implements Happening { }

    record Insert(Spot at, int physical) implements Happening { }

    record Purge(Spot at) implements Happening { }

    record PurgeAll(int rid) implements Happening { }

    /// @param frame that is behind the page of guest memory then, if any
    record Change(int physical, Option<Integer> frame) implements Happening { }

    record Flush() implements Happening { }
}
