package vmmref.properties.campaign;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import tools.jackson.databind.JsonNode;

/// How the values of one type are written, and read again.
interface Scheme {
    /// Those of classes; looking at a record costs more than writing it.
    ClassValue<Scheme> KNOWN = new ClassValue<>() {
        @Override protected Scheme computeValue(Class<?> type) {
            return Scalar.of(type).orElse(() -> Substitutes.of(type)).getOrElse(() -> type.isSealed() ? Alternatives.of(type) : Components.of(type));
        }
    };

    JsonNode written(Object value);

    Object read(Spot spot);

    /// {@return the scheme of a type}
    ///
    /// @throws IllegalArgumentException if there is none
    static Scheme of(Type type) {
        return switch (type) {
            case Class<?> plain           -> KNOWN.get(plain);
            case ParameterizedType filled -> Containers.of(filled);
            default                       -> throw unknown(type);
        };
    }

    static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("there is no notation for " + type.getTypeName());
    }
}
