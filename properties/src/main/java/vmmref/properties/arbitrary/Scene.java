package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Column;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;

/// A machine and what is done to it. The sound scenes meet no condition; [Defect] makes them meet one.
///
/// @param machine   before
/// @param operation the reference or instruction
public record Scene(Addressing machine, Operation operation) {
    /// Where the page of a sound reference lies: region 1, whose region identifier is 0x101.
    public static final VirtualAddress PAGE = new VirtualAddress(0x2000000000004000L);
    public static final int RID = 0x101;
    public static final PageSize SIZE = new PageSize(14);
    public static final int KEY = 0x55;
    /// Present, accessed, dirty, readable, writable and executable at every level, cacheable.
    public static final Pte ENTRY = new Pte(0x12347e1);
    public static final Translation TRANSLATION = Translation.of(PAGE, RID, SIZE, KEY, ENTRY);
    public static final int SLOT = 2;

    private static final VirtualAddress ADDRESS = new VirtualAddress(PAGE.bits() + 0x40);
    private static final int KEY_REGISTERS = 16;

    /// A machine that translates everything, at level 0, with a region register for each region and no translations: regions have the identifiers 0x100 to 0x107.
    public static final Addressing MACHINE = new Addressing(new Psr(0x1008022000L), false, false, new Dcr(0),
        RegionRegisters.of(Vector.range(0, RegionRegisters.NUMBER).map(number -> new RegionRegister((0x100L + number) << 8 | SIZE.log2() << 2))),
        ProtectionKeyRegisters.zero(KEY_REGISTERS), Tlb.EMPTY);

    /// {@return every sound scene: one for each kind of reference, load and store sizes aside, and for each instruction}
    public static Seq<Scene> sound() {
        return ReferenceType.ofInstructions().map(Scene::of).appendAll(instructions().map(Scene::of));
    }

    /// {@return the sound scene of a reference: its page is in a translation register, its key in a protection-key register}
    public static Scene of(ReferenceType type) {
        return new Scene(prepared(MACHINE.withTlb(Tlb.EMPTY.withRegister(type.stream(), SLOT, Option.some(TRANSLATION)))), reference(type));
    }

    /// {@return the sound scene of an instruction, for insertions with interruptions not collected}
    public static Scene of(Instruction instruction) {
        Addressing machine = prepared(MACHINE);
        return new Scene(instruction instanceof Instruction.Insertion ? machine.withPsr(machine.psr().with(13, false)) : machine, instruction);
    }

    private static Addressing prepared(Addressing machine) {
        return machine.withKeys(machine.keys().with(3, new ProtectionKeyRegister((long) KEY << 8 | 1)));
    }

    private static Reference reference(ReferenceType type) {
        return switch (type.column()) {
            case FETCH -> Reference.fetch(ADDRESS);
            case DATA  -> Reference.data(type, ADDRESS, 8);
            case PROBE, PROBE_FAULT -> Reference.probe(type, ADDRESS, 0);
            default    -> Reference.query(type, ADDRESS);
        };
    }

    private static Seq<Instruction> instructions() {
        GeneralValue entry = GeneralValue.of(ENTRY.bits());
        GeneralValue size  = GeneralValue.of(SIZE.log2() << 2);
        GeneralValue page  = GeneralValue.of(PAGE.bits());
        Itir itir = Itir.of(SIZE, KEY);
        return Vector.of(Stream.values()).<Instruction>flatMap(stream -> Vector.of(
                new Instruction.InsertCache(stream, entry, PAGE, itir),
                new Instruction.InsertRegister(stream, GeneralValue.of(SLOT), entry, PAGE, itir)))
            .appendAll(Vector.of(Instruction.PurgeType.values()).map(type -> new Instruction.Purge(type, page, size)))
            .append(new Instruction.PurgeAll(GeneralValue.of(0)))
            .append(new Instruction.MoveRegion(page, GeneralValue.of(0x200L << 8 | SIZE.log2() << 2)))
            .append(new Instruction.MoveKey(GeneralValue.of(5), GeneralValue.of(0x77L << 8 | 1)));
    }

    /// {@return the column of the order that the operation is checked by}
    public Column column() {
        return operation.column();
    }

    /// {@return the operation, which is a reference}
    public Reference reference() {
        return (Reference) operation;
    }

    public Scene with(Addressing changed) {
        return new Scene(changed, operation);
    }

    public Scene with(Psr changed) {
        return with(machine.withPsr(changed));
    }

    public Scene with(Operation changed) {
        return new Scene(machine, changed);
    }

    /// {@return the same with another entry for the page of the reference}
    public Scene with(Pte entry) {
        return with(machine.withTlb(machine.tlb().withRegister(stream(), SLOT, machine.tlb().register(stream(), SLOT).map(page -> page.with(entry)))));
    }

    /// {@return what the page of the reference says; that of a sound one where there is none}
    public Pte entry() {
        return machine.tlb().register(stream(), SLOT).map(Translation::entry).getOrElse(ENTRY);
    }

    /// {@return the same without any translation}
    public Scene unmapped() {
        return with(machine.withTlb(Tlb.EMPTY));
    }

    private Stream stream() {
        return reference().type().stream();
    }
}
