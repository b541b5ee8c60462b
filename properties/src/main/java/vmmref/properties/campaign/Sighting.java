package vmmref.properties.campaign;

/// How often something was seen, and where first.
///
/// @param times  cases that showed it
/// @param stage  of the first of them
/// @param number of the first of them, in its stage
public record Sighting(long times, Stage stage, long number) {
    /// {@return this and later ones}
    Sighting and(Sighting later) {
        return new Sighting(times + later.times, stage, number);
    }

    /// {@return this and others of the same stage, the first of them first}
    Sighting earliest(Sighting other) {
        return new Sighting(times + other.times, stage, Math.min(number, other.number));
    }
}
