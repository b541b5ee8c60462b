package vmmref.model.partition;

/// What whoever causes an event gets.
public sealed interface Reply {

    /// It happened.
    record Done() implements Reply {
        public static final Done DONE = new Done();
    }

    /// What a register holds.
    record Value(Word word) implements Reply { }

    /// A fabric component took a packet, with the status that hardware appended.
    record Taken(Status status) implements Reply { }

    /// The interrupt that arrives.
    record Interrupted(InterruptVector vector) implements Reply { }

    /// It may not happen.
    record Refused() implements Reply {
        public static final Refused REFUSED = new Refused();
    }

    /// The controller refuses an access: an error.
    record Failed() implements Reply { }

    /// The controller refuses an access: no response.
    record Silent() implements Reply { }
}
