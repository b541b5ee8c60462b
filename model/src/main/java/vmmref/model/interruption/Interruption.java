package vmmref.model.interruption;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import org.apache.commons.lang3.Validate;

/// What interrupts a machine: faults, traps, and external interrupts. `spec/priorities.tsv` says which comes first.
public enum Interruption {
    EXTERNAL_INTERRUPT(false),
    UNIMPLEMENTED_INSTRUCTION_ADDRESS(true),
    ILLEGAL_OPERATION(false),
    BREAK_INSTRUCTION(false),
    PRIVILEGED_OPERATION(false),
    DISABLED_FP_REGISTER(false),
    REGISTER_NAT_CONSUMPTION(false),
    RESERVED_REGISTER_FIELD(false),
    UNIMPLEMENTED_DATA_ADDRESS(false),
    PRIVILEGED_REGISTER(false),
    SPECULATIVE_OPERATION(false),
    VIRTUALIZATION(false),
    DATA_NESTED_TLB(false),
    ALTERNATE_INSTRUCTION_TLB(true),
    ALTERNATE_DATA_TLB(true),
    VHPT_TRANSLATION(true),
    INSTRUCTION_TLB(true),
    DATA_TLB(true),
    PAGE_NOT_PRESENT(true),
    NAT_PAGE_CONSUMPTION(true),
    INSTRUCTION_KEY_MISS(true),
    DATA_KEY_MISS(true),
    KEY_PERMISSION(true),
    INSTRUCTION_ACCESS_RIGHTS(true),
    DATA_ACCESS_RIGHTS(true),
    DIRTY_BIT(true),
    INSTRUCTION_ACCESS_BIT(true),
    INSTRUCTION_DEBUG(true),
    DATA_ACCESS_BIT(true),
    DATA_DEBUG(true),
    UNALIGNED_DATA_REFERENCE(true),
    UNSUPPORTED_DATA_REFERENCE(true),
    FLOATING_POINT_FAULT(false),
    UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP(false),
    FLOATING_POINT_TRAP(false),
    LOWER_PRIVILEGE_TRANSFER(false),
    TAKEN_BRANCH(false),
    SINGLE_STEP(false);

    private static final Seq<Interruption> ALL = Vector.of(values());

    private final boolean addressed;
    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Interruption(boolean addressed) {
        this.addressed = addressed;
    }

    /// {@return whether the manual defines what IFA holds after it}
    public boolean isAddressed() {
        return addressed;
    }

    /// {@return whether it comes after an instruction that was done, and not instead of it}
    public boolean isTrap() {
        return switch (this) {
            case UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, FLOATING_POINT_TRAP, LOWER_PRIVILEGE_TRANSFER, TAKEN_BRANCH, SINGLE_STEP -> true;
            default                                                                                                             -> false;
        };
    }

    /// {@return the name in lower case, its words joined by hyphens}
    public String text() {
        return text;
    }

    /// {@return the interruption with a text}
    public static Interruption named(String text) {
        Interruption found = ALL.find(each -> each.text().equals(text)).getOrNull();
        Validate.isTrue(found != null, "no interruption is called %s", text);
        return found;
    }
}
