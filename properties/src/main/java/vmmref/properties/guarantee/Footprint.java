package vmmref.properties.guarantee;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.execute.Ready;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn;
import vmmref.model.step.Turn.Turned;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Choice;
import vmmref.model.translate.PageTable;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.model.translate.Translated;
import vmmref.model.translate.Translator;
import vmmref.spec.Clause;
import vmmref.spec.Executions;
import vmmref.spec.Memories;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Privileged;

/// Where a turn of a machine goes in real memory.
///
/// @param turn    turns of the machine
/// @param machine before it
record Footprint(Turn turn, Machine machine) {
    private static final Pattern REFERRING = Pattern.compile("(ld|st|xchg|cmp8?xchg|fetchadd).*");
    private static final Set<Clause> NOWHERE = HashSet.of(Executions.INSTRUCTION_NULLIFIED, Memories.CHECK_LOAD_HIT, Memories.TARGET_DEFERRED, Memories.ALAT_ENTRY_REFUSED);
    private static final int WORD = 8;

    /// {@return the pages that the hardware reaches, each by where it begins: those of the operations of the monitor, if it answers}
    static Set<PhysicalAddress> of(Turn turn, Hosting before, Option<Answer> answer) {
        Seq<PhysicalAddress> all = answer.map(each -> each.done().flatMap(Footprint::operated)).getOrElse(() -> new Footprint(turn, before.machine()).turned());
        return all.map(at -> new PhysicalAddress(at.bits() & -GuestMap.PAGE)).toSet();
    }

    private static Option<PhysicalAddress> operated(Privileged operation) {
        return switch (operation) {
            case Privileged.Loading(var at)                                 -> Option.some(at);
            case Privileged.Storing(var at, var size, var value, var first) -> Option.some(at);
            case Privileged.Spilling(var register, var at)                  -> Option.some(at);
            case Privileged.FloatFilling(var register, var at)              -> Option.some(at);
            default                                                         -> Option.none();
        };
    }

    private Seq<PhysicalAddress> turned() {
        Turned turned = turn.next(machine, Choice.USUAL);
        if (!(turned.executed() instanceof Executed.Done(var effects, var because, _))) return fetched();
        Seq<PhysicalAddress> stored = effects.writes().map(each -> each.place()).filter(Place.Bytes.class::isInstance).map(place -> ((Place.Bytes) place).at()).toVector();
        return stored.appendAll(machine.stack().isLoading() ? loaded() : fetched().appendAll(turned.taken().isEmpty() && !NOWHERE.contains(because) ? referred() : Vector.empty()));
    }

    private Seq<PhysicalAddress> fetched() {
        boolean fetches = machine.position().code().isEmpty() && !machine.stack().isLoading() && translator().implementsFetch(machine.addressing(), machine.position().bundle());
        return fetches ? arrived(Reference.fetch(machine.position().bundle())) : Vector.empty();
    }

    private Seq<PhysicalAddress> referred() {
        return turn.step().ready(machine, Choice.USUAL).filter(ready -> ready.instruction().exists(each -> REFERRING.matcher(each.form().syntax().mnemonic()).matches())).map(this::referred).getOrElse(Vector.empty());
    }

    private Seq<PhysicalAddress> referred(Ready ready) {
        return arrived(new Reference(ReferenceType.LOAD, new VirtualAddress(machine.general(ready.operands().r3()).bits()), 1, 0, false));
    }

    /// {@return where a word of the backing store comes from}
    private Seq<PhysicalAddress> loaded() {
        return arrived(new Reference(ReferenceType.STACK_LOAD, new VirtualAddress(machine.stack().bspstore().bits() - WORD), 1, (int) (machine.application(RegisterNumber.RSC) >>> 2 & 3), false));
    }

    /// {@return where a reference arrives, and which entry of the page table a walk for it has read}
    private Seq<PhysicalAddress> arrived(Reference reference) {
        Arrival arrival = translator().arrive(machine.addressing(), machine.memory(), reference, Choice.USUAL);
        Seq<PhysicalAddress> walked = arrival.walked() == Effects.NONE ? Vector.empty() : walked(reference.address());
        return arrival.translated() instanceof Translated.To(var at, var attribute, var because) ? walked.append(at) : walked;
    }

    private Seq<PhysicalAddress> walked(VirtualAddress address) {
        VirtualAddress entry = PageTable.of(translator().walker().hashing(), translator().dimensions().virtualBits(), machine.addressing(), address).entry();
        Target target = translator().target(machine.addressing(), machine.memory(), Reference.data(ReferenceType.LOAD, entry, WORD), Choice.USUAL);
        return target instanceof Target.Page page ? Vector.of(page.translation().physical(entry)) : Vector.empty();
    }

    private Translator translator() {
        return turn.rules().translator();
    }
}
