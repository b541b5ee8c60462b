package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.vectors.xlate.Story;

/// The machine on which the program of a case of kind `xlate` starts: that of the case, with the program in memory and, where instructions are translated, with a translation of its page.
final class StoryStart {
    /// The page of the program.
    static final long CODE = 0xe00000;
    private static final PageSize PAGE = new PageSize(12);
    /// Present, accessed, dirty, level 3, all rights, write back.
    private static final long PAGE_ENTRY = 0x7e1;
    private static final int ED = 52;
    private static final int SLOTS = 8;
    private static final int KEY = 0x3fe;
    private static final int GROUP = 8;

    private StoryStart() { }

    /// {@return the machine, or why there is none}
    static Either<String, Machine> of(Story story, StoryProgram program, Landings landings) {
        if (story.machine().inFlight()) return Either.left("a change of PSR.ic is in flight");
        if (program.isFetch()) return story.machine().codeEd() ? Either.left("ITLB.ed is 1 where nothing is translated")
            : Either.right(started(Machine.of(story.machine()), program, landings.memory(), Position.at(program.target().get() & -16)));
        Memory memory = Listing.of(program.lines().mkString("\n")).at(CODE).bundles().foldLeft(landings.memory(), (all, each) ->
            all.with(new PhysicalAddress(each._1), GROUP, each._2.low()).with(new PhysicalAddress(each._1 + GROUP), GROUP, each._2.high()));
        if (!story.machine().psr().it()) return story.machine().codeEd() ? Either.left("ITLB.ed is 1 where nothing is translated")
            : Either.right(started(Machine.of(story.machine()), program, memory, Position.at(CODE)));
        return paged(story).map(paged -> started(paged.machine, program, memory, Position.at(paged.at)));
    }

    private static Machine started(Machine machine, StoryProgram program, Memory memory, Position position) {
        Machine held = program.operands().foldLeft(Moved.kept(machine).withMemory(memory).withPosition(position), (each, operand) -> new Place.General(operand._1).with(each, operand._2));
        Machine aimed = program.target().map(target -> new Place.Branch(StoryProgram.TARGET).with(held, target)).getOrElse(held);
        Machine answering = new Place.General(StoryProgram.RESULT).with(aimed, GeneralValue.of(-1));
        return program.insertion().map(inserted ->
            new Place.Control(RegisterNumber.ITIR).with(new Place.Control(RegisterNumber.IFA).with(answering, inserted.ifa()), inserted.itir())).getOrElse(answering);
    }

    private record Paged(Machine machine, long at) { }

    /// {@return the machine with a translation of the page of the program, where that overlaps none of the case}
    private static Either<String, Paged> paged(Story story) {
        Machine keyed = story.machine().psr().pk() ? keyed(Machine.of(story.machine()), story) : Machine.of(story.machine());
        Tlb tlb = keyed.addressing().tlb();
        Set<Integer> used = story.instructions().filter(Instruction.InsertRegister.class::isInstance).map(each -> ((Instruction.InsertRegister) each).slot()).toSet();
        Option<Integer> slot = Vector.range(0, SLOTS).find(number -> !used.contains(number) && tlb.register(Stream.INSTRUCTION, number).isEmpty());
        Option<Long> at = Vector.of(5, 6, 7, 4, 3, 2, 1, 0).map(region -> (long) region << 61 | CODE)
            .find(each -> tlb.overlapping(Stream.INSTRUCTION, keyed.addressing().regions().of(new VirtualAddress(each)).identifier(), new VirtualAddress(each), PAGE).isEmpty());
        if (slot.isEmpty() || at.isEmpty()) return Either.left("no translation of the program has room");
        VirtualAddress page = new VirtualAddress(at.get());
        long entry = CODE | PAGE_ENTRY | (story.machine().codeEd() ? 1L << ED : 0);
        Translation translation = Translation.of(page, keyed.addressing().regions().of(page).identifier(), PAGE, story.machine().psr().pk() ? KEY : 0, new Pte(entry));
        return Either.right(new Paged(keyed.withAddressing(keyed.addressing().withCodeEd(false)).withTlb(tlb.withRegister(Stream.INSTRUCTION, slot.get(), Option.some(translation))), page.bits()));
    }

    /// {@return the machine with the key of the program in the last register that holds none and is not written}
    private static Machine keyed(Machine machine, Story story) {
        Set<Integer> written = story.instructions().filter(Instruction.MoveKey.class::isInstance).map(each -> ((Instruction.MoveKey) each).number()).toSet();
        Option<Integer> free = Vector.rangeBy(Block.KEY_NUMBER - 1, -1, -1).find(number -> !written.contains(number) && machine.addressing().keys().get(number).bits() == 0);
        return free.map(number -> new Place.Key(number).with(machine, new ProtectionKeyRegister(1L | (long) KEY << 8))).getOrElse(machine);
    }
}
