package vmmref.model.translate;

import static vmmref.model.translate.Met.when;
import static vmmref.model.word.Bits.bit;
import static vmmref.model.word.Bits.field;
import static vmmref.spec.Protections.KEY_DISABLED;
import static vmmref.spec.Protections.KEY_MISSING;
import static vmmref.spec.Protections.PROBE_LEVEL;
import static vmmref.spec.Protections.RIGHTS_DENIED;
import static vmmref.spec.References.ACCESS_BIT_CLEAR;
import static vmmref.spec.References.ADDRESS_MISALIGNED;
import static vmmref.spec.References.ADDRESS_UNIMPLEMENTED;
import static vmmref.spec.References.ATTRIBUTE_UNSUPPORTED;
import static vmmref.spec.References.BREAKPOINT_HIT;
import static vmmref.spec.References.DIRTY_BIT_CLEAR;
import static vmmref.spec.References.MISALIGNED_PERFORMED;
import static vmmref.spec.References.NAT_CONSUMED;
import static vmmref.spec.References.NAT_PAGE_CONSUMED;
import static vmmref.spec.References.OPERATION_VIRTUALIZED;
import static vmmref.spec.References.PAGE_ABSENT;
import static vmmref.spec.References.PRIVILEGED_OPERATION;
import static vmmref.spec.Translations.ATTRIBUTE_RESERVED;
import static vmmref.spec.Translations.COLLECTION_ENABLED;
import static vmmref.spec.Translations.FIELD_RESERVED;
import static vmmref.spec.Translations.FIELD_UNIMPLEMENTED;
import static vmmref.spec.Translations.INDEX_ABSENT;
import static vmmref.spec.Translations.MATCHES_SEVERAL;
import static vmmref.spec.Translations.OPERAND_UNIMPLEMENTED;
import static vmmref.spec.Translations.PAGE_SIZE_UNSUPPORTED;

import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.profile.Profile;
import vmmref.model.protect.Access;
import vmmref.model.register.IndirectRegisters.Watch;
import vmmref.model.tlb.Stream;
import vmmref.spec.Protections;
import vmmref.spec.References;
import vmmref.spec.Translations;

/// When the conditions are met that the table of the order of faults names.
final class Conditions {
    private static final int WINDOW = 8;

    private Conditions() { }

    /// {@return the conditions that an operation meets}
    static Met met(Sight sight) {
        return new Met(ofAny(sight) | (sight.operation() instanceof Reference ? ofReference(sight) : ofInstruction(sight)));
    }

    private static long ofAny(Sight sight) {
        return when(Condition.PRIVILEGED_OPERATION, privilegedOperation(sight))
            | when(Condition.NAT_CONSUMED, natConsumed(sight))
            | when(Condition.OPERATION_VIRTUALIZED, operationVirtualized(sight));
    }

    private static long ofInstruction(Sight sight) {
        return when(Condition.COLLECTION_ENABLED, collectionEnabled(sight))
            | when(Condition.INDEX_ABSENT, indexAbsent(sight))
            | when(Condition.PAGE_SIZE_UNSUPPORTED, pageSizeUnsupported(sight))
            | when(Condition.FIELD_RESERVED, fieldReserved(sight))
            | when(Condition.ATTRIBUTE_RESERVED, attributeReserved(sight))
            | when(Condition.FIELD_UNIMPLEMENTED, fieldUnimplemented(sight))
            | when(Condition.OPERAND_UNIMPLEMENTED, operandUnimplemented(sight));
    }

    private static long ofReference(Sight sight) {
        return when(Condition.ADDRESS_UNIMPLEMENTED, addressUnimplemented(sight))
            | when(Condition.MATCHES_SEVERAL, matchesSeveral(sight))
            | Misses.met(sight)
            | when(Condition.PAGE_ABSENT, pageAbsent(sight))
            | when(Condition.NAT_PAGE_CONSUMED, natPageConsumed(sight))
            | when(Condition.KEY_MISSING, keyMissing(sight))
            | when(Condition.KEY_DISABLED, keyDisabled(sight))
            | when(Condition.RIGHTS_DENIED, rightsDenied(sight))
            | when(Condition.DIRTY_BIT_CLEAR, dirtyBitClear(sight))
            | when(Condition.ACCESS_BIT_CLEAR, accessBitClear(sight))
            | when(Condition.BREAKPOINT_HIT, breakpointHit(sight))
            | when(Condition.ADDRESS_MISALIGNED, addressMisaligned(sight))
            | when(Condition.ATTRIBUTE_UNSUPPORTED, attributeUnsupported(sight));
    }

