package vmmref.vectors.kill;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/// What memoized functions in constants of classes remember. What they came to while a mutant stood in the place of the right code is forgotten with it.
///
/// @param caches each with what it holds
record Memory(Seq<Tuple2<Map<Object, Object>, Map<Object, Object>>> caches) {

    /// {@return what is remembered now by the classes that are loaded; constants that wait to be made are made}
    static Memory now() {
        return new Memory(Vector.of(Agent.instrumentation().getAllLoadedClasses())
            .filter(type -> type.getName().startsWith("vmmref.") && !type.isHidden() && !type.getName().startsWith("vmmref.vectors.kill."))
            .flatMap(type -> Vector.of(type.getDeclaredFields())).filter(field -> Modifier.isStatic(field.getModifiers())).flatMap(Memory::caches));
    }

    /// Remembers that, and no more.
    void restore() {
        caches.forEach(each -> {
            if (each._1.size() != each._2.size()) {
                each._1.clear();
                each._1.putAll(each._2);
            }
        });
    }

    private static Seq<Tuple2<Map<Object, Object>, Map<Object, Object>>> caches(Field constant) {
        Object value = value(constant, null);
        if (value instanceof Lazy<?> lazy) lazy.get();
        if (!isMemoized(value)) return Vector.empty();
        return Vector.of(value.getClass().getDeclaredFields()).map(field -> value(field, value)).filter(Map.class::isInstance).map(Memory::cache);
    }

    private static boolean isMemoized(Object value) {
        try {
            return Class.forName("io.vavr.Memoized").isInstance(value);
        } catch (ClassNotFoundException other) {
            throw new IllegalStateException("this version of Vavr remembers in another way", other);
        }
    }

    @SuppressWarnings("unchecked")
    private static Tuple2<Map<Object, Object>, Map<Object, Object>> cache(Object map) {
        Map<Object, Object> cache = (Map<Object, Object>) map;
        return Tuple.of(cache, new HashMap<>(cache));
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
