package vmmref.properties.campaign;

import io.vavr.collection.Vector;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/// Generators of the arguments of guarantees: those that `@ForAll` names, and for plain types what their constraints say.
final class Arguments {
    private Arguments() { }

    /// {@return the generator of a parameter; an error where this class does not know the constraints that jqwik would}
    static Arbitrary<?> of(Parameter parameter, Object instance) {
        String provider = parameter.getAnnotation(ForAll.class).value();
        return provider.isEmpty() ? plain(parameter) : provided(provider, instance);
    }

    private static Arbitrary<?> provided(String provider, Object instance) {
        Method method = Vector.of(instance.getClass().getDeclaredMethods())
            .filter(each -> each.isAnnotationPresent(Provide.class)).find(each -> each.getName().equals(provider))
            .getOrElseThrow(() -> new IllegalStateException("no method " + provider + " of " + instance.getClass().getName() + " provides a generator"));
        return (Arbitrary<?>) Reflection.invoke(method, instance);
    }

    private static Arbitrary<?> plain(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == boolean.class) return Arbitraries.of(false, true);
        if (type.isEnum())         return Arbitraries.of((Object[]) type.getEnumConstants());
        if (type == int.class && parameter.isAnnotationPresent(IntRange.class)) {
            IntRange range = parameter.getAnnotation(IntRange.class);
            return Arbitraries.integers().between(range.min(), range.max());
        }
        if (type == long.class && parameter.isAnnotationPresent(LongRange.class)) {
            LongRange range = parameter.getAnnotation(LongRange.class);
            return Arbitraries.longs().between(range.min(), range.max());
        }
        if (type == String.class && parameter.isAnnotationPresent(StringLength.class)) return text(parameter);
        throw new IllegalStateException("no generator for " + parameter + " of " + parameter.getDeclaringExecutable());
    }

    private static Arbitrary<String> text(Parameter parameter) {
        StringLength length = parameter.getAnnotation(StringLength.class);
        StringArbitrary text = Arbitraries.strings().ofMinLength(length.min()).ofMaxLength(length.max());
        return parameter.isAnnotationPresent(AlphaChars.class) ? text.alpha() : text;
    }
}
