package vmmref.vmm.recognize;

import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Operand;

/// A condition on the value of a field.
///
/// @param operand where the value lies
/// @param least   the least admitted value
/// @param most    the greatest one
public record Limit(Operand operand, long least, long most) {
    public Limit {
        Validate.isTrue(least <= most, "%s cannot be between %d and %d", operand.name(), least, most);
    }

    boolean admits(Slot slot) {
        long value = operand.value(slot).value();
        return least <= value && value <= most;
    }
}
