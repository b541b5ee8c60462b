package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// Every bit of the words that are inserted and written, and every number: which are reserved, which are not implemented, and which are ignored.
final class FieldDrafts {
    private FieldDrafts() { }

    static Seq<Draft> all() {
        return Vector.of(Scene.ENTRY, Scene.ENTRY.with(0, 0, 0)).flatMap(FieldDrafts::insertions)
            .appendAll(Vector.range(0, Long.SIZE).flatMap(FieldDrafts::moves))
            .append(Cases.draft("fields", "a region register keeps its value", "ReservedField", region(0)))
            .append(Cases.draft("fields", "a protection-key register gets a key that is not valid", "ReservedField", key(0)))
            .appendAll(numbers()).appendAll(sizes());
    }

    private static Seq<Draft> insertions(Pte entry) {
        String present = entry.p() ? "a present" : "an absent";
        Itir itir = Itir.of(Scene.SIZE, Scene.KEY);
        Story sound = inserting(entry, itir);
        return Vector.range(1, Long.SIZE).map(bit -> field("bit %d of %s translation is turned".formatted(bit, present), inserting(new Pte(entry.bits() ^ 1L << bit), itir), sound))
            .appendAll(Vector.range(0, Long.SIZE).map(bit -> field("bit %d of ITIR is turned, for %s translation".formatted(bit, present), inserting(entry, new Itir(itir.bits() ^ 1L << bit)), sound)))
            .append(Cases.draft("fields", present + " translation is inserted", "ReservedField", sound).nearTo(Cases.stimulus(inserting(entry.with(0, 0, entry.p() ? 0 : 1), itir))));
    }

    private static Story inserting(Pte entry, Itir itir) {
        return Cases.story(Cases.inserting(), new Instruction.InsertCache(Stream.DATA, GeneralValue.of(entry.bits()), Scene.PAGE, itir), Reference.query(ReferenceType.TAK, Scene.PAGE));
    }

    private static Draft field(String title, Story story, Story sound) {
        return Cases.draft("fields", title, "ReservedField", story).nearTo(Cases.stimulus(sound));
    }

    /// The region register is written and then used; the protection-key register is not valid, so that no other is changed.
    private static Seq<Draft> moves(int bit) {
        return Vector.of(
            field("bit %d of a region register is turned".formatted(bit), region(1L << bit), region(0)),
            field("bit %d of a protection-key register is turned".formatted(bit), key(1L << bit), key(0)));
    }

    private static Story region(long turned) {
        Scene sound = Scene.of(ReferenceType.LOAD);
        return Cases.story(sound.machine(), new Instruction.MoveRegion(GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of(sound.machine().regions().get(1).bits() ^ turned)), sound.operation());
    }

    private static Story key(long turned) {
        return Cases.story(Scene.MACHINE, new Instruction.MoveKey(GeneralValue.of(7), GeneralValue.of((long) Scene.KEY << 8 ^ turned)));
    }

    /// Numbers of registers, up to the last one and beyond; other bits of the numbering register are ignored.
    private static Seq<Draft> numbers() {
        Seq<Long> all = Vector.of(0L, 1L, 7L, 8L, 15L, 16L, 31L, 32L, 47L, 48L, 63L, 64L, 127L, 128L, 255L, 256L, 0x107L, 0x1000000000000007L, -1L, -249L);
        return all.flatMap(number -> {
            GeneralValue r3 = GeneralValue.of(number);
            String text = Hex.word(number);
            return Vector.of(Stream.values()).map(stream -> Cases.draft("numbers", "an insertion into the %s register numbered %s".formatted(stream.name().toLowerCase(java.util.Locale.ROOT), text), "ReservedField",
                    Cases.story(Cases.inserting(), new Instruction.InsertRegister(stream, r3, GeneralValue.of(Scene.ENTRY.bits()), Scene.PAGE, Itir.of(Scene.SIZE, Scene.KEY)), Cases.touch(stream, Scene.PAGE))))
                .append(Cases.draft("numbers", "a move to the protection-key register numbered " + text, "ReservedField",
                    Cases.story(Scene.MACHINE, new Instruction.MoveKey(r3, GeneralValue.of((long) Scene.KEY << 8 | 1)))))
                .append(Cases.draft("numbers", "a move to the region register numbered " + text, "ReservedField",
                    Cases.story(Scene.MACHINE, new Instruction.MoveRegion(r3, GeneralValue.of(0x300L << 8 | 14 << 2)))));
        });
    }

    /// {@return the instruction with the page size of the sound scenes}
    private static Instruction usual(Instruction instruction) {
        Itir itir = Itir.of(Scene.SIZE, Scene.KEY);
        return switch (instruction) {
            case Instruction.InsertCache itc    -> new Instruction.InsertCache(itc.stream(), itc.r2(), itc.ifa(), itir);
            case Instruction.InsertRegister itr -> new Instruction.InsertRegister(itr.stream(), itr.r3(), itr.r2(), itr.ifa(), itir);
            case Instruction.Purge purge        -> new Instruction.Purge(purge.type(), purge.r3(), GeneralValue.of((long) Scene.SIZE.log2() << 2));
            case Instruction.MoveRegion move    -> new Instruction.MoveRegion(move.r3(), GeneralValue.of((long) Scene.RID << 8 | Scene.SIZE.log2() << 2));
            case Instruction.PurgeAll purge     -> purge;
            case Instruction.MoveKey move       -> move;
        };
    }

    /// All 64 values of a field of a page size.
    private static Seq<Draft> sizes() {
        Addressing machine = Cases.inserting();
        return Vector.range(0, 64).flatMap(size -> {
            Itir itir = new Itir((long) Scene.KEY << 8 | size << 2);
            Seq<Instruction> instructions = Vector.of(
                new Instruction.InsertCache(Stream.DATA, GeneralValue.of(Scene.ENTRY.bits()), Scene.PAGE, itir),
                new Instruction.InsertCache(Stream.INSTRUCTION, GeneralValue.of(0), Scene.PAGE, itir),
                new Instruction.InsertRegister(Stream.DATA, GeneralValue.of(Scene.SLOT), GeneralValue.of(Scene.ENTRY.bits()), Scene.PAGE, itir),
                new Instruction.MoveRegion(GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of(new RegionRegister((long) Scene.RID << 8 | size << 2).bits())),
                new Instruction.Purge(Instruction.PurgeType.PTC_L, GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of((long) size << 2)),
                new Instruction.Purge(Instruction.PurgeType.PTR_D, GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of((long) size << 2)));
            return instructions.map(instruction -> Cases.draft("sizes", "%s with the page size 2^%d".formatted(Op.name(instruction), size), "PageSize", Cases.story(machine, instruction))
                .nearTo(Cases.stimulus(Cases.story(machine, usual(instruction)))));
        });
    }
}
