package vmmref.properties.campaign;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/// Calls of methods that are no business of the caller: guarantees and generators are not public.
final class Reflection {
    private Reflection() { }

    static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(type + " has no constructor without parameters that works", wrong);
        }
    }

    /// {@return what a method returns; throws what it throws}
    static Object invoke(Method method, Object instance, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException thrown) {
            throw Reflection.<RuntimeException>unchanged(thrown.getCause());
        } catch (IllegalAccessException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchanged(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
