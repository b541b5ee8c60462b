package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.execute.Operands;
import vmmref.model.execute.StackEngine;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.spec.Stacks;

/// Has the new frame already while it makes room for it, so that a store that faults finds it.
final class ResizesBeforeStores {
    static final Member MEMBER = Member.executing("ResizesBeforeStores", "alloc changes CFM before it stores, and a store that faults finds it changed",
        Vector.of(Stacks.ALLOCATION_SPILLED), "StackGuarantees.spilling", ResizesBeforeStores::wrong);

    private ResizesBeforeStores() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().equals("alloc") ? execution -> wrong(execution, right.of(execution)) : right;
    }

    private static Executed wrong(Execution execution, Executed right) {
        if (!(right instanceof Executed.Done(var effects, var because, _)) || !StackEngine.isReference(effects)) return right;
        Operands asked = execution.operands();
        return new Executed.Done(Effects.of(Place.Frame.CFM, Cfm.of(asked.sof(), asked.sol(), asked.sor() / 8), Stacks.ALLOCATION_SPILLED).then(effects), because);
    }
}
