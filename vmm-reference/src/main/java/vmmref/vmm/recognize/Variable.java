package vmmref.vmm.recognize;

import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Operand;

/// A field of an instruction whose value varies: its value is delivered under a name.
///
/// @param name    under which the value is delivered; fields of one name have one value
/// @param operand where the value lies
/// @param shared  whether the name was given to it, perhaps to others as well; otherwise it is that of the operand
public record Variable(String name, Operand operand, boolean shared) {

    /// {@return the value in a slot}
    public long of(Slot slot) {
        return operand.value(slot).value();
    }

    Variable named(String given) {
        return new Variable(given, operand, true);
    }

    /// {@return this variable in a block, with the number of the member in its name}
    Variable numbered(int member) {
        return shared ? this : new Variable(member + "." + operand.name(), operand, false);
    }
}
