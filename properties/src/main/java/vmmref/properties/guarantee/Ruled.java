package vmmref.properties.guarantee;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.dependency.Dependencies;
import vmmref.model.event.Events;
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
import vmmref.model.multiprocessor.SharedTurn;
import vmmref.model.multiprocessor.SharedTurn.After;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn;
import vmmref.model.step.Turn.Turned;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.vmm.Vmm;
import vmmref.vmm.build.Builder;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;

/// A monitor and its machine as an implementation, right or wrong.
///
/// @param vmm        the monitor
/// @param turn       turns of its machine
/// @param monitoring what the monitor does on this machine: most laws that ask another machine ask nothing of the monitor
record Ruled(Vmm vmm, Turn turn, Lazy<Monitoring> monitoring) implements Subject {
    static Ruled of(Vmm vmm) {
        return new Ruled(vmm, Turn.of(vmm.machine()), Lazy.of(vmm::monitoring));
    }

    @Override
    public Profile profile() {
        return vmm.machine().translator().profile();
    }

    @Override
    public DecodedBundle decode(Bundle bundle) {
        return vmm.machine().decode().apply(bundle);
    }

    @Override
    public Translated translate(Addressing machine, Reference reference, Choice choice) {
        return vmm.machine().translator().translate(machine, reference, choice);
    }

    @Override
    public Executed execute(Addressing machine, Instruction instruction, Choice choice) {
        return vmm.machine().translator().execute(machine, instruction, choice);
    }

    @Override
    public Executed step(Machine machine, Choice choice) {
        return turn.step().next(machine, choice);
    }

    @Override
    public Turned turn(Machine machine, Choice choice) {
        return turn.next(machine, choice);
    }

    @Override
    public After turn(Multiprocessor all, int number, Choice choice) {
        return new SharedTurn(turn).next(all, number, choice);
    }

    @Override
    public Effects happen(Machine machine, vmmref.model.event.Event event) {
        return Events.of(machine, event);
    }

    @Override
    public Reaction react(Hardware hardware, Complex complex, Event event) {
        return vmm.machine().partitioner().on(hardware).react(complex, event);
    }

    @Override
    public Seq<Recognized> recognize(Seq<BlockPattern> blocks, Code code, Own own) {
        return vmm.recognizer().compiled().apply(blocks).scan(code, own);
    }

    @Override
    public Seq<Recognized> sensitive(boolean exact, Code code, Own own) {
        return vmm.recognizer().sensitive(exact).scan(code, own);
    }

    @Override
    public Builder builder() {
        return vmm.builder();
    }

    @Override
    public Monitored monitored() {
        return new Monitored(monitoring.get(), turn);
    }

    @Override
    public Dependencies dependencies() {
        return vmm.machine().dependencies();
    }

    @Override
    public Subject on(Profile profile) {
        Semantics machine = vmm.machine().withTranslator(vmm.machine().translator().on(profile)).withDelivery(vmm.machine().delivery().on(profile));
        return new Ruled(new Vmm(machine, vmm.recognizer(), vmm.builder(), vmm.monitoring()), Turn.of(machine), Lazy.of(() -> vmm.monitoring().on(machine)));
    }
}
