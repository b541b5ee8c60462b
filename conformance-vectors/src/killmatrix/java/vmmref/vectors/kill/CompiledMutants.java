package vmmref.vectors.kill;

import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /// The code of a lambda stands in a method of its own.
    private static Seq<String> clauses(String type, String method) {
        String named = method.startsWith("lambda$") ? method.substring("lambda$".length(), Math.max(method.lastIndexOf('$'), "lambda$".length())) : method;
        try {
            return Vector.of(Class.forName(type).getDeclaredMethods()).filter(each -> each.getName().equals(named)).flatMap(each -> Ties.of(Tie.Kind.RULE, each)).map(Clause::name);
        } catch (ClassNotFoundException absent) {
            return List.empty();
        }
    }
}
