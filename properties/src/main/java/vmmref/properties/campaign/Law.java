package vmmref.properties.campaign;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import vmmref.properties.guarantee.Costs;
import vmmref.properties.guarantee.Guarantee;
import vmmref.properties.guarantee.Guarantees;
import vmmref.spec.Clause;
import vmmref.spec.Tie;
import vmmref.spec.Ties;

/// A guarantee as a campaign runs it.
///
/// @param method its text
public record Law(Method method) {
    private static final Seq<Law> ALL = Guarantees.classes()
        .flatMap(type -> Vector.of(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Guarantee.class)).sortBy(Method::getName)).map(Law::new);

    /// {@return every law, class by class in the order of the chapters}
    public static Seq<Law> all() {
        return ALL;
    }

    /// {@return the law with a name}
    public static Option<Law> named(String name) {
        return ALL.find(law -> law.name().equals(name));
    }

    /// {@return class and method, as the chapters name it}
    public String name() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /// {@return what holds, as a person would say it}
    public String sentence() {
        return method.getAnnotation(Label.class).value();
    }

    /// {@return the clauses that it checks}
    public Seq<Clause> clauses() {
        return Ties.of(Tie.Kind.CHECKS, method);
    }

    /// {@return how many ordinary cases one case costs}
    int cost() {
        return Option.of(method.getAnnotation(Costs.class)).map(Costs::value).getOrElse(1);
    }

    /// {@return the types of what is generated}
    Seq<Type> types() {
        return generated().map(Parameter::getParameterizedType);
    }

    /// {@return the names of what is generated}
    Seq<String> parameters() {
        return generated().map(Parameter::getName);
    }

    /// {@return whether it asks anything of a subject; otherwise it is about values alone}
    public boolean judges() {
        return generated().size() < method.getParameterCount();
    }

    /// {@return a generator of its arguments}
    @SuppressWarnings("unchecked")
    Arbitrary<List<Object>> cases() {
        Object instance = Reflection.instance(method.getDeclaringClass());
        Seq<Arbitrary<Object>> each = generated().map(parameter -> (Arbitrary<Object>) Arguments.of(parameter, instance));
        return Combinators.combine(each.asJava()).as(values -> values);
    }

    private Seq<Parameter> generated() {
        return Array.of(method.getParameters()).filter(parameter -> parameter.isAnnotationPresent(ForAll.class));
    }

    /// {@return for each parameter whether it is generated}
    Seq<Boolean> isGenerated() {
        return Array.of(method.getParameters()).map(parameter -> parameter.isAnnotationPresent(ForAll.class));
    }
}
