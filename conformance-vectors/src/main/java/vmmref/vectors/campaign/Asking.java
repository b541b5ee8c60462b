/// The reference as a subject of laws, and beside it an implementation that is asked whatever a law asks.
package vmmref.vectors.campaign;

import java.util.function.Consumer;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Executed;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.properties.guarantee.Subject;

/// The law goes on with what the reference answers. Which profile it means is no matter of the implementation, which has its own.
record Asking(Subject reference, Consumer<Question> asked) implements Subject {

    @Override
    public Profile profile() {
        return reference.profile();
    }

    @Override
    public DecodedBundle decode(Bundle bundle) {
        asked.accept(Question.decode(bundle));
        return reference.decode(bundle);
    }

    @Override
    public Translated translate(Machine machine, Reference operation, Choice choice) {
        asked.accept(Question.of(machine, operation));
        return reference.translate(machine, operation, choice);
    }

    @Override
    public Executed execute(Machine machine, Instruction instruction, Choice choice) {
        asked.accept(Question.of(machine, instruction));
        return reference.execute(machine, instruction, choice);
    }

    @Override
    public Subject on(Profile profile) {
        return new Asking(reference.on(profile), asked);
    }
}
