package vmmref.model.execute;

import static vmmref.spec.Memories.ALAT_ENTRY_GONE;
import static vmmref.spec.Memories.ALAT_ENTRY_REFUSED;
import static vmmref.spec.Memories.CHECK_LOAD_HIT;
import static vmmref.spec.Memories.TARGET_DEFERRED;
import static vmmref.spec.References.NAT_CONSUMED;

import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Syntax;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.spec.Encodings;
import vmmref.spec.Memories;

/// Loads of general and of floating-point registers.
final class Loads {
    private Loads() { }

    static Option<Meaning> of(Form form) {
        Syntax syntax = form.syntax();
        boolean loads = form.clause() == Encodings.LOAD_FORM || form.clause() == Encodings.FLOAT_MEMORY_FORM && syntax.mnemonic().startsWith("ld");
        return Option.when(loads, () -> meaning(new Load(LoadTarget.of(syntax.mnemonic()), LoadMode.of(syntax.mnemonic()), Base.of(syntax))));
    }

    /// What the loads of a form have in common.
    record Load(LoadTarget target, LoadMode mode, Base base) { }

    private static Meaning meaning(Load load) {
        return load.mode().checks() ? execution -> checked(execution, load) : execution -> loaded(execution, load);
    }

    static Executed loaded(Execution execution, Load load) {
        Option<Executed> illegal = load.target().illegal(execution, load.base());
        return illegal.isDefined() ? illegal.get() : accessed(execution, load);
    }

    static Executed checked(Execution execution, Load load) {
        return Checks.first(load.target().illegal(execution, load.base()), Checks.unless(execution.r3().nat(), Interruption.REGISTER_NAT_CONSUMPTION, NAT_CONSUMED)).getOrElse(() -> {
            Alat.Tag tag = load.target().tag(execution);
            return Advanced.finds(execution, tag) ? hit(execution, load, tag) : accessed(execution, load);
        });
    }

    @Memories.Rule(CHECK_LOAD_HIT)
    static Executed hit(Execution execution, Load load, Alat.Tag tag) {
        Effects removed = load.mode() == LoadMode.CHECK_CLEAR ? Advanced.removed(execution.machine(), tag, CHECK_LOAD_HIT) : Effects.NONE;
        return new Executed.Done(load.target().kept(execution).then(removed).then(load.base().updated(execution)), CHECK_LOAD_HIT);
    }

    private static Executed accessed(Execution execution, Load load) {
        ReferenceType type = load.mode().speculates() ? ReferenceType.SPECULATIVE_LOAD : ReferenceType.LOAD;
        return Accesses.translated(execution, Accesses.reference(type, execution.r3(), load.target().size(), false),
            translated -> translated instanceof Translated.To to ? arrived(execution, load, to) : deferred(execution, load));
    }

    private static Executed arrived(Execution execution, Load load, Translated.To to) {
        boolean ordered = to.attribute() == MemoryAttribute.UC || to.attribute() == MemoryAttribute.UCE;
        if (load.mode().advances() && ordered) return refused(execution, load);
        LoadTarget target = load.target();
        Effects value = target.loaded(execution, to.address());
        Effects remembered = load.mode() == LoadMode.PLAIN || load.mode() == LoadMode.SPECULATIVE ? value : value.then(remembered(execution, load, to, ordered));
        Executed done = new Executed.Done(remembered.then(load.base().updated(execution)), target.because());
        return target instanceof LoadTarget.Wide ? Accesses.whole(execution, to, done) : done;
    }

    private static Effects remembered(Execution execution, Load load, Translated.To to, boolean ordered) {
        Alat.Tag tag = load.target().tag(execution);
        return load.mode().isRemembered() && !ordered ? Advanced.made(tag, to.address(), load.target().bytes())
            : Advanced.removed(execution.machine(), tag, ALAT_ENTRY_GONE);
    }

    @Memories.Rule(ALAT_ENTRY_REFUSED)
    static Executed refused(Execution execution, Load load) {
        return unloaded(execution, load, false, ALAT_ENTRY_REFUSED);
    }

    @Memories.Rule(TARGET_DEFERRED)
    static Executed deferred(Execution execution, Load load) {
        return unloaded(execution, load, true, TARGET_DEFERRED);
    }

    private static Executed unloaded(Execution execution, Load load, boolean nat, Memories because) {
        Machine machine = execution.machine();
        Effects removed = load.mode().advances() ? Advanced.removed(machine, load.target().tag(execution), because) : Effects.NONE;
        return new Executed.Done(load.target().unloaded(execution, nat, because).then(removed).then(load.base().updated(execution)), because);
    }
}
