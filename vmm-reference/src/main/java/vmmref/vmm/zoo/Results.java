package vmmref.vmm.zoo;

import io.vavr.Function1;
import vmmref.model.execute.Meaning;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Write;

/// Meanings whose effects are changed.
final class Results {
    private Results() { }

    /// {@return a meaning that has other effects where it is done}
    static Meaning changed(Meaning right, Function1<Write<?>, Write<?>> change) {
        Meaning wrong = execution -> right.of(execution) instanceof Executed.Done done ? done.with(Effects.of(done.effects().writes().<Write<?>>map(change))) : right.of(execution);
        return right.ignoresPredicate() ? new Meaning.Unpredicated(wrong) : wrong;
    }
}
