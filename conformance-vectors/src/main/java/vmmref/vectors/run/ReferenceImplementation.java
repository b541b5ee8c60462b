/// A monitor and its machine as an implementation, right or deliberately wrong.
package vmmref.vectors.run;

import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.translate.Choice;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Parameters;
import vmmref.vmm.Vmm;

/// Answers every kind that this vmmref knows, and observes everything.
public final class ReferenceImplementation implements Implementation {

    private final Vmm vmm;
    private final Choice choice;
    private final Map<String, Kind> kinds = Kinds.all().toMap(Kind::name, kind -> kind);
    private final Hello hello;

    /// `name` is what its hello calls it.
    public ReferenceImplementation(String name, Vmm vmm) {
        this(name, vmm, Choice.USUAL);
    }

    /// `choice` says which freedoms it takes.
    public ReferenceImplementation(String name, Vmm vmm, Choice choice) {
        this.vmm = vmm;
        this.choice = choice;
        this.hello = new Hello(Hello.PROTOCOL, new Hello.Impl(name, Release.version(), "Java", Option.none()), kinds.keySet().toList(),
            new Parameters(vmm.machine().profile().parameters()), "observe", Option.none(), 1, Hello.DEFAULT_TIMEOUT_MILLIS);
    }

    @Override
    public Hello hello() {
        return hello;
    }

    @Override
    public Answer answer(Case given) {
        return kinds.get(given.kind())
            .map(kind -> kind.answer(vmm, choice, given))
            .getOrElse(() -> new Answer.Unsupported("the kind " + given.kind() + " is unknown"));
    }
}
