package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Records.
///
/// @param type may be private
/// @param all  in their order
record Components(Class<?> type, Seq<Component> all) implements Scheme {

    record Component(String name, Method accessor, Scheme scheme) {
        static Component of(RecordComponent component) {
            return new Component(component.getName(), component.getAccessor(), Scheme.of(component.getGenericType()));
        }

        JsonNode written(Object value) {
            return scheme.written(Reflection.invoke(accessor, value));
        }
    }

    static Components of(Class<?> type) {
        if (!type.isRecord()) throw Scheme.unknown(type);
        return new Components(type, Vector.of(type.getRecordComponents()).map(Component::of));
    }

    @Override public JsonNode written(Object value) {
        return all.size() == 1 ? all.head().written(value) : members(JsonNodeFactory.instance.objectNode(), value);
    }

    @Override public Object read(Spot spot) {
        return all.size() == 1 ? made(spot, Vector.of(all.head().scheme().read(spot))) : fromMembers(spot, Vector.empty());
    }

    /// {@return an object to which the components were added}
    ObjectNode members(ObjectNode before, Object value) {
        return all.foldLeft(before, (object, component) -> object.set(component.name(), component.written(value)));
    }

    /// {@return the record of an object that may have other members, too}
    Object fromMembers(Spot spot, Seq<String> others) {
        Spot object = spot.withOnly(others.appendAll(all.map(Component::name)));
        return made(object, all.map(component -> component.scheme().read(object.member(component.name()))));
    }

    private Object made(Spot spot, Seq<Object> components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(all.<Class<?>>map(component -> component.accessor().getReturnType()).toJavaArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(components.toJavaArray());
        } catch (InvocationTargetException refused) {
            throw spot.refused(type, refused.getCause().getMessage());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " has no canonical constructor", impossible);
        }
    }
}
