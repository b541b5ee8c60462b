package vmmref.properties.guarantee;

import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.machine.Machine;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Reaction;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Executed;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;

/// An implementation that guarantees judge: what can be asked of it.
public interface Subject {
    Profile profile();

    DecodedBundle decode(Bundle bundle);

    Translated translate(Machine machine, Reference reference, Choice choice);

    Executed execute(Machine machine, Instruction instruction, Choice choice);

    /// {@return what comes of an event in a complex that is made of some hardware}
    Reaction react(Hardware hardware, Complex complex, Event event);

    /// {@return the same implementation with the parameters of a profile}
    Subject on(Profile profile);

    /// {@return the implementation that runs rules}
    static Subject of(Semantics rules) {
        return new Ruled(rules);
    }
}
