package vmmref.properties.campaign;

/// What came of one case.
sealed interface Trial {
    Sign sign();

    /// The guarantee holds.
    record Held(Sign sign) implements Trial { }

    /// The case says nothing of the guarantee.
    record Discarded(String reason, Sign sign) implements Trial { }

    /// The guarantee does not hold.
    record Failed(Failure failure, Sign sign) implements Trial { }
}
