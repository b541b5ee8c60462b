package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;

/// Generators of references, and of instructions that change translations and whose operands are in order. None has an operand that is not a thing: [Reference#withNat].
public final class Operations {
    private static final int KEY_REGISTERS = 16;
    private static final int MOST = 10;
    /// A page size that every implementation can purge and not every one can insert.
    private static final int LARGEST = 32;

    private Operations() { }

    /// {@return references of all sixteen types alike to [Pages#addresses()]}
    ///
    /// Two thirds of the addresses, and those of all fetches, are rounded down to 16 bytes. Loads, stores and semaphores have 1, 2, 4 or 8 bytes alike, even where no instruction has that size,
    /// as `fetchadd` of one byte; a fetch has 16, all others 1. Probes ask at the levels 0 to 3 alike. Shrinks to a fetch from address 0.
    public static Arbitrary<Reference> references() {
        return Combinators.combine(Arbitraries.of(ReferenceType.ofInstructions().asJava()), Pages.addresses(), Arbitraries.of(1, 2, 4, 8), Pages.numbers(4), Pages.numbers(3))
            .as((type, address, size, level, third) -> of(type, third == 0 ? address : aligned(address), size, level));
    }

    private static VirtualAddress aligned(VirtualAddress address) {
        return new VirtualAddress(address.bits() & -16);
    }

    /// {@return a reference of a type; of the size only if it touches memory and is no fetch, at the level only if it is a probe}
    public static Reference of(ReferenceType type, VirtualAddress address, int size, int level) {
        return switch (type.column()) {
            case FETCH -> Reference.fetch(aligned(address));
            case DATA  -> Reference.data(type, address, size);
            case PROBE, PROBE_FAULT -> Reference.probe(type, address, level);
            default    -> Reference.query(type, address);
        };
    }

    /// {@return a fetch, or a load of one byte}
    public static Reference of(Stream stream, VirtualAddress address) {
        return stream == Stream.INSTRUCTION ? Reference.fetch(address) : Reference.data(ReferenceType.LOAD, address, 1);
    }

    /// {@return one to ten of [#instructions()], each number as often as another, to be executed one after another; they shrink to one insertion}
    public static Arbitrary<Seq<Instruction>> histories() {
        return instructions().list().ofMinSize(1).ofMaxSize(MOST).map(Vector::ofAll);
    }

    /// {@return instructions that change translations or the registers that they depend on: of 14 six [#insertions()], five [#purges()], one `ptc.e` whose operand is 0, two [#moves()]}
    ///
    /// An implementation as wide as the architecture permits takes them at level 0, insertions while interruptions are not collected; a narrower one may refuse addresses, frames, identifiers
    /// or keys. Shrinks to an insertion.
    public static Arbitrary<Instruction> instructions() {
        return Arbitraries.frequencyOf(Tuple.of(6, insertions()), Tuple.of(5, purges()), Tuple.of(1, Arbitraries.of(new Instruction.PurgeAll(GeneralValue.of(0)))),
            Tuple.of(2, moves()));
    }

    /// {@return insertions into both streams alike, a third by `itr` into the registers 0 to 7, the others by `itc`}
    ///
    /// The entries are [Pages#permissiveEntries()], IFA [Pages#addresses()], ITIR [Pages#sizes()] and [Pages#keys()]. Never absent, never a size or a bit that is reserved: [Malformed] has those.
    /// Shrinks to `itr.i` of 4 KiB at address 0 into register 0.
    public static Arbitrary<Instruction.Insertion> insertions() {
        return Combinators.combine(Arbitraries.of(Stream.class), Pages.numbers(3), Pages.numbers(Pages.SLOTS), Pages.permissiveEntries(), Pages.addresses(),
            Combinators.combine(Pages.sizes(), Pages.keys()).as(Itir::of)).as((stream, third, slot, entry, address, itir) -> third == 0
                ? new Instruction.InsertRegister(stream, GeneralValue.of(slot), GeneralValue.of(entry.bits()), address, itir)
                : new Instruction.InsertCache(stream, GeneralValue.of(entry.bits()), address, itir));
    }

    /// {@return the same insertion with another entry and another ITIR}
    public static Instruction.Insertion with(Instruction.Insertion insertion, long entry, long itir) {
        return switch (insertion) {
            case Instruction.InsertCache(var stream, var r2, var ifa, var old) -> new Instruction.InsertCache(stream, GeneralValue.of(entry), ifa, new Itir(itir));
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var old) -> new Instruction.InsertRegister(stream, r3, GeneralValue.of(entry), ifa, new Itir(itir));
        };
    }

    /// {@return the same insertion at another address}
    public static Instruction.Insertion with(Instruction.Insertion insertion, VirtualAddress address) {
        return switch (insertion) {
            case Instruction.InsertCache(var stream, var r2, var ifa, var itir) -> new Instruction.InsertCache(stream, r2, address, itir);
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) -> new Instruction.InsertRegister(stream, r3, r2, address, itir);
        };
    }

    /// {@return purges of ranges of all five types alike, each as [#purges(Instruction.PurgeType)]; they shrink to `ptc.l` at address 0, of 4 KiB or, where it was drawn, of 4 GiB}
    public static Arbitrary<Instruction.Purge> purges() {
        return Arbitraries.of(Instruction.PurgeType.class).flatMap(Operations::purges);
    }

    /// {@return purges of a type, of ranges at [Pages#addresses()], four fifths of [Pages#sizes()], a fifth of 4 GiB, which can be purged and need not be insertable; never of another size}
    ///
    /// Shrinks to 4 KiB at address 0.
    public static Arbitrary<Instruction.Purge> purges(Instruction.PurgeType type) {
        return Combinators.combine(Pages.addresses(), Arbitraries.frequencyOf(Tuple.of(4, Pages.sizes()), Tuple.of(1, Arbitraries.of(new PageSize(LARGEST)))))
            .as((address, size) -> purge(type, address, size));
    }

    /// {@return the purge of a type of the range of a size that holds an address}
    public static Instruction.Purge purge(Instruction.PurgeType type, VirtualAddress address, PageSize size) {
        return new Instruction.Purge(type, GeneralValue.of(address.bits()), GeneralValue.of((long) size.log2() << 2));
    }

    /// {@return half of them writes of a region register, 0 to 7 alike, with one of [Pages#identifiers()], half of a protection-key register, 0 to 15 alike, with one of [Pages#keys()]}
    ///
    /// The preferred page size is always 16 KiB, the walker off; v, wd, rd and xd are anything. Never a reserved bit, and never a bit of r3 beside the number. Shrinks to `rr[0]` with identifier 0.
    public static Arbitrary<Instruction> moves() {
        return Arbitraries.oneOf(
            Combinators.combine(Pages.numbers(RegionRegisters.NUMBER), Pages.identifiers()).as((number, identifier) ->
                new Instruction.MoveRegion(GeneralValue.of((long) number << VirtualAddress.OFFSET_WIDTH), GeneralValue.of((long) identifier << 8 | 14 << 2))),
            Combinators.combine(Pages.numbers(KEY_REGISTERS), Pages.keys(), Pages.numbers(16)).as((number, key, bits) ->
                new Instruction.MoveKey(GeneralValue.of(number), GeneralValue.of((long) key << 8 | bits))));
    }
}
