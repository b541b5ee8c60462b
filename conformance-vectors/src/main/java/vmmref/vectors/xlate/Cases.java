package vmmref.vectors.xlate;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;

/// What the drafts of this kind have in common.
final class Cases {
    static final Map<String, String> ANYWHERE = LinkedHashMap.empty();
    /// Addresses of which not every bit is implemented.
    static final Map<String, String> NARROW = LinkedHashMap.of("va", "<61");

    private Cases() { }

    /// {@return a draft whose expectation the model fills}
    static Draft draft(String topic, String title, Seq<String> flags, Map<String, String> needs, Story story) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, flags, Requirements.of(story.machine(), needs), stimulus(story), Option.none(), "model", Option.none());
    }

    /// {@return a draft of a case that every implementation can be asked}
    static Draft draft(String topic, String title, String flag, Story story) {
        return draft(topic, title, Vector.of(flag), ANYWHERE, story);
    }

    /// {@return a draft that names no near case if that is itself}
    static Draft unlessNearItself(Draft draft) {
        return draft.near().contains(draft.stimulus()) ? new Draft(draft.topic(), draft.tier(), draft.level(), draft.title(), draft.flags(), draft.needs(), draft.stimulus(), draft.typed(), draft.source(), Option.none()) : draft;
    }

    static Stimulus stimulus(Story story) {
        return Stimulus.of(story.in()).from(State.BASE, State.differing(story.machine(), story.memory()));
    }

    static Story story(Scene scene) {
        return story(scene.machine(), scene.operation());
    }

    static Story story(Addressing machine, Operation... instructions) {
        return new Story(machine, Vector.of(instructions));
    }

    /// {@return a machine that may insert: PSR.ic is 0}
    static Addressing inserting() {
        return Scene.MACHINE.withPsr(Scene.MACHINE.psr().with(13, false));
    }

    static Instruction itc(Stream stream, VirtualAddress page, PageSize size, Pte entry) {
        return new Instruction.InsertCache(stream, GeneralValue.of(entry.bits()), page, Itir.of(size, Scene.KEY));
    }

    static Instruction itr(Stream stream, int slot, VirtualAddress page, PageSize size, Pte entry) {
        return new Instruction.InsertRegister(stream, GeneralValue.of(slot), GeneralValue.of(entry.bits()), page, Itir.of(size, Scene.KEY));
    }

    static Instruction purge(Instruction.PurgeType type, VirtualAddress address, PageSize size) {
        return new Instruction.Purge(type, GeneralValue.of(address.bits()), GeneralValue.of((long) size.log2() << 2));
    }

    /// {@return a reference of one byte, or a fetch, that searches a stream}
    static Reference touch(Stream stream, VirtualAddress address) {
        return stream == Stream.INSTRUCTION ? Reference.fetch(new VirtualAddress(address.bits() & ~15L)) : Reference.data(ReferenceType.LOAD, address, 1);
    }

    static VirtualAddress at(long bits) {
        return new VirtualAddress(bits);
    }
}
