package vmmref.vectors.kill;

import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pitest.bytecode.analysis.ClassTree;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.build.MutationInterceptor;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.mutationtest.config.SettingsFactory;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;
import vmmref.spec.Clause;
import vmmref.spec.Tie;
import vmmref.spec.Ties;

/// The mutants that PIT makes of compiled code with its usual mutators and its usual filters.
final class CompiledMutants {
    private final ClassByteArraySource source;
    private final MutationInterceptor filters;
    private final Code code;

    CompiledMutants(Code code) {
        this.code    = code;
        this.source  = name -> Optional.ofNullable(code.original(name.replace('/', '.')))
            .or(() -> new org.pitest.classpath.ClassloaderByteArraySource(CompiledMutants.class.getClassLoader()).getBytes(name));
        this.filters = new SettingsFactory(new ReportOptions(), PluginServices.makeForLoader(CompiledMutants.class.getClassLoader()))
            .getInterceptor().createInterceptor(new ReportOptions(), null, source, null, null, null);
    }

    /// {@return the mutants of all classes, class by class in the order of their names}
    Seq<CompiledMutant> all() {
        return code.names().flatMap(this::of);
    }

    private Seq<CompiledMutant> of(String type) {
        Mutater mutater = new GregorEngineFactory().createEngine(EngineArguments.arguments()).createMutator(source);
        filters.begin(ClassTree.fromBytes(code.original(type)));
        Collection<MutationDetails> found = filters.intercept(mutater.findMutations(ClassName.fromString(type)), mutater);
        filters.end();
        Map<String, Integer> seen = new HashMap<>();
        return Vector.ofAll(found).map(each -> {
            String what = each.getDescription();
            int number = seen.merge(each.getMethod() + what, 1, Integer::sum);
            Lazy<Seq<String>> clauses = Lazy.of(() -> clauses(type, each.getMethod()));
            return new CompiledMutant(type, each.getMethod(), each.getId().getLocation().getMethodDesc(), each.getLineNumber(), number == 1 ? what : what + " (" + number + ")",
                each.getMutator() + " " + each.getId().getIndexes(), clauses, () -> mutater.getMutation(each.getId()).getBytes());
        });
    }

    /// {@return the clauses of a method, or where it has none those of its class, or else those of its package}
    private Seq<String> clauses(String type, String method) {
        String room = type.substring(0, type.lastIndexOf('.') + 1);
        String outer = type.replaceFirst("\\$.*", "");
        return Vector.<Supplier<Seq<String>>>of(
            () -> rules(type).filter(each -> each.getName().equals(named(method))).flatMap(CompiledMutants::clauses),
            () -> code.names().filter(name -> name.equals(outer) || name.startsWith(outer + "$")).flatMap(CompiledMutants::rules).flatMap(CompiledMutants::clauses).distinct(),
            () -> code.names().filter(name -> name.startsWith(room)).flatMap(CompiledMutants::rules).flatMap(CompiledMutants::clauses).distinct())
            .iterator().map(Supplier::get).find(some -> !some.isEmpty()).getOrElse(Vector.empty());
    }

    /// The code of a lambda stands in a method of its own.
    private static String named(String method) {
        return method.startsWith("lambda$") ? method.substring("lambda$".length(), Math.max(method.lastIndexOf('$'), "lambda$".length())) : method;
    }

    private static Seq<Method> rules(String type) {
        try {
            return Vector.of(Class.forName(type).getDeclaredMethods());
        } catch (ClassNotFoundException absent) {
            return List.empty();
        }
    }

    private static Seq<String> clauses(Method rule) {
        return Ties.of(Tie.Kind.RULE, rule).map(Clause::name);
    }
}
