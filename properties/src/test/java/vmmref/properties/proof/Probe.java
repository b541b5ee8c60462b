package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;

/// A static method of numbers, for the JVM to execute on some and the executor on terms.
///
/// @param name   what it is about
/// @param method for the JVM
/// @param code   for the executor
record Probe(String name, Method method, Code code) {

    /// {@return a method that consists of instructions}
    ///
    /// @param type its descriptor
    static Probe of(String name, String type, Consumer<CodeBuilder> instructions) {
        ClassFile file = ClassFile.of();
        byte[] bytes = file.build(ClassDesc.of(Probe.class.getPackageName(), "Assembled"), built ->
            built.withMethodBody("probe", MethodTypeDesc.ofDescriptor(type), Modifier.STATIC, instructions));
        try {
            Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            Method method = hidden.getDeclaredMethod("probe", MethodType.fromMethodDescriptorString(type, Probe.class.getClassLoader()).parameterArray());
            return new Probe(name, method, Code.of(hidden, file.parse(bytes), "probe", type));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(name, broken);
        }
    }

    /// {@return every method that a compiled class shows}
    static Seq<Probe> of(Class<?> type) {
        return Vector.of(type.getDeclaredMethods()).filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic()).sortBy(Method::getName)
            .map(method -> new Probe(method.getName(), method, Code.of(type, method.getName(), Types.descriptor(method))));
    }

    /// {@return what the JVM makes of numbers: the result as a `long`, or the class of the exception}
    Object onJvm(Seq<Long> numbers) {
        Object[] arguments = numbers.zip(Vector.of(method.getParameterTypes())).map(each -> each._2 == int.class ? (Object) each._1.intValue() : each._1).toJavaArray();
        try {
            method.setAccessible(true);
            return ((Number) method.invoke(null, arguments)).longValue();
        } catch (InvocationTargetException thrown) {
            return thrown.getCause().getClass();
        } catch (IllegalAccessException broken) {
            throw new IllegalStateException(name, broken);
        }
    }

    /// {@return the inputs, one for each parameter}
    Seq<Term.Input> inputs() {
        return Vector.of(method.getParameterTypes()).zipWithIndex().map(each -> new Term.Input("x" + each._2, each._1 == int.class ? 32 : 64));
    }

    @Override public String toString() {
        return name;
    }
}
