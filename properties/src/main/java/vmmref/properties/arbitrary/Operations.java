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

/// Generators of references, and of instructions that change translations and whose operands are in order.
public final class Operations {
    private static final int KEY_REGISTERS = 16;
    private static final int MOST = 10;
    /// A page size that every implementation can purge and not every one can insert.
    private static final int LARGEST = 32;

    private Operations() { }

    /// {@return references of every type to an address, aligned more often than not}
    public static Arbitrary<Reference> references() {
        return Combinators.combine(Arbitraries.of(ReferenceType.class), Pages.addresses(), Arbitraries.of(1, 2, 4, 8), Pages.numbers(4), Pages.numbers(3))
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

    /// {@return some instructions to be executed one after another}
    public static Arbitrary<Seq<Instruction>> histories() {
        return instructions().list().ofMinSize(1).ofMaxSize(MOST).map(Vector::ofAll);
    }

    public static Arbitrary<Instruction> instructions() {
        return Arbitraries.frequencyOf(Tuple.of(6, insertions()), Tuple.of(5, purges()), Tuple.of(1, Arbitraries.of(new Instruction.PurgeAll(GeneralValue.of(0)))),
            Tuple.of(2, moves()));
    }

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

    /// {@return purges of ranges, of registers and of caches}
    public static Arbitrary<Instruction.Purge> purges() {
        return Arbitraries.of(Instruction.PurgeType.class).flatMap(Operations::purges);
    }

    public static Arbitrary<Instruction.Purge> purges(Instruction.PurgeType type) {
        return Combinators.combine(Pages.addresses(), Arbitraries.frequencyOf(Tuple.of(4, Pages.sizes()), Tuple.of(1, Arbitraries.of(new PageSize(LARGEST)))))
            .as((address, size) -> purge(type, address, size));
    }

    public static Instruction.Purge purge(Instruction.PurgeType type, VirtualAddress address, PageSize size) {
        return new Instruction.Purge(type, GeneralValue.of(address.bits()), GeneralValue.of((long) size.log2() << 2));
    }

    private static Arbitrary<Instruction> moves() {
        return Arbitraries.oneOf(
            Combinators.combine(Pages.numbers(RegionRegisters.NUMBER), Pages.identifiers()).as((number, identifier) ->
                new Instruction.MoveRegion(GeneralValue.of((long) number << VirtualAddress.OFFSET_WIDTH), GeneralValue.of((long) identifier << 8 | 14 << 2))),
            Combinators.combine(Pages.numbers(KEY_REGISTERS), Pages.keys(), Pages.numbers(16)).as((number, key, bits) ->
                new Instruction.MoveKey(GeneralValue.of(number), GeneralValue.of((long) key << 8 | bits))));
    }
}
