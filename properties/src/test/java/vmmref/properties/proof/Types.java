package vmmref.properties.proof;

import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.runtime.ObjectMethods;

/// Classes, and which of them has a method.
final class Types {
    private static final ClassDesc OBJECT_METHODS = ClassDesc.of(ObjectMethods.class.getName());

    private Types() { }

    static Class<?> of(ClassDesc type) {
        try {
            return type.isPrimitive() ? primitive(type) : Class.forName(type.isArray() ? type.descriptorString().replace('/', '.') : name(type), false, Types.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new Unsupported("the class " + type.descriptorString() + " is not there");
        }
    }

    /// {@return a class that other packages do not see}
    static Class<?> named(String name) {
        return of(ClassDesc.of(name));
    }

    private static Class<?> primitive(ClassDesc type) {
        return Vector.<Class<?>>of(boolean.class, byte.class, short.class, char.class, int.class, long.class, float.class, double.class, void.class)
            .find(each -> each.descriptorString().equals(type.descriptorString())).get();
    }

    private static String name(ClassDesc type) {
        return type.descriptorString().substring(1, type.descriptorString().length() - 1).replace('/', '.');
    }

    /// {@return the class or interface whose method an object of a type executes}
    static Class<?> declaring(Class<?> type, String name, String descriptor) {
        return found(type, name, descriptor).getOrElseThrow(() -> new Unsupported("%s has no method %s%s".formatted(type, name, descriptor)));
    }

    /// {@return the first class that has such a method with code, or the interface of which none that has it is a special case}
    static Option<Class<?>> found(Class<?> type, String name, String descriptor) {
        Seq<Class<?>> all = supertypes(type).filter(each -> declares(each, name, descriptor));
        return all.find(each -> !each.isInterface()).orElse(() -> all.find(each -> !all.exists(other -> other != each && each.isAssignableFrom(other))));
    }

    static boolean isPrivate(Class<?> type, String name, String descriptor) {
        return methods(type).exists(method -> method.getName().equals(name) && descriptor(method).equals(descriptor) && Modifier.isPrivate(method.getModifiers()));
    }

    /// {@return the class, its superclasses, then all interfaces}
    private static Seq<Class<?>> supertypes(Class<?> type) {
        Seq<Class<?>> classes = Iterator.<Class<?>>iterate(type, Class::getSuperclass).takeWhile(each -> each != null).toVector();
        return classes.appendAll(classes.flatMap(Types::interfaces)).distinct();
    }

    private static Seq<Class<?>> interfaces(Class<?> type) {
        Seq<Class<?>> direct = Vector.of(type.getInterfaces());
        return direct.appendAll(direct.flatMap(Types::interfaces));
    }

    private static boolean declares(Class<?> type, String name, String descriptor) {
        return methods(type).exists(method -> method.getName().equals(name) && descriptor(method).equals(descriptor) && !Modifier.isAbstract(method.getModifiers()));
    }

    private static Seq<Method> methods(Class<?> type) {
        return Vector.of(type.getDeclaredMethods());
    }

    static String descriptor(Method method) {
        return java.lang.invoke.MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
    }

    /// {@return whether it is a record that does not say itself what equals it}
    static boolean isEqualByComponents(Class<?> type) {
        return type.isRecord() && Code.of(type, "equals", "(Ljava/lang/Object;)Z").instructions().exists(each ->
            each instanceof InvokeDynamicInstruction call && call.bootstrapMethod().owner().equals(OBJECT_METHODS));
    }

    /// {@return whether objects of a class never change}
    static boolean isFinal(Class<?> type) {
        return Vector.of(type.getDeclaredFields()).forAll(field -> Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers()))
            && Option.of(type.getSuperclass()).forAll(Types::isFinal);
    }
}
