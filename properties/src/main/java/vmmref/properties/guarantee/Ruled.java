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

/// An implementation that runs the rules of the model, or wrong ones.
record Ruled(Semantics rules) implements Subject {
    @Override
    public Profile profile() {
        return rules.translator().profile();
    }

    @Override
    public DecodedBundle decode(Bundle bundle) {
        return rules.decode().apply(bundle);
    }

    @Override
    public Translated translate(Machine machine, Reference reference, Choice choice) {
        return rules.translator().translate(machine, reference, choice);
    }

    @Override
    public Executed execute(Machine machine, Instruction instruction, Choice choice) {
        return rules.translator().execute(machine, instruction, choice);
    }

    @Override
    public Reaction react(Hardware hardware, Complex complex, Event event) {
        return rules.partitioner().on(hardware).react(complex, event);
    }

    @Override
    public Subject on(Profile profile) {
        return new Ruled(rules.withTranslator(rules.translator().on(profile)));
    }
}
