package vmmref.properties.proof;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import vmmref.spec.Clause;

/// That a compiled method does what a definition says, for all inputs of a domain.
///
/// The domain and the claim are written in SMT-LIB. They know the inputs by their names (`slot.bits`), the result as `result`, `result.bits`, `result.is-Done` and so on, and every definition in `spec/smt`.
/// An `int` is a bit vector of 32 bits, a `long` one of 64, a `boolean` a Bool; [Results] says how the parts of the result are called.
///
/// @param name      of the theorem
/// @param clauses   that it proves, or part of them
/// @param files     of `spec/smt` whose definitions the claim uses
/// @param method    that is meant
/// @param arguments by their names, of an instance method the object first
/// @param domain    a condition on the inputs
/// @param throwing  when the method throws an exception
/// @param claim     about the result where it throws none
/// @param jumps     how often a loop may jump back; that it does not want to more often is proved, too
record Theorem(String name, Seq<Clause> clauses, Seq<String> files, Method method, Seq<Tuple2<String, Inputs>> arguments, String domain, String throwing, String claim, int jumps) {
    private static final int JUMPS = 64;

    /// {@return a theorem about the only method of a class with a name; without arguments, domain and claim}
    static Theorem of(String name, Class<?> type, String method, Clause... clauses) {
        return new Theorem(name, Vector.of(clauses), Vector.empty(), Vector.of(type.getDeclaredMethods()).filter(each -> each.getName().equals(method) && !each.isSynthetic()).single(), Vector.empty(), "true", "false", "true", JUMPS);
    }

    /// {@return the same with the next argument, about which nothing is known}
    Theorem with(String argument) {
        int given = arguments.size() - (isInstance() ? 1 : 0);
        return with(argument, Inputs.of(given < 0 ? method.getDeclaringClass() : method.getParameterTypes()[given], argument));
    }

    /// {@return the same with the next argument, which is known}
    Theorem given(Object argument) {
        return with("given", Inputs.of(argument));
    }

    Theorem with(String argument, Inputs inputs) {
        return new Theorem(name, clauses, files, method, arguments.append(Tuple.of(argument, inputs)), domain, throwing, claim, jumps);
    }

    /// {@return the same by definitions of files in `spec/smt`}
    Theorem by(String... named) {
        return new Theorem(name, clauses, Vector.of(named), method, arguments, domain, throwing, claim, jumps);
    }

    Theorem where(String condition) {
        return new Theorem(name, clauses, files, method, arguments, condition, throwing, claim, jumps);
    }

    Theorem throwing(String condition) {
        return new Theorem(name, clauses, files, method, arguments, domain, condition, claim, jumps);
    }

    Theorem claims(String statement) {
        return new Theorem(name, clauses, files, method, arguments, domain, throwing, statement, jumps);
    }

    /// {@return the same with another limit to how often a loop jumps back}
    Theorem unrolling(int often) {
        return new Theorem(name, clauses, files, method, arguments, domain, throwing, claim, often);
    }

    private boolean isInstance() {
        return !Modifier.isStatic(method.getModifiers());
    }

    Seq<Term.Input> inputs() {
        return arguments.flatMap(each -> each._2.inputs());
    }

    /// {@return the terms that domain and claim name, by their names}
    Map<String, Term> terms() {
        Executor executor = new Executor(Meaning.specified(), jumps);
        Option<Executor.Returned> returned = executor.call(method, arguments.map(each -> each._2.value()));
        Map<String, Term> result = returned.map(each -> Results.named("result", each.value(), method.getReturnType())).getOrElse(LinkedHashMap::empty);
        return LinkedHashMap.of("possible", arguments.map(each -> each._2.possible()).fold(Term.TRUE, Term::both),
            "returned", returned.map(each -> each.path().term()).getOrElse(Term.FALSE), "threw", executor.thrown().map(each -> each.path().term()).fold(Term.FALSE, Term::either), "endless", executor.endless()).merge(result);
    }

    /// {@return what the JVM makes of inputs: the parts of the result, by the names that [#terms()] has, and `threw`}
    Map<String, Long> onJvm(java.util.Map<String, Long> values) {
        Seq<Object> objects = arguments.map(each -> each._2.object().apply(values));
        try {
            method.setAccessible(true);
            Object result = method.invoke(isInstance() ? objects.head() : null, (isInstance() ? objects.tail() : objects).toJavaArray());
            Value value = Value.held(method.getReturnType(), result);
            return Results.named("result", value, method.getReturnType()).mapValues(term -> ((Term.Literal) term).bits()).put("threw", 0L);
        } catch (InvocationTargetException thrown) {
            return LinkedHashMap.of("threw", 1L);
        } catch (IllegalAccessException broken) {
            throw new IllegalStateException(name, broken);
        }
    }

    /// {@return what a solver is asked: the domain, whose inputs there must be, and then inputs of it for which the claim is wrong}
    Script script() {
        Script script = new Script().line("(set-logic QF_BV)").line(files.map(Definitions::of).mkString("\n")).declare(inputs());
        terms().forEach(script::define);
        return script.line("(define-fun domain () Bool (and possible %s))".formatted(domain))
            .line("(define-fun holds () Bool (and (not endless) (distinct threw returned) (= threw %s) (=> returned %s)))".formatted(throwing, claim));
    }
}
