package vmmref.properties.guarantee;

import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;

/// Supplies the parameter of type [Subject] of a guarantee: the subject that it judges.
final class SubjectHook implements ResolveParameterHook {
    @Override
    public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
        return parameter.typeUsage().isOfType(Subject.class)
            ? Optional.of(tryContext -> Subjects.current())
            : Optional.empty();
    }
}
