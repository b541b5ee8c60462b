package vmmref.properties.arbitrary;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;

/// What makes a sound scene meet one condition of the order, whose name it has. Defects of different `matter` can be combined, and each leaves the others as they are.
///
/// A scene can have it where its column looks at the condition and [#fits] says so; elsewhere [#in] throws, or what it changes is of no consequence. [Defects] draws several.
public enum Defect {
    COLLECTION_ENABLED("ic", scene -> psr(scene, 13, true)),
    PRIVILEGED_OPERATION("cpl", scene -> scene.with(scene.machine().psr().withCpl(3))),
    NAT_CONSUMED("nat", scene -> scene.with(notAThing(scene.operation()))),
    INDEX_ABSENT("index", scene -> scene.with(switch (scene.operation()) {
        case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) -> new Instruction.InsertRegister(stream, value(r3, 0xff), r2, ifa, itir);
        case Instruction.MoveKey(var r3, var r2) -> new Instruction.MoveKey(value(r3, 0xff), r2);
        default -> throw none(scene);
    })),
    PAGE_SIZE_UNSUPPORTED("size", scene -> scene.with(switch (scene.operation()) {
        case Instruction.MoveRegion(var r3, var r2) -> new Instruction.MoveRegion(r3, value(r2, r2.bits() ^ (14 ^ 15) << 2));
        default -> itir(scene, itir -> new Itir(itir.bits() ^ (14 ^ 15) << 2));
    })),
    FIELD_RESERVED("reserved", scene -> scene.with(switch (scene.operation()) {
        case Instruction.MoveRegion(var r3, var r2) -> new Instruction.MoveRegion(r3, value(r2, r2.bits() | 2));
        case Instruction.MoveKey(var r3, var r2) -> new Instruction.MoveKey(r3, value(r2, r2.bits() | 0x10));
        default -> itir(scene, itir -> new Itir(itir.bits() | 1));
    })),
    ATTRIBUTE_RESERVED("ma", scene -> scene.with(entry(scene, bits -> bits | 2 << 2))),
    FIELD_UNIMPLEMENTED("unimplemented", scene -> scene.with(switch (scene.operation()) {
        case Instruction.MoveRegion(var r3, var r2) -> new Instruction.MoveRegion(r3, value(r2, r2.bits() | 1 << 30));
        case Instruction.MoveKey(var r3, var r2) -> new Instruction.MoveKey(r3, value(r2, r2.bits() | 1 << 30));
        default -> itir(scene, itir -> new Itir(itir.bits() | 1 << 30));
    })),
    OPERAND_UNIMPLEMENTED("address", scene -> scene.with(switch (scene.operation()) {
        case Instruction.InsertCache(var stream, var r2, var ifa, var itir) -> new Instruction.InsertCache(stream, r2, unimplemented(ifa), itir);
        case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) -> new Instruction.InsertRegister(stream, r3, r2, unimplemented(ifa), itir);
        case Instruction.Purge(var type, var r3, var r2) -> new Instruction.Purge(type, value(r3, unimplemented(new VirtualAddress(r3.bits())).bits()), r2);
        default -> throw none(scene);
    })),
    OPERATION_VIRTUALIZED("vm", scene -> psr(scene, 46, true)),
    ADDRESS_UNIMPLEMENTED("page", scene -> scene.with(scene.reference().at(unimplemented(scene.reference().address()))).unmapped()),
    MISS_NESTED("page ic", scene -> psr(scene.unmapped(), 13, false)),
    MISS_ALTERNATE("page", Scene::unmapped),
    PAGE_ABSENT("page p", scene -> scene.with(scene.entry().with(0, 0, 0))),
    NAT_PAGE_CONSUMED("page ma", scene -> scene.with(scene.entry().with(4, 2, 7))),
    KEY_MISSING("page key", scene -> psr(scene.with(scene.machine().withKeys(ProtectionKeyRegisters.zero(scene.machine().keys().number()))), 15, true)),
    KEY_DISABLED("page key", scene -> psr(scene.with(scene.machine().withKeys(scene.machine().keys().with(3, new ProtectionKeyRegister((long) Scene.KEY << 8 | 0xf)))), 15, true)),
    RIGHTS_DENIED("page cpl", scene -> PRIVILEGED_OPERATION.in(scene.with(scene.entry().with(8, 7, 0)))),
    DIRTY_BIT_CLEAR("page d", scene -> scene.with(scene.entry().with(6, 6, 0))),
    ACCESS_BIT_CLEAR("page a", scene -> scene.with(scene.entry().with(5, 5, 0))),
    BREAKPOINT_HIT("page debug", Defect::watched),
    ADDRESS_MISALIGNED("alignment", scene -> psr(scene.with(scene.reference().at(new VirtualAddress(scene.reference().address().bits() | 1))), 3, true)),
    ATTRIBUTE_UNSUPPORTED("page ma", scene -> scene.with(scene.entry().with(4, 2, 4)));

    private final Set<String> matter;
    private final UnaryOperator<Scene> change;

    Defect(String matter, UnaryOperator<Scene> change) {
        this.matter = HashSet.of(matter.split(" "));
        this.change = change;
    }

    /// {@return the defect that meets the condition of a clause, if there is one}
    public static Option<Defect> of(Clause clause) {
        return Vector.of(values()).find(defect -> defect.name().equals(clause.name()));
    }

    /// {@return the clause of the condition that it meets}
    public Clause clause() {
        return Clauses.named(name()).get();
    }

    /// {@return a scene that meets the condition, too}
    public Scene in(Scene scene) {
        return change.apply(scene);
    }

    /// {@return whether a scene can have both; defects of a page need the page, which a miss has not}
    public boolean isCompatibleWith(Defect other) {
        return !(isMiss() && other.isOfPage() || isOfPage() && other.isMiss()) && matter.remove("page").intersect(other.matter).isEmpty() && this != other
            && !(isMiss() && other.isMiss());
    }

    private boolean isMiss() {
        return this == MISS_NESTED || this == MISS_ALTERNATE || this == ADDRESS_UNIMPLEMENTED;
    }

    private boolean isOfPage() {
        return matter.contains("page") && !isMiss();
    }

    /// {@return whether a scene of a kind of operation can have it, given that its column looks at it}
    public boolean fits(Operation operation) {
        return switch (this) {
            case DIRTY_BIT_CLEAR       -> operation instanceof Reference reference && reference.type().access().writes();
            case ATTRIBUTE_UNSUPPORTED -> operation instanceof Reference reference && reference.type().isSemaphore();
            default                    -> true;
        };
    }

    /// {@return whether an implementation with a profile can meet it}
    public boolean isPossibleOn(Profile profile) {
        return switch (this) {
            case FIELD_UNIMPLEMENTED -> profile.dimensions().keyBits() < 23 && profile.dimensions().ridBits() < 23;
            case OPERAND_UNIMPLEMENTED, ADDRESS_UNIMPLEMENTED -> profile.dimensions().virtualBits() < 61;
            case OPERATION_VIRTUALIZED -> profile.has(Profile.VIRTUAL_MACHINE_SWITCH);
            default -> true;
        };
    }

    private static Scene psr(Scene scene, int bit, boolean value) {
        return scene.with(scene.machine().psr().with(bit, value));
    }

    private static Scene watched(Scene scene) {
        long at = scene.reference().address().bits();
        IndirectRegisters registers = Vector.of(IndirectRegisters.File.IBR, IndirectRegisters.File.DBR)
            .foldLeft(scene.machine().indirect(), (changed, file) -> changed.with(file, 2, at).with(file, 3, -1));
        return psr(psr(psr(scene.with(scene.machine().withIndirect(registers)), 24, true), 37, false), 39, false);
    }

    private static GeneralValue value(GeneralValue old, long bits) {
        return new GeneralValue(bits, old.nat());
    }

    private static VirtualAddress unimplemented(VirtualAddress address) {
        return new VirtualAddress(address.bits() | 1L << 60);
    }

    private static GeneralValue nat(GeneralValue value) {
        return new GeneralValue(value.bits(), true);
    }

    private static Operation notAThing(Operation operation) {
        return switch (operation) {
            case Reference reference -> reference.withNat();
            case Instruction.InsertCache(var stream, var r2, var ifa, var itir) -> new Instruction.InsertCache(stream, nat(r2), ifa, itir);
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) -> new Instruction.InsertRegister(stream, r3, nat(r2), ifa, itir);
            case Instruction.Purge(var type, var r3, var r2) -> new Instruction.Purge(type, nat(r3), r2);
            case Instruction.PurgeAll(var r3) -> new Instruction.PurgeAll(nat(r3));
            case Instruction.MoveRegion(var r3, var r2) -> new Instruction.MoveRegion(r3, nat(r2));
            case Instruction.MoveKey(var r3, var r2) -> new Instruction.MoveKey(r3, nat(r2));
        };
    }

    private static Operation itir(Scene scene, UnaryOperator<Itir> change) {
        return switch (scene.operation()) {
            case Instruction.InsertCache(var stream, var r2, var ifa, var itir) -> new Instruction.InsertCache(stream, r2, ifa, change.apply(itir));
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) -> new Instruction.InsertRegister(stream, r3, r2, ifa, change.apply(itir));
            default -> throw none(scene);
        };
    }

    private static Operation entry(Scene scene, java.util.function.LongUnaryOperator change) {
        return switch (scene.operation()) {
            case Instruction.InsertCache(var stream, var r2, var ifa, var itir) -> new Instruction.InsertCache(stream, value(r2, change.applyAsLong(r2.bits())), ifa, itir);
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) ->
                new Instruction.InsertRegister(stream, r3, value(r2, change.applyAsLong(r2.bits())), ifa, itir);
            default -> throw none(scene);
        };
    }

    private static IllegalArgumentException none(Scene scene) {
        return new IllegalArgumentException("no such defect in " + scene.operation());
    }
}
