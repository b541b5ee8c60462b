package vmmref.vmm.monitor;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.execute.Ready;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.model.translate.Translator;
import vmmref.spec.Clause;
import vmmref.spec.Executions;
import vmmref.spec.Memories;

/// Where in memory a load or store goes that the monitor does: one of a floating-point register, or a speculative load.
///
/// @param type    a load or a store
/// @param address that the instruction names
record MemoryReference(ReferenceType type, VirtualAddress address) {
    /// What decides of loads and stores that go nowhere.
    private static final Set<Clause> NOWHERE = HashSet.of(Executions.INSTRUCTION_NULLIFIED, Memories.CHECK_LOAD_HIT, Memories.TARGET_DEFERRED, Memories.ALAT_ENTRY_REFUSED);

    private static final Pattern LOADS = Pattern.compile("ldf.*|ld[1248]\\.sa?");

    /// {@return that of an instruction, if it is such a load or store}
    static Option<MemoryReference> of(Ready ready, Machine machine) {
        return ready.instruction().map(each -> each.form().syntax().mnemonic()).filter(mnemonic -> LOADS.matcher(mnemonic).matches() || mnemonic.startsWith("stf"))
            .map(mnemonic -> new MemoryReference(mnemonic.startsWith("st") ? ReferenceType.STORE : ReferenceType.LOAD, new VirtualAddress(machine.general(ready.operands().r3()).bits())));
    }

    /// {@return where it arrives on a machine, if it does}
    Option<PhysicalAddress> reached(Translator translator, Machine machine, Memory memory) {
        return translator.arrive(machine.addressing(), memory, new Reference(type, address, 1, 0, false), Choice.USUAL).translated() instanceof Translated.To(var at, var attribute, var because) ? Option.some(at) : Option.none();
    }

    /// {@return whether an instruction has gone to memory}
    static boolean isMade(Executed executed) {
        return executed instanceof Executed.Done(var effects, var because, _) && !NOWHERE.contains(because);
    }
}
