package vmmref.properties.campaign;

import java.lang.reflect.Type;
import tools.jackson.databind.JsonNode;

/// The arguments of guarantees as JSON: people read it, and a counterexample is replayed from it after the generators changed.
///
/// Booleans, numbers of 32 bits and strings are themselves; a word of 64 bits is a string such as `"0x1f"`, a constant of an enum its name. A record is an object of its components,
/// and with one component only that component. Where a type is sealed, the object begins with the member `is`, which names the class. Collections are arrays, an option is an array of
/// one element or none, a map from strings an object. [Substitutes] are written as something else.
public final class Notation {
    private Notation() { }

    /// {@return a value of a type as JSON}
    ///
    /// @throws IllegalArgumentException if there is no notation for the type
    public static JsonNode written(Type type, Object value) {
        return Scheme.of(type).written(value);
    }

    /// {@return the value of a type that was written}
    ///
    /// @throws NotationMistake          if the JSON denotes no value of the type
    /// @throws IllegalArgumentException if there is no notation for the type
    public static Object read(Type type, JsonNode json) {
        return read(type, new Spot("$", json));
    }

    static Object read(Type type, Spot spot) {
        return Scheme.of(type).read(spot);
    }
}
