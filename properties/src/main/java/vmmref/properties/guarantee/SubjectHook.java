package vmmref.properties.guarantee;

import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import vmmref.model.semantics.Semantics;

/// Supplies the parameter of type [Semantics] of a guarantee: the subject that it judges.
final class SubjectHook implements ResolveParameterHook {
    @Override
    public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
        return parameter.typeUsage().isOfType(Semantics.class)
            ? Optional.of(tryContext -> Subjects.current())
            : Optional.empty();
    }
}
