package vmmref.vectors.baremetal;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.delivery.Handling;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.xlate.Story;

/// What the harness saw of a case of kind `xlate`, as the answer of an adapter. Memory attributes are never seen; IFA is not where the case does not collect it.
///
/// @param story       the case
/// @param landings    where its references may lead to
/// @param preparation how it was started
/// @param arrived     where it ended
record StorySighting(Story story, Landings landings, Preparation preparation, Arrived arrived) {
    static final int BREAK = Handling.architected().get(Interruption.BREAK_INSTRUCTION).get().vector();
    private static final String ADDRESS = "fault.address";

    Answer answer() {
        if (arrived.vector() == BREAK) return observed(Outcome.DONE, LinkedHashMap.empty(), places().merge(last()), LinkedHashSet.of("ma"));
        long isr = arrived.machine().control(RegisterNumber.ISR);
        return SeenFault.of(arrived.vector(), isr, isPurge()).<Answer>map(kind -> {
            boolean addressed = kind.isAddressed() && preparation.wished().psr().ic();
            Map<String, String> named = LinkedHashMap.of("kind", kind.text());
            Map<String, String> fault = addressed ? named.put("address", new VirtualAddress(arrived.machine().control(RegisterNumber.IFA)).toString()) : named;
            return observed(Outcome.FAULT, fault, places(), kind.isAddressed() && !addressed ? LinkedHashSet.of(ADDRESS) : LinkedHashSet.empty());
        }).getOrElse(() -> new Answer.Failed("the vector at offset %04x was entered with ISR %016x, which no instruction of a case does".formatted(arrived.vector(), isr)));
    }

    private static Answer observed(Outcome outcome, Map<String, String> fault, Map<String, String> delta, Set<String> unseen) {
        return new Answer.Observed(outcome, fault, delta, LinkedHashMap.empty(), unseen);
    }

    private boolean isPurge() {
        return done() < story.instructions().size() && story.instructions().get(done()) instanceof Instruction.Purge;
    }

    /// {@return how many instructions were done}
    private int done() {
        return Math.clamp(result(StoryProgram.COUNT).bits(), 0, story.instructions().size());
    }

    private GeneralValue result(int register) {
        return arrived.machine().general(register);
    }

    /// {@return that changes were made, and the registers that others can read}
    private Map<String, String> places() {
        Map<String, String> made = story.instructions().zipWithIndex().filter(each -> each._1 instanceof Instruction && each._2 < done())
            .foldLeft(LinkedHashMap.empty(), (all, each) -> all.put("op" + each._2, "done"));
        Machine before = preparation.machine();
        Machine after = arrived.machine();
        Map<String, String> regions = Vector.range(0, RegionRegisters.NUMBER).filter(number -> !after.addressing().regions().all().get(number).equals(before.addressing().regions().all().get(number)))
            .foldLeft(made, (all, number) -> all.put("rr" + number, after.addressing().regions().all().get(number).toString()));
        return Vector.range(0, Block.KEY_NUMBER).filter(number -> !after.addressing().keys().get(number).equals(before.addressing().keys().get(number)))
            .foldLeft(regions, (all, number) -> all.put("pkr" + number, after.addressing().keys().get(number).toString()));
    }

    /// {@return what is told of the last instruction, a reference}
    private Map<String, String> last() {
        Operation operation = story.instructions().last();
        if (!(operation instanceof Reference reference)) return LinkedHashMap.empty();
        return switch (reference.type()) {
            case PROBE_R, PROBE_W, TPA, TAK -> LinkedHashMap.of("r1", Bits.hexadecimal(result(StoryProgram.RESULT).bits()));
            case PROBE_R_FAULT, PROBE_W_FAULT, PROBE_RW_FAULT, LFETCH, LFETCH_FAULT, FC -> LinkedHashMap.empty();
            case SPECULATIVE_LOAD -> result(StoryProgram.RESULT).nat() ? LinkedHashMap.of("r1.nat", "1") : landed(reference);
            default               -> landed(reference);
        };
    }

    private Map<String, String> landed(Reference reference) {
        return landings.seen(reference, arrived.machine()).<Map<String, String>>map(at -> LinkedHashMap.of("pa", new PhysicalAddress(at).toString())).getOrElse(() -> LinkedHashMap.of("pa", "elsewhere"));
    }
}
