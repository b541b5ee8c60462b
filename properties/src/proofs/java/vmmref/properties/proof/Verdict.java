package vmmref.properties.proof;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// What the solver says of a theorem.
sealed interface Verdict {
    record Proved() implements Verdict { }

    /// @param inputs of the domain, of which the claim is wrong
    /// @param result what the terms say of them
    /// @param onJvm  what the JVM computes
    record Refuted(Theorem theorem, Map<String, Long> inputs, Map<String, Long> result, Map<String, Long> onJvm) implements Verdict {
        @Override public String toString() {
            String claim = ("(= threw " + theorem.throwing() + ")\n" + theorem.claim()).replaceAll("(?m)^", "  ");
            return "%s is wrong: of%n%s%s.%s gives%n%sbut claimed is%n%s%n%s".formatted(theorem.name(), lines(inputs), theorem.method().getDeclaringClass().getSimpleName(), theorem.method().getName(),
                lines(result.filterKeys(name -> claim.contains(name))), claim, agrees() ? "The JVM gives the same." : "The JVM gives something else, so that the executor is wrong:\n" + lines(onJvm));
        }

        /// {@return whether the JVM computes what the terms say}
        boolean agrees() {
            return onJvm.forAll(part -> part._2.equals(result.get(part._1).getOrNull()));
        }

        private static String lines(Map<String, Long> values) {
            return values.map(value -> Tuple.of(value._1, "  %s = %s%n".formatted(value._1, value._2 >= 0 && value._2 < 10 ? value._2 : "0x%x (%d)".formatted(value._2, value._2))))
                .map(line -> line._2).mkString();
        }
    }

    /// No inputs are of the domain, so that nothing is said.
    record Empty() implements Verdict {
        @Override public String toString() {
            return "no inputs are of the domain";
        }
    }

    record Unknown() implements Verdict {
        @Override public String toString() {
            return "the solver gave up after a minute";
        }
    }

    static Verdict of(Theorem theorem) {
        Script script = theorem.script().line("(assert domain)");
        if (!Solver.check(script).equals("sat")) return new Empty();
        return switch (Solver.check(script.line("(assert (not holds))"))) {
            case "unsat" -> new Proved();
            case "sat"   -> refuted(theorem, script);
            default      -> new Unknown();
        };
    }

    private static Verdict refuted(Theorem theorem, Script script) {
        Seq<String> inputs = theorem.inputs().map(Term.Input::name);
        Seq<String> result = theorem.terms().keySet().toVector().reject(Vector.of("possible", "endless", "returned")::contains);
        Map<String, Long> values = Solver.values(script, inputs.appendAll(result));
        Map<String, Long> given = values.filterKeys(inputs::contains);
        return new Refuted(theorem, given, values.filterKeys(result::contains), theorem.onJvm(given.toJavaMap()));
    }
}
