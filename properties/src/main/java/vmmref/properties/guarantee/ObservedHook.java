package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import vmmref.spec.Clause;
import vmmref.spec.Level;
import vmmref.spec.Tie;
import vmmref.spec.Ties;

/// Fails a property that holds but never saw one of the clauses that it checks decide. Guarantees decide nothing and need not be seen. The reference is asked a quarter of the cases, unless the whole is wanted or the property promises what is too rare.
final class ObservedHook implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Observed.forget();
        if (!Subjects.isOther() && !context.targetMethod().isAnnotationPresent(Rare.class)) context.attributes().tries().ifPresent(tries -> context.attributes().setTries(Sample.of(tries)));
        PropertyExecutionResult result = property.execute();
        Seq<Clause> unseen = Ties.of(Tie.Kind.CHECKS, context.targetMethod())
            .filter(clause -> clause.level() != Level.GUARANTEE)
            .removeAll(Observed.seen());
        return result.status() == PropertyExecutionResult.Status.SUCCESSFUL && !unseen.isEmpty()
            ? result.mapToFailed("never observed deciding: " + unseen.mkString(", "))
            : result;
    }

    @Override
    public int aroundPropertyProximity() {
        return -100;
    }
}
