package vmmref.spec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;

/// Reads the ties of a method.
public final class Ties {
    private Ties() { }

    /// {@return the clauses that the annotations of a kind on an element name}
    public static Seq<Clause> of(Tie.Kind kind, AnnotatedElement element) {
        return Vector.of(element.getAnnotations()).filter(annotation -> ties(annotation, kind)).flatMap(Ties::clauses);
    }

    private static boolean ties(Annotation annotation, Tie.Kind kind) {
        Tie tie = annotation.annotationType().getAnnotation(Tie.class);
        return tie != null && tie.value() == kind;
    }

    private static Seq<Clause> clauses(Annotation annotation) {
        try {
            return Vector.of((Clause[]) annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException | ClassCastException broken) {
            throw new IllegalStateException(annotation.annotationType() + " carries @Tie but has no member value() of clauses", broken);
        }
    }
}