    @Translations.Rule(COLLECTION_ENABLED)
    static boolean collectionEnabled(Sight sight) {
        return sight.machine().psr().ic();
    }

    @References.Rule(PRIVILEGED_OPERATION)
    static boolean privilegedOperation(Sight sight) {
        return sight.machine().psr().cpl() != 0;
    }

    @References.Rule(NAT_CONSUMED)
    static boolean natConsumed(Sight sight) {
        return sight.operation().nat();
    }

    @Translations.Rule(INDEX_ABSENT)
    static boolean indexAbsent(Sight sight) {
        Dimensions dimensions = sight.rules().dimensions();
        return switch (sight.operation()) {
            case Instruction.InsertRegister itr -> itr.slot() >= (itr.stream() == Stream.INSTRUCTION ? dimensions.itrs() : dimensions.dtrs());
            case Instruction.MoveKey move       -> move.number() >= dimensions.pkrs();
            default                             -> false;
        };
    }

    @Translations.Rule(PAGE_SIZE_UNSUPPORTED)
    static boolean pageSizeUnsupported(Sight sight) {
        return switch (sight.operation()) {
            case Instruction.Insertion insertion -> !isInsertable(sight, insertion.itir().size());
            case Instruction.MoveRegion move     -> !isInsertable(sight, move.value().preferredSize());
            default                              -> false;
        };
    }

    private static boolean isInsertable(Sight sight, PageSize size) {
        return sight.rules().dimensions().insertable().contains(size.log2());
    }

    @Translations.Rule(FIELD_RESERVED)
    static boolean fieldReserved(Sight sight) {
        return switch (sight.operation()) {
            case Instruction.Insertion insertion -> field(insertion.itir().bits(), 1, 0) != 0 || isPresent(insertion)
                && (field(insertion.itir().bits(), 63, 32) != 0 || bit(insertion.r2().bits(), 1) || field(insertion.r2().bits(), 51, 50) != 0);
            case Instruction.MoveRegion move     -> bit(move.r2().bits(), 1) || field(move.r2().bits(), 63, 32) != 0;
            case Instruction.MoveKey move        -> field(move.r2().bits(), 7, 4) != 0 || field(move.r2().bits(), 63, 32) != 0;
            default                              -> false;
        };
    }

    @Translations.Rule(ATTRIBUTE_RESERVED)
    static boolean attributeReserved(Sight sight) {
        return sight.operation() instanceof Instruction.Insertion insertion && isPresent(insertion) && insertion.entry().attribute().isEmpty();
    }

    @Translations.Rule(FIELD_UNIMPLEMENTED)
    static boolean fieldUnimplemented(Sight sight) {
        Dimensions dimensions = sight.rules().dimensions();
        return switch (sight.operation()) {
            case Instruction.Insertion insertion -> isPresent(insertion)
                && (insertion.itir().key() >>> dimensions.keyBits() != 0 || insertion.entry().frame() >>> dimensions.physicalBits() != 0);
            case Instruction.MoveRegion move     -> move.value().identifier() >>> dimensions.ridBits() != 0;
            case Instruction.MoveKey move        -> move.value().key() >>> dimensions.keyBits() != 0;
            default                              -> false;
        };
    }

    /// {@return whether the fields of an insertion mean anything}
    @Translations.Rule(Translations.ABSENT_FIELDS_IGNORED)
    static boolean isPresent(Instruction.Insertion insertion) {
        return insertion.entry().p();
    }

    @Translations.Rule(OPERAND_UNIMPLEMENTED)
    static boolean operandUnimplemented(Sight sight) {
        return switch (sight.operation()) {
            case Instruction.Insertion insertion -> !isImplemented(sight, insertion.ifa());
            case Instruction.Purge purge         -> !isImplemented(sight, purge.address());
            default                              -> false;
        };
    }

    @References.Rule(OPERATION_VIRTUALIZED)
    static boolean operationVirtualized(Sight sight) {
        return isVirtualMachine(sight);
    }

    private static boolean isVirtualMachine(Sight sight) {
        return sight.machine().psr().vm() && sight.rules().profile().has(Profile.VIRTUAL_MACHINE_SWITCH);
    }

    @References.Rule(ADDRESS_UNIMPLEMENTED)
    static boolean addressUnimplemented(Sight sight) {
        return sight.target() instanceof Target.Physical(var address)
            ? !address.isImplemented(sight.rules().dimensions().physicalBits())
            : !isImplemented(sight, sight.reference().address());
    }

    private static boolean isImplemented(Sight sight, VirtualAddress address) {
        return sight.rules().implementsVirtual(sight.machine(), address);
    }

