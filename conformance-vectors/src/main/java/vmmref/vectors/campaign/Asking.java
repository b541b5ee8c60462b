/// The reference as a subject of laws, and beside it an implementation that is asked whatever a law asks.
package vmmref.vectors.campaign;

import io.vavr.collection.Seq;
import java.util.function.Consumer;
import vmmref.model.bundle.Bundle;
import vmmref.model.dependency.Dependencies;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Reaction;
import vmmref.model.profile.Profile;
import vmmref.model.multiprocessor.Multiprocessor;
import vmmref.model.multiprocessor.SharedTurn.After;
import vmmref.model.step.Turn.Turned;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.properties.guarantee.Lived;
import vmmref.properties.guarantee.Subject;
import vmmref.vectors.build.BuildKind;
import vmmref.vectors.build.Request;
import vmmref.vectors.partition.Snapshot;
import vmmref.vectors.recognize.RecognizeKind;
import vmmref.vectors.intr.IntrKind;
import vmmref.vectors.step.StepKind;
import vmmref.vmm.build.Builder;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;

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
    public Translated translate(Addressing machine, Reference operation, Choice choice) {
        asked.accept(Question.of(machine, operation));
        return reference.translate(machine, operation, choice);
    }

    @Override
    public Executed execute(Addressing machine, Instruction instruction, Choice choice) {
        asked.accept(Question.of(machine, instruction));
        return reference.execute(machine, instruction, choice);
    }

    /// Nobody is asked about a machine that no start state can say, such as one that has fetched a bundle already.
    @Override
    public Executed step(Machine machine, Choice choice) {
        StepKind.asking(machine).map(Question::new).forEach(asked);
        return reference.step(machine, choice);
    }

    @Override
    public Turned turn(Machine machine, Choice choice) {
        IntrKind.asking(machine).map(Question::new).forEach(asked);
        return reference.turn(machine, choice);
    }

    /// Nobody is asked about several processors: no start state can say them.
    @Override
    public After turn(Multiprocessor all, int number, Choice choice) {
        return reference.turn(all, number, choice);
    }

    @Override
    public Effects happen(Machine machine, vmmref.model.event.Event event) {
        return reference.happen(machine, event);
    }

    /// Nobody is asked about a complex that no start state can say, such as one with a frame under way.
    @Override
    public Reaction react(Hardware hardware, Complex complex, Event event) {
        new Snapshot(hardware, complex).with(event).map(Question::new).forEach(asked);
        return reference.react(hardware, complex, event);
    }

    /// Nobody is asked for a block that no case can say, such as one of a pattern that is of no form.
    @Override
    public Seq<Recognized> recognize(Seq<BlockPattern> blocks, Code code, Own own) {
        RecognizeKind.looking(blocks, code, own).map(Question::new).forEach(asked);
        return reference.recognize(blocks, code, own);
    }

    @Override
    public Seq<Recognized> sensitive(boolean exact, Code code, Own own) {
        RecognizeKind.looking(exact, code, own).map(Question::new).forEach(asked);
        return reference.sensitive(exact, code, own);
    }

    /// Nobody is asked about an instruction that has no text.
    @Override
    public Builder builder() {
        return reference.builder()
            .withJoin((block, values)          -> asked(new Request.Build(block, values)).build(block, values))
            .withBranch((from, to)             -> asked(new Request.Branch(from, to)).branch(from, to))
            .withPack(lines                    -> asked(new Request.Pack(lines)).pack(lines))
            .withTrap(patch                    -> asked(new Request.Trap(patch)).trap(patch))
            .withCarry((builder, patch)        -> asked(new Request.Carry(patch)).carry(patch))
            .withInsert((at, memory, changed) -> asked(new Request.Insert(at, memory, changed)).insert(at, memory, changed));
    }

    private Builder asked(Request request) {
        BuildKind.asking(request).map(Question::new).forEach(asked);
        return reference.builder();
    }

    /// No case asks for answers of a monitor as such: what is asked is what guests live through under it.
    @Override
    public Monitored monitored() {
        Lived.hear(lived -> Biography.of(lived).map(Question::new).forEach(asked));
        return reference.monitored();
    }

    /// No case asks what instructions depend on.
    @Override
    public Dependencies dependencies() {
        return reference.dependencies();
    }

    @Override
    public Subject on(Profile profile) {
        return new Asking(reference.on(profile), asked);
    }
}
