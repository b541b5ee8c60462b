package vmmref.properties.campaign;

/// How often something was seen, and where first.
///
/// @param times  cases that showed it
/// @param random how many of them were random ones
/// @param stage  of the first of them
/// @param number of the first of them, in its stage
public record Sighting(long times, long random, Stage stage, long number) {
    static Sighting of(Stage stage, long number) {
        return new Sighting(1, stage == Stage.SEARCH ? 1 : 0, stage, number);
    }

    /// {@return this and later ones}
    Sighting and(Sighting later) {
        return new Sighting(times + later.times, random + later.random, stage, number);
    }

    /// {@return this and others of the same stage, the first of them first}
    Sighting earliest(Sighting other) {
        return new Sighting(times + other.times, random + other.random, stage, Math.min(number, other.number));
    }
}
