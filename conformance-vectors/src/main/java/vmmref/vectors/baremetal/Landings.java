package vmmref.vectors.baremetal;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Itir;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.word.Bits;
import vmmref.vectors.xlate.Story;

/// Where in memory the references of a case may lead to, by any translation of the case or by none, and what lies there so that it can be told: bytes of a value of their own, or code that gives r8 that value.
///
/// @param marks  physical address -> mark, 1 to 127
/// @param memory what lies there
record Landings(Map<Long, Integer> marks, Memory memory) {
    private static final int GROUP = 8;
    private static final int BUNDLE = 16;
    private static final int FIRST = 0x41;
    private static final int MOST = 0x3f;
    /// DCR.be.
    private static final int BE = 1;

    /// {@return the landings of a case, as far as there is memory}
    static Landings of(Story story) {
        Seq<Tuple2<Long, Reference>> all = story.instructions().filter(Reference.class::isInstance).map(Reference.class::cast)
            .flatMap(reference -> candidates(story, reference.address()).map(at -> Tuple.of(at, reference))).distinctBy(each -> each._1).take(MOST);
        return all.foldLeft(new Landings(LinkedHashMap.empty(), story.memory()), (landings, each) -> landings.with(each._1, each._2));
    }

    private static Seq<Long> candidates(Story story, VirtualAddress address) {
        Seq<Translation> held = Vector.of(Stream.values()).flatMap(stream -> story.machine().tlb().entries(stream).all()).map(Entry::translation);
        Seq<Translation> inserted = story.instructions().filter(Instruction.Insertion.class::isInstance).flatMap(each -> translation((Instruction.Insertion) each, story.machine().regions()));
        return held.appendAll(inserted).appendAll(tabled(story, address)).map(translation -> translation.physical(address).bits()).append(address.bits() & Long.MAX_VALUE).distinct();
    }

    /// {@return what the walker may find for an address: any word of memory as page-table entry, with the preferred page size or one that another word says}
    private static Seq<Translation> tabled(Story story, VirtualAddress address) {
        Seq<Long> words = story.memory().written().map(at -> story.memory().read(at, GROUP)).map(word -> Bits.bit(story.machine().dcr().bits(), BE) ? Long.reverseBytes(word) : word);
        int rid = story.machine().regions().of(address).identifier();
        Seq<PageSize> sizes = words.map(Itir::new).flatMap(itir -> Try.of(itir::size).toOption()).append(story.machine().regions().of(address).preferredSize()).distinct();
        return sizes.flatMap(size -> words.flatMap(word -> Try.of(() -> Translation.of(address, rid, size, 0, new Pte(word))).toOption()));
    }

    private static Option<Translation> translation(Instruction.Insertion insertion, RegionRegisters regions) {
        return Try.of(() -> Translation.of(insertion.ifa(), regions.of(insertion.ifa()).identifier(), insertion.itir().size(), insertion.itir().key(), insertion.entry())).toOption();
    }

    private Landings with(long at, Reference reference) {
        long first = reference.type() == ReferenceType.FETCH ? at & -BUNDLE : at & -GROUP;
        long beyond = reference.type() == ReferenceType.FETCH ? first + BUNDLE : (at + reference.size() + GROUP - 1) & -GROUP;
        Seq<Long> groups = Vector.rangeBy(first, beyond, GROUP);
        if (groups.exists(group -> !Site.isFree(group) || memory.read(new PhysicalAddress(group), GROUP) != 0)) return this;
        int mark = FIRST + marks.size();
        return new Landings(marks.put(at, mark), reference.type() == ReferenceType.FETCH ? fetched(memory, first, mark) : groups.foldLeft(memory, (all, group) -> all.with(new PhysicalAddress(group), GROUP, repeated(mark))));
    }

    private static Memory fetched(Memory memory, long at, int mark) {
        return Listing.of("mov r8=" + mark + " ;;\n" + StoryProgram.END).at(at).bundles().foldLeft(memory, (all, each) ->
            all.with(new PhysicalAddress(each._1), GROUP, each._2.low()).with(new PhysicalAddress(each._1 + GROUP), GROUP, each._2.high()));
    }

    private static long repeated(int mark) {
        return mark * 0x0101010101010101L;
    }

    /// {@return where a reference led to, by what the machine looks like afterwards}
    Option<Long> seen(Reference reference, Machine after) {
        long result = after.general(StoryProgram.RESULT).bits();
        long mask = reference.size() >= GROUP ? -1 : (1L << 8 * reference.size()) - 1;
        return switch (reference.type()) {
            case FETCH -> marks.find(each -> result == each._2).map(each -> each._1);
            case STORE -> marks.find(each -> after.memory().read(new PhysicalAddress(each._1), reference.size()) == (StoryProgram.WRITTEN & mask)).map(each -> each._1);
            default    -> marks.find(each -> result == (repeated(each._2) & mask)).map(each -> each._1);
        };
    }
}
