package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.Ready;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.multiprocessor.Multiprocessor;
import vmmref.model.multiprocessor.SharedTurn;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.spec.Clause;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Monitoring;

/// Why a guest may have ended, by what its own machine does next: it refers to what is not there, begins a handler in a frame that is not complete, or does not go on either.
///
/// @param rules of the monitor
/// @param bare  turns of the guest's own machine
/// @param map   what is behind the guest's memory
record GuestEnd(Monitoring rules, SharedTurn bare, GuestMap map) {
    /// How often the guest's own machine takes a turn for one instruction and the interruptions that come of it.
    private static final int MOST = 200;
    private static final int WORD = 8;

    /// Asserts that a guest ended for a reason.
    ///
    /// @param all       the guest's own machine, where the guest was before the instruction
    /// @param processor the number of the processor that ran
    void assertDue(Multiprocessor all, int processor, Clause because) {
        Multiprocessor now = all;
        boolean retired = false;
        for (int turns = 0; turns < MOST && !isDue(now.processors().get(processor), because); turns++) {
            SharedTurn.After after = bare.next(now, processor, Choice.USUAL);
            if (!(after.turned().executed() instanceof Executed.Done) && after.turned().executed().because() == because) return;
            assertTrue(!retired && after.turned().executed() instanceof Executed.Done, () -> "the guest has ended for " + because + ", and its own machine goes on after " + all.processors().get(processor).position());
            retired = after.turned().isInstruction();
            now = after.all();
        }
        assertTrue(isDue(now.processors().get(processor), because), () -> "the guest has ended for " + because + " at " + all.processors().get(processor).position());
    }

    private boolean isDue(Machine machine, Clause because) {
        return because == Guests.FRAME_COMPLETED ? machine.stack().isIncomplete() : because == Guests.MEMORY_ABSENT && leadsNowhere(machine);
    }

    private boolean leadsNowhere(Machine machine) {
        VirtualAddress bspstore = machine.stack().bspstore();
        Option<Ready> ready = rules.step().ready(machine, Choice.USUAL);
        Seq<VirtualAddress> data = Vector.of(bspstore, new VirtualAddress(bspstore.bits() - WORD)).appendAll(ready.map(each -> new VirtualAddress(machine.general(each.operands().r3()).bits())));
        boolean fetched = reached(machine, Reference.fetch(machine.position().bundle())).exists(at -> !backing(at).exists(each -> each instanceof Backing.Frames));
        return fetched || data.exists(address -> references(address).exists(reference -> reached(machine, reference).exists(at -> backing(at).isEmpty())));
    }

    private static Seq<Reference> references(VirtualAddress address) {
        return Vector.of(new Reference(ReferenceType.LOAD, address, 1, 0, false), Reference.stack(ReferenceType.STACK_LOAD, address, 0));
    }

    private Option<Backing> backing(PhysicalAddress ofGuest) {
        return map.at(GuestPhysicalAddress.of(ofGuest));
    }

    private Option<PhysicalAddress> reached(Machine machine, Reference reference) {
        return switch (rules.guest().translator().target(machine.addressing(), machine.memory(), reference, Choice.USUAL)) {
            case Target.Physical(var at)  -> Option.some(at);
            case Target.Page page         -> Option.some(page.translation().physical(reference.address()));
            default                       -> Option.none();
        };
    }
}
