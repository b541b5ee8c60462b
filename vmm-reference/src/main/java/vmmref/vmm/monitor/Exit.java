package vmmref.vmm.monitor;

import static vmmref.model.interruption.Interruption.DATA_DEBUG;
import static vmmref.model.interruption.Interruption.INSTRUCTION_DEBUG;
import static vmmref.model.interruption.Interruption.RESERVED_REGISTER_FIELD;
import static vmmref.model.interruption.Interruption.UNIMPLEMENTED_DATA_ADDRESS;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.delivery.Cause;
import vmmref.model.delivery.Handling;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Isr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.ReferenceType;

/// What ended the run of a guest: the interruption that the hardware delivered to the monitor, as it stands in the registers.
///
/// @param cause what there is to tell of it
/// @param isr   what the hardware told
public record Exit(Cause cause, Isr isr) {
    private static final Map<Interruption, Handling> HANDLINGS = Handling.architected();
    private static final Seq<Interruption> KINDS = Vector.of(Interruption.values());
    /// Traps that can come together, the highest first, with the bit of ISR.code of each.
    private static final Map<Interruption, Integer> TRAPS = LinkedHashMap.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, 16, Interruption.FLOATING_POINT_TRAP, 1, Interruption.LOWER_PRIVILEGE_TRANSFER, 2, Interruption.TAKEN_BRANCH, 4, Interruption.SINGLE_STEP, 8);
    private static final int CODE = 0xffff;
    /// What ISR.code tells of a floating-point trap.
    private static final int FLOATING = 0x7f80;

    /// {@return what ended the run of a guest}
    ///
    /// @param profile of the machine
    /// @param machine just after the delivery: at a vector of the monitor
    public static Exit of(Profile profile, Machine machine) {
        Isr isr = new Isr(machine.control(RegisterNumber.ISR));
        int vector = (int) (machine.position().bundle().bits() - machine.control(RegisterNumber.IVA));
        Interruption kind = kind(profile, vector, isr);
        Seq<Interruption> others = kind.isTrap() ? TRAPS.filter((trap, bit) -> trap != kind && (isr.bits() & bit) != 0).keySet().toVector() : Vector.empty();
        int slot = (int) (isr.bits() >>> 41 & 3);
        return new Exit(new Cause(kind, others, slot, reference(isr), Option.when(kind.isAddressed(), () -> new VirtualAddress(machine.control(RegisterNumber.IFA))), code(kind, isr), machine.control(RegisterNumber.IIM)), isr);
    }

    public Interruption kind() {
        return cause.kind();
    }

    /// {@return whether there was no translation of a reference}
    boolean isMiss() {
        return switch (kind()) {
            case ALTERNATE_INSTRUCTION_TLB, ALTERNATE_DATA_TLB, VHPT_TRANSLATION, INSTRUCTION_TLB, DATA_TLB -> true;
            default -> false;
        };
    }

    /// {@return whether it is the fault of a speculative load, which may be deferred}
    boolean isSpeculative() {
        return cause.reference().contains(ReferenceType.SPECULATIVE_LOAD);
    }

    /// {@return the traps that it is of, the highest first; none for others}
    Seq<Interruption> traps() {
        return kind().isTrap() ? cause.others().prepend(kind()) : Vector.empty();
    }

    /// {@return whether a page did not permit a reference, or there was none}
    boolean isOfPages() {
        return isOfPages(kind());
    }

    /// {@return whether a fault is that of a page, or of there being none}
    static boolean isOfPages(Interruption kind) {
        return switch (kind) {
            case ALTERNATE_INSTRUCTION_TLB, ALTERNATE_DATA_TLB, VHPT_TRANSLATION, INSTRUCTION_TLB, DATA_TLB, PAGE_NOT_PRESENT, NAT_PAGE_CONSUMPTION, INSTRUCTION_KEY_MISS, DATA_KEY_MISS, KEY_PERMISSION,
                 INSTRUCTION_ACCESS_RIGHTS, DATA_ACCESS_RIGHTS, DIRTY_BIT, INSTRUCTION_ACCESS_BIT, DATA_ACCESS_BIT -> true;
            default -> false;
        };
    }

    private static Interruption kind(Profile profile, int vector, Isr isr) {
        Interruption never = profile.trapsUnimplementedFetch() ? Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS : Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP;
        Seq<Interruption> there = KINDS.filter(kind -> kind != never && HANDLINGS.get(kind).get().vector() == vector);
        Seq<Interruption> told = there.filter(kind -> isTold(HANDLINGS.get(kind).get().code(), kind, isr));
        return told.find(kind -> isAbout(kind, reference(isr))).getOrElse(told::head);
    }

    private static boolean isTold(int code, Interruption kind, Isr isr) {
        return kind.isTrap() ? (isr.bits() & code) != 0 : kind == Interruption.FLOATING_POINT_FAULT || (isr.bits() & 0xf0) == (code & 0xf0);
    }

    /// {@return whether an interruption that shares vector and code with another one is about such a reference}
    private static boolean isAbout(Interruption kind, Option<ReferenceType> reference) {
        return switch (kind) {
            case UNIMPLEMENTED_DATA_ADDRESS -> reference.isDefined();
            case RESERVED_REGISTER_FIELD    -> reference.isEmpty();
            case INSTRUCTION_DEBUG          -> reference.contains(ReferenceType.FETCH);
            case DATA_DEBUG                 -> !reference.contains(ReferenceType.FETCH);
            default                         -> true;
        };
    }

    private static int code(Interruption kind, Isr isr) {
        int told = (int) isr.bits();
        return switch (kind) {
            case DISABLED_FP_REGISTER, SPECULATIVE_OPERATION -> told & 7;
            case FLOATING_POINT_FAULT                        -> told & 0xff;
            default                                          -> kind.isTrap() && (told & 1) != 0 ? told & FLOATING : 0;
        };
    }

    /// {@return the reference that is told, if one is}
    private static Option<ReferenceType> reference(Isr isr) {
        boolean reads  = has(isr, Isr.Field.R);
        boolean writes = has(isr, Isr.Field.W);
        if (has(isr, Isr.Field.X))  return Option.some(ReferenceType.FETCH);
        if (has(isr, Isr.Field.NA)) return Option.some(query((int) isr.bits() & 15, reads, writes));
        if (has(isr, Isr.Field.RS)) return Option.some(reads ? ReferenceType.STACK_LOAD : ReferenceType.STACK_STORE);
        if (has(isr, Isr.Field.SP)) return Option.some(ReferenceType.SPECULATIVE_LOAD);
        if (reads && writes)        return Option.some(ReferenceType.EXCHANGE);
        return reads ? Option.some(ReferenceType.LOAD) : Option.when(writes, ReferenceType.STORE);
    }

    private static ReferenceType query(int code, boolean reads, boolean writes) {
        return switch (code) {
            case 0  -> ReferenceType.TPA;
            case 1  -> ReferenceType.FC;
            case 2  -> reads ? ReferenceType.PROBE_R : ReferenceType.PROBE_W;
            case 3  -> ReferenceType.TAK;
            case 4  -> ReferenceType.LFETCH_FAULT;
            default -> reads && writes ? ReferenceType.PROBE_RW_FAULT : reads ? ReferenceType.PROBE_R_FAULT : ReferenceType.PROBE_W_FAULT;
        };
    }

    private static boolean has(Isr isr, Isr.Field field) {
        return (isr.bits() & field.mask()) != 0;
    }
}
