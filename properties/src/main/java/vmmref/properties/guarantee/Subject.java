package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
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
import vmmref.vmm.Vmm;
import vmmref.vmm.build.Builder;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;

/// An implementation that guarantees judge: what can be asked of it.
public interface Subject {
    Profile profile();

    DecodedBundle decode(Bundle bundle);

    Translated translate(Addressing machine, Reference reference, Choice choice);

    Executed execute(Addressing machine, Instruction instruction, Choice choice);

    /// {@return what a machine does next}
    Executed step(Machine machine, Choice choice);

    /// {@return what a machine does next, and which interruption is delivered}
    Turned turn(Machine machine, Choice choice);

    /// {@return what one of several processors with one memory does next, and all of them after it}
    After turn(Multiprocessor all, int number, Choice choice);

    /// {@return what an event from outside changes in a machine}
    Effects happen(Machine machine, vmmref.model.event.Event event);

    /// {@return what comes of an event in a complex that is made of some hardware}
    Reaction react(Hardware hardware, Complex complex, Event event);

    /// {@return the blocks that are found in code, and those that its end cuts}
    Seq<Recognized> recognize(Seq<BlockPattern> blocks, Code code, Own own);

    /// {@return the sensitive instructions that are found in code}
    ///
    /// @param exact whether those are looked for, too, that matter only to a guest that may see no difference at all
    Seq<Recognized> sensitive(boolean exact, Code code, Own own);

    /// {@return how it builds code and puts it into the place of other code}
    Builder builder();

    /// {@return its machine and its monitor in turn}
    Monitored monitored();

    /// {@return which instructions of a group it takes to depend on each other}
    Dependencies dependencies();

    /// {@return the same implementation with the parameters of a profile}
    Subject on(Profile profile);

    /// {@return the implementation that is a monitor and its machine}
    static Subject of(Vmm vmm) {
        return Ruled.of(vmm);
    }
}
