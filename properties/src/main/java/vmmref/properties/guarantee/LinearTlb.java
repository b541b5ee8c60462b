package vmmref.properties.guarantee;

import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.Translations.MATCHES_SEVERAL;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.Tuple;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Held;

/// Both look-aside buffers as one plain list, whose pages are intervals of numbers: what the indexed ones are judged against.
record LinearTlb(Seq<Held> all) {
    private static final long REGION = 1L << 61;

    /// The offsets that a page or a range has in the regions with an identifier.
    private record Interval(int rid, long first, long last) {
        static Interval of(int rid, VirtualAddress address, PageSize size) {
            long bytes = size.log2() < 61 ? 1L << size.log2() : REGION;
            long first = offset(address) / bytes * bytes;
            return new Interval(rid, first, first + bytes - 1);
        }

        static Interval of(Held held) {
            return of(held.translation().rid(), held.translation().page(), held.translation().size());
        }

        boolean meets(Interval other) {
            return rid == other.rid && first <= other.last && other.first <= last;
        }
    }

    /// {@return the list that some entries make; of two in one register the later}
    static LinearTlb of(Seq<Held> held) {
        return new LinearTlb(LinkedHashMap.ofEntries(held.map(each -> Tuple.of(each.place(), each))).values().toVector());
    }

    static LinearTlb of(Tlb tlb) {
        return new LinearTlb(Vector.of(Stream.values()).flatMap(stream -> tlb.entries(stream).all().map(entry -> new Held(stream, entry))));
    }

    /// {@return what a stream holds}
    Set<Entry> entries(Stream stream) {
        return HashSet.ofAll(all.filter(held -> held.stream() == stream).map(Held::entry));
    }

    /// {@return the entries of a stream that have an address}
    Set<Entry> matching(Stream stream, int rid, VirtualAddress address) {
        return overlapping(stream, rid, address, new PageSize(0));
    }

    /// {@return the entries of a stream that share an address with a range}
    Set<Entry> overlapping(Stream stream, int rid, VirtualAddress address, PageSize size) {
        return HashSet.ofAll(meeting(Interval.of(rid, address, size)).filter(held -> held.stream() == stream).map(Held::entry));
    }

    /// {@return what comes of a fetch, or of a load of one byte, where every page permits everything}
    Translated answer(Stream stream, RegionRegisters regions, VirtualAddress address) {
        return answer(matching(stream, identifier(regions, address), address), stream, address);
    }

    /// {@return the same where some translations match}
    static Translated answer(Set<Entry> matching, Stream stream, VirtualAddress address) {
        return switch (matching.size()) {
            case 0  -> miss(stream, address);
            case 1  -> new Translated.To(reached(matching.head().translation(), address), MemoryAttribute.WB, TRANSLATION_MATCHED);
            default -> new Translated.Unspecified(MATCHES_SEVERAL);
        };
    }

    static Translated miss(Stream stream, VirtualAddress address) {
        Interruption kind = stream == Stream.INSTRUCTION ? Interruption.ALTERNATE_INSTRUCTION_TLB : Interruption.ALTERNATE_DATA_TLB;
        return new Translated.Raised(new Fault(kind, Option.some(address)), MISS_ALTERNATE);
    }

    /// {@return what is held after an instruction of level 0 whose operands are in order; nothing after a machine check}
    Option<LinearTlb> after(Instruction instruction, RegionRegisters regions) {
        return switch (instruction) {
            case Instruction.InsertCache itc    -> inserted(Held.cached(itc.stream(), translation(itc, regions)));
            case Instruction.InsertRegister itr -> inserted(Held.pinned(itr.stream(), (int) itr.r3().bits() & 0xff, translation(itr, regions)));
            case Instruction.Purge purge        -> purged(purge.type(), Interval.of(identifier(regions, purge.address()), purge.address(), purge.size()));
            case Instruction.PurgeAll purge     -> Option.some(new LinearTlb(all.reject(Held::isCached)));
            case Instruction.MoveRegion move    -> Option.some(this);
            case Instruction.MoveKey move       -> Option.some(this);
        };
    }

    private Option<LinearTlb> inserted(Held inserted) {
        Seq<Held> meeting = meeting(Interval.of(inserted)).filter(held -> held.stream() == inserted.stream());
        return Option.when(meeting.forAll(Held::isCached), () -> new LinearTlb(all.removeAll(meeting)).with(inserted));
    }

    private Option<LinearTlb> purged(Instruction.PurgeType type, Interval range) {
        Seq<Held> meeting = meeting(range);
        return switch (type) {
            case PTR_I                 -> Option.some(new LinearTlb(all.removeAll(meeting.filter(held -> held.stream() == Stream.INSTRUCTION))));
            case PTR_D                 -> Option.some(new LinearTlb(all.removeAll(meeting.filter(held -> held.stream() == Stream.DATA))));
            case PTC_L, PTC_G, PTC_GA  -> Option.when(meeting.forAll(Held::isCached), new LinearTlb(all.removeAll(meeting)));
        };
    }

    private Seq<Held> meeting(Interval range) {
        return all.filter(held -> Interval.of(held).meets(range));
    }

    private LinearTlb with(Held added) {
        return new LinearTlb(all.reject(held -> held.place().equals(added.place())).append(added));
    }

    /// {@return the translation that an insertion makes}
    static Translation translation(Instruction.Insertion insertion, RegionRegisters regions) {
        return Translation.of(insertion.ifa(), identifier(regions, insertion.ifa()), insertion.itir().size(), insertion.itir().key(), insertion.entry());
    }

    static int identifier(RegionRegisters regions, VirtualAddress address) {
        return (int) (regions.get((int) Long.divideUnsigned(address.bits(), REGION)).bits() >> 8 & 0xffffff);
    }

    /// {@return where an address of the page of a translation lies: as far from the beginning of the frame as from that of the page}
    static PhysicalAddress reached(Translation translation, VirtualAddress address) {
        long bytes = 1L << translation.sizeLog2();
        return new PhysicalAddress(number(translation.entryBits()) * 4096 / bytes * bytes + offset(address) % bytes);
    }

    /// {@return the number of a physical page of 4096 bytes in an entry}
    private static long number(long entry) {
        return Long.divideUnsigned(entry, 4096) % (1L << 38);
    }

    private static long offset(VirtualAddress address) {
        return Long.remainderUnsigned(address.bits(), REGION);
    }
}