    @Translations.Rule(MATCHES_SEVERAL)
    static boolean matchesSeveral(Sight sight) {
        return sight.target() == Target.Several.SEVERAL;
    }

    @References.Rule(PAGE_ABSENT)
    static boolean pageAbsent(Sight sight) {
        return !sight.entry().p();
    }

    @References.Rule(NAT_PAGE_CONSUMED)
    static boolean natPageConsumed(Sight sight) {
        return sight.entry().ma() == MemoryAttribute.NATPAGE.encoding();
    }

    @Protections.Rule(KEY_MISSING)
    static boolean keyMissing(Sight sight) {
        return sight.machine().psr().pk() && sight.target() instanceof Target.Page(var translation, var register, var walked) && register.isEmpty();
    }

    @Protections.Rule(KEY_DISABLED)
    static boolean keyDisabled(Sight sight) {
        return sight.machine().psr().pk() && sight.target() instanceof Target.Page(var translation, var register, var walked) && register.isDefined()
            && sight.rules().keys().disables(register.get(), sight.reference().type().access());
    }

    @Protections.Rule(RIGHTS_DENIED)
    static boolean rightsDenied(Sight sight) {
        return sight.target() instanceof Target.Page(var translation, var register, var walked)
            && !sight.rules().rights().permit(translation.entry().ar(), translation.entry().pl(), sight.level(), sight.reference().type().access());
    }

    /// {@return the level at which a probe is judged; levels with greater numbers are less privileged}
    @Protections.Rule(PROBE_LEVEL)
    static int probeLevel(int requested, int current) {
        return Math.max(requested, current);
    }

    @References.Rule(DIRTY_BIT_CLEAR)
    static boolean dirtyBitClear(Sight sight) {
        return sight.reference().type().access().writes() && !sight.entry().d() && !sight.machine().psr().da();
    }

    @References.Rule(ACCESS_BIT_CLEAR)
    static boolean accessBitClear(Sight sight) {
        return !sight.entry().a() && !(sight.reference().type() == ReferenceType.FETCH ? sight.machine().psr().ia() : sight.machine().psr().da());
    }

    @References.Rule(BREAKPOINT_HIT)
    static boolean breakpointHit(Sight sight) {
        return sight.machine().psr().db() && isWatched(sight.machine(), sight.reference());
    }

    private static boolean isWatched(Addressing machine, Reference reference) {
        Access access = reference.type().access();
        if (access.executes()) return !machine.psr().id() && isWatched(machine, reference, Watch.EXECUTE);
        return !machine.psr().dd() && (access.reads() && isWatched(machine, reference, Watch.READ) || access.writes() && isWatched(machine, reference, Watch.WRITE));
    }

    private static boolean isWatched(Addressing machine, Reference reference, Watch watch) {
        return machine.indirect().watch(watch, reference.address().bits(), reference.size(), reference.type().isOfStack() ? reference.level() : machine.psr().cpl());
    }

    @References.Rule(ADDRESS_MISALIGNED)
    static boolean addressMisaligned(Sight sight) {
        return sight.reference().isMisaligned() && !(sight.choice().takes(Freedom.MISALIGNED) && mayBePerformed(sight.machine(), sight.reference()));
    }

    /// {@return whether an implementation may perform a misaligned reference}
    @References.Rule(MISALIGNED_PERFORMED)
    static boolean mayBePerformed(Addressing machine, Reference reference) {
        return !machine.psr().ac() && !reference.type().isSemaphore() && (reference.address().bits() & WINDOW - 1) + reference.size() <= WINDOW;
    }

    @References.Rule(ATTRIBUTE_UNSUPPORTED)
    static boolean attributeUnsupported(Sight sight) {
        ReferenceType type = sight.reference().type();
        if (!type.isSemaphore()) return false;
        MemoryAttribute attribute = attribute(sight);
        boolean exported = type == ReferenceType.FETCHADD && attribute == MemoryAttribute.UCE && sight.rules().profile().has(Profile.EXPORTED_FETCHADD);
        return !attribute.isCacheable() && !exported;
    }

    /// {@return the memory attribute of what a reference reaches; WB where it reaches nothing, or a page that says nothing}
    static MemoryAttribute attribute(Sight sight) {
        return switch (sight.target()) {
            case Target.Page(var translation, var register, var walked) -> translation.entry().attribute().getOrElse(MemoryAttribute.WB);
            case Target.Physical physical     -> sight.rules().physical().apply(sight.reference().address());
            case Target.Nothing nothing       -> MemoryAttribute.WB;
            case Target.Missed missed         -> MemoryAttribute.WB;
            case Target.Several several       -> MemoryAttribute.WB;
        };
    }
}
