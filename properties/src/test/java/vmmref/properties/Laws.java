package vmmref.properties;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import net.jqwik.api.Property;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Finds the properties that laws name, and runs them.
final class Laws {
    static final String PACKAGE = "vmmref.properties.guarantee.";

    private static final Lazy<Seq<Class<?>>> CLASSES = Lazy.of(Laws::found);

    private Laws() { }

    /// {@return the method that a law, `Class.method`, names}
    static Option<Method> method(String law) {
        try {
            Class<?> type = Class.forName(PACKAGE + law.substring(0, law.indexOf('.')));
            return Vector.of(type.getDeclaredMethods()).find(method -> method.getName().equals(law.substring(law.indexOf('.') + 1)));
        } catch (ClassNotFoundException absent) {
            return Option.none();
        }
    }

    /// {@return why a law fails for the current subject, or nothing when it holds; an error when no property ran}
    static Option<String> failure(Class<?> type, String method) {
        Method property = Vector.of(type.getDeclaredMethods()).find(each -> each.getName().equals(method)).get();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(type, property))
            .configurationParameter("jqwik.database", "target/laws.jqwik-database")
            .configurationParameter("jqwik.shrinking.default", "OFF")
            .build();
        java.util.List<TestExecutionResult> results = new java.util.ArrayList<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) results.add(result);
            }
        });
        if (results.size() != 1) throw new AssertionError(results.size() + " properties ran for " + type + "." + method);
        return Option.ofOptional(results.getFirst().getThrowable()).map(Throwable::toString);
    }

    /// {@return the classes of the package of guarantees that hold a property}
    static Seq<Class<?>> guaranteeClasses() {
        return CLASSES.get();
    }

    private static Seq<Class<?>> found() {
        return Vector.ofAll(new ClassFileImporter().importPackages("vmmref.properties.guarantee")).<Class<?>>map(JavaClass::reflect)
            .filter(type -> Vector.of(type.getDeclaredMethods()).exists(method -> AnnotationSupport.isAnnotated(method, Property.class)));
    }
}
