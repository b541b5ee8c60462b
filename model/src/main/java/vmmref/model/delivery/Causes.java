package vmmref.model.delivery;

import static vmmref.spec.Interruptions.TRAP_SLOT_TOLD;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Templates;
import vmmref.model.execute.Ready;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.model.real.TrapCode;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Interruptions;

/// What there is to tell of interruptions of each class.
public final class Causes {
    /// The lowest bit of what a floating-point trap tells.
    private static final int FLOATING = 7;

    private Causes() { }

    /// {@return what there is to tell of an external interrupt}
    public static Cause external(Machine machine) {
        return Cause.of(Interruption.EXTERNAL_INTERRUPT, machine.position().slot());
    }

    /// {@return what there is to tell of the fault of a fetch}
    public static Cause fetch(Machine machine, Fault fault) {
        return Cause.fetch(fault.kind(), machine.position().slot(), machine.position().bundle());
    }

    /// {@return what there is to tell of the fault of a load of what the frame lacks}
    public static Cause load(Machine machine, Fault fault) {
        return new Cause(fault.kind(), Vector.empty(), machine.position().slot(), Option.some(ReferenceType.STACK_LOAD), fault.at(), 0, 0);
    }

    /// {@return what there is to tell of the fault of an instruction}
    ///
    /// @param machine before the instruction, whose bundle was fetched
    /// @param ready   the instruction; none where the slot has none
    public static Cause fault(Machine machine, Fault fault, Option<Ready> ready) {
        return Culprit.of(machine, fault, ready);
    }

    /// {@return what there is to tell of traps}
    ///
    /// @param machine before the instruction, whose bundle was fetched
    /// @param traps   the highest first; at least one
    @Interruptions.Rule(TRAP_SLOT_TOLD)
    public static Cause traps(Profile profile, Machine machine, Seq<Interruption> traps) {
        return Cause.traps(traps, isLong(machine) ? profile.longTrapSlot() : machine.position().slot());
    }

    /// {@return what there is to tell of traps}
    ///
    /// @param floating what a floating-point trap among them tells
    public static Cause traps(Profile profile, Machine machine, Seq<Interruption> traps, TrapCode floating) {
        return traps(profile, machine, traps).withCode(floating.bits() << FLOATING);
    }

    /// {@return whether the instruction occupies the slots 1 and 2}
    private static boolean isLong(Machine machine) {
        return machine.position().slot() == 1 && Templates.architected().meaning(machine.position().code().get().bundle().fields().code()) instanceof Templates.Meaning.Assigned(var template) && template.isLong();
    }
}
