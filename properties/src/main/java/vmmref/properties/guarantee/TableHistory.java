package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.semantics.Semantics;
import vmmref.vmm.memory.HostTable;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Privileged;

/// The host's page table during an answer: after each store of the monitor.
///
/// @param rules    of the machine
/// @param before   the machine before the answer
/// @param answer   what was done
/// @param stored   where the entries lie that it changes
/// @param memories before the answer, and after each store
record TableHistory(Semantics rules, Machine before, Answer answer, Set<PhysicalAddress> stored, Seq<Memory> memories) {
    private static final int SECOND = 8;
    private static final int TAG = 16;

    /// An entry that the walker takes.
    private record Whole(long first, long second, long tag) { }

    static TableHistory of(Hosting before, Answer answer) {
        answer.decided().forEach(clause -> Observed.observed(answer, clause));
        HostTable table = answer.monitor().table();
        Seq<Privileged.Storing> stores = answer.done().filter(Privileged.Storing.class::isInstance).map(Privileged.Storing.class::cast);
        return new TableHistory(before.rules().host(), before.machine(), answer, stores.flatMap(store -> entry(table, store.at())).toSet(), stores.scanLeft(before.machine().memory(), (memory, store) -> memory.with(store.at(), store.size(), store.value())));
    }

    /// {@return the entry of the table that has a word, if one has}
    private static Option<PhysicalAddress> entry(HostTable table, PhysicalAddress word) {
        long number = word.bits() - table.frames().bits() >> HostTable.ENTRY_LOG2;
        return Option.when(number >= 0 && number < table.number() + table.used(), () -> table.entry((int) number));
    }

    /// Asserts that the answer is what its operations do, and that the guest goes on by the last one, unless it has ended.
    TableHistory done() {
        Machine after = answer.done().foldLeft(before, (machine, operation) -> machine.with(((Executed.Done) operation.on(rules, machine)).effects()));
        assertEquals(after.withMemory(Memory.ZERO), answer.machine().withMemory(Memory.ZERO));
        assertTrue(answer.ended().isDefined() || answer.done().last() == Privileged.Returning.RFI);
        return this;
    }

    /// Asserts that what is valid in an entry at any time is so before the answer or after it.
    ///
    /// @return 1 if the table was written, otherwise 0
    int whole() {
        stored.forEach(entry -> {
            Set<Whole> known = valid(memories.head(), entry).toSet().union(valid(memories.last(), entry).toSet());
            memories.forEach(memory -> assertTrue(known.containsAll(valid(memory, entry)), () -> valid(memory, entry) + " is no entry"));
        });
        return stored.isEmpty() ? 0 : 1;
    }

    private static Option<Whole> valid(Memory memory, PhysicalAddress entry) {
        return Option.when(word(memory, entry, TAG) >= 0, () -> new Whole(word(memory, entry, 0), word(memory, entry, SECOND), word(memory, entry, TAG)));
    }

    private static long word(Memory memory, PhysicalAddress entry, int at) {
        return memory.read(new PhysicalAddress(entry.bits() + at), 8);
    }
}
