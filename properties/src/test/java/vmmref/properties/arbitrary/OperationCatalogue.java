package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Column;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;

/// The generators of [Operations] and [Malformed].
final class OperationCatalogue {
    private static final int SMALL = 12;
    private static final int LARGE = 32;
    private static final Instruction.Insertion SMALLEST = new Instruction.InsertRegister(Stream.INSTRUCTION, GeneralValue.of(0), GeneralValue.of(0x7e1), new VirtualAddress(0),
        Itir.of(new PageSize(SMALL), 0));
    private static final Seq<String> CLAUSES = Vector.of("nothing", "COLLECTION_ENABLED", "INDEX_ABSENT", "PAGE_SIZE_UNSUPPORTED", "FIELD_RESERVED", "ATTRIBUTE_RESERVED", "FIELD_UNIMPLEMENTED",
        "OPERAND_UNIMPLEMENTED");

    private OperationCatalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(
            Described.of("Operations.references()", Operations.references(), Reference.fetch(new VirtualAddress(0)), type(), size(), level(), aligned(),
                WordClasses.place().of(Reference::address)),
            Described.of("Operations.instructions()", Operations.instructions(), (Instruction) SMALLEST, kind()),
            Described.of("Operations.histories()", Operations.histories(), (Seq<Instruction>) Vector.of((Instruction) SMALLEST),
                Classifier.<Seq<Instruction>>by("instructions", Vector.rangeClosed(1, 10), Seq::size)),
            Described.of("Operations.insertions()", Operations.insertions(), SMALLEST, kind().of(insertion -> insertion),
                Classifier.<Instruction.Insertion>by("stream", Vector.of(Stream.values()), Instruction.Insertion::stream)),
            Described.of("Operations.purges()", Operations.purges(), purge(SMALL), purgeType(), range()).orEndsAt(purge(LARGE)),
            Described.of("Operations.purges(PTC_L)", Operations.purges(Instruction.PurgeType.PTC_L), purge(SMALL), range(), WordClasses.place().of(Instruction.Purge::address)),
            Described.of("Operations.moves()", Operations.moves(), (Instruction) new Instruction.MoveRegion(GeneralValue.of(0), GeneralValue.of(14 << 2)), kind(), written()),
            Described.of("Malformed.instructions()", Malformed.instructions(), (Instruction) SMALLEST, kind(), wrong()));
    }

    private static Instruction.Purge purge(int size) {
        return Operations.purge(Instruction.PurgeType.PTC_L, new VirtualAddress(0), new PageSize(size));
    }

    private static Classifier<Reference> type() {
        return Classifier.by("type", ReferenceType.ofInstructions(), Reference::type);
    }

    private static Classifier<Reference> size() {
        return Classifier.by("bytes", Vector.of(1, 2, 4, 8, 16), Reference::size);
    }

    private static Classifier<Reference> level() {
        return Classifier.by("level asked for", Vector.of("0", "1", "2", "3", "no probe"), reference -> reference.type().isProbe() ? String.valueOf(reference.level()) : "no probe");
    }

    private static Classifier<Reference> aligned() {
        return Classifier.by("address", Vector.of("aligned to 16", "otherwise aligned to the size", "misaligned"), reference ->
            (reference.address().bits() & 15) == 0 ? "aligned to 16" : (reference.address().bits() & reference.size() - 1) == 0 ? "otherwise aligned to the size" : "misaligned");
    }

    private static Classifier<Instruction> kind() {
        return Classifier.by("column of the order", Vector.of(Column.values()).reject(Column::isOfReferences), Instruction::column);
    }

    private static Classifier<Instruction.Purge> purgeType() {
        return Classifier.by("type", Vector.of(Instruction.PurgeType.values()), Instruction.Purge::type);
    }

    private static Classifier<Instruction.Purge> range() {
        return Classifier.by("size", Pages.SIZES.append(LARGE).map(PageSize::new), Instruction.Purge::size);
    }

    private static Classifier<Instruction> written() {
        return Classifier.by("key register written", Vector.of("none", "valid", "not valid"), instruction -> instruction instanceof Instruction.MoveKey move
            ? move.value().valid() ? "valid" : "not valid" : "none");
    }

    private static Classifier<Instruction> wrong() {
        return Classifier.by("what `Scenes.NARROW` finds wrong", CLAUSES, instruction -> {
            String clause = Rules.becauseOfNarrow(new Scene(Scene.MACHINE.withPsr(Scene.MACHINE.psr().with(13, false)), instruction)).name();
            return CLAUSES.contains(clause) ? clause : "nothing";
        });
    }
}
