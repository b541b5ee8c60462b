package vmmref.model.execute;

import static vmmref.spec.Memories.ADVANCED_CHECKED;
import static vmmref.spec.Memories.ALAT_ENTRY_GONE;
import static vmmref.spec.Memories.ALAT_ENTRY_LOST;
import static vmmref.spec.Memories.ALAT_ENTRY_MADE;
import static vmmref.spec.Memories.ALAT_INVALIDATED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Renaming;
import vmmref.model.translate.Freedom;
import vmmref.spec.Clause;
import vmmref.spec.Memories;

/// What is remembered of advanced loads, and checks of it.
final class Advanced {
    private static final Map<String, Meaning> MEANINGS = HashMap.of(
        "chk.a.nc r1,target25",  execution -> checked(execution, general(execution.machine(), execution.operands().r1()), false),
        "chk.a.clr r1,target25", execution -> checked(execution, general(execution.machine(), execution.operands().r1()), true),
        "chk.a.nc f1,target25",  execution -> checked(execution, floating(execution.machine(), execution.operands().f1()), false),
        "chk.a.clr f1,target25", execution -> checked(execution, floating(execution.machine(), execution.operands().f1()), true),
        "invala.e r1",           execution -> invalidated(execution, general(execution.machine(), execution.operands().r1())),
        "invala.e f1",           execution -> invalidated(execution, floating(execution.machine(), execution.operands().f1())),
        "invala",                Advanced::invalidated);

    private Advanced() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    /// {@return the general register r1 as the table of advanced loads knows it}
    static Alat.Tag general(Machine machine, int register) {
        return new Alat.Tag(false, Renaming.general(register, machine.cfm(), machine.stack(), machine.psr().bn()));
    }

    /// {@return the floating-point register f1 as the table of advanced loads knows it}
    static Alat.Tag floating(Machine machine, int register) {
        return new Alat.Tag(true, Renaming.floating(register, machine.cfm()));
    }

    /// {@return whether a check finds an entry}
    @Memories.Rule(ALAT_ENTRY_GONE)
    static boolean finds(Execution execution, Alat.Tag tag) {
        return execution.machine().alat().get(tag).isDefined() && !execution.choice().takes(Freedom.ALAT);
    }

    /// {@return the effect of removing an entry if there is one}
    static Effects removed(Machine machine, Alat.Tag tag, Clause because) {
        return machine.alat().get(tag).isEmpty() ? Effects.NONE : Effects.of(new Place.Advanced(tag), Option.none(), because);
    }

    @Memories.Rule(ALAT_ENTRY_MADE)
    static Effects made(Alat.Tag tag, PhysicalAddress at, int bytes) {
        return Effects.of(new Place.Advanced(tag), Option.some(new Alat.Range(at, bytes)), ALAT_ENTRY_MADE);
    }

    /// {@return the effect on entries of writing bytes}
    @Memories.Rule(ALAT_ENTRY_LOST)
    static Effects lost(Machine machine, PhysicalAddress at, int bytes) {
        Alat left = machine.alat().without(new Alat.Range(at, bytes));
        return left.entries().size() == machine.alat().entries().size() ? Effects.NONE : Effects.of(Place.AdvancedAll.ALAT, left, ALAT_ENTRY_LOST);
    }

    @Memories.Rule(ADVANCED_CHECKED)
    static Executed checked(Execution execution, Alat.Tag tag, boolean clear) {
        if (!finds(execution, tag)) return Branches.failed(execution, removed(execution.machine(), tag, ALAT_ENTRY_GONE), ADVANCED_CHECKED);
        return new Executed.Done(clear ? removed(execution.machine(), tag, ADVANCED_CHECKED) : Effects.NONE, ADVANCED_CHECKED);
    }

    static Executed invalidated(Execution execution) {
        return new Executed.Done(Effects.of(Place.AdvancedAll.ALAT, Alat.EMPTY, ALAT_INVALIDATED), ALAT_INVALIDATED);
    }

    @Memories.Rule(ALAT_INVALIDATED)
    static Executed invalidated(Execution execution, Alat.Tag tag) {
        return new Executed.Done(removed(execution.machine(), tag, ALAT_INVALIDATED), ALAT_INVALIDATED);
    }
}
