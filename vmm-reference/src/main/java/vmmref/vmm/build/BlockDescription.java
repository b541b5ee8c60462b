package vmmref.vmm.build;

import io.vavr.collection.Seq;
import org.apache.commons.lang3.Validate;

/// How a block of instructions is built, one or several, from one array of supplied values: US 7,996,833, claims 1 and 3 to 5. Several portions may take the same value.
///
/// @param instructions at least one, in the order in which they are inserted
public record BlockDescription(Seq<InstructionDescription> instructions) {
    public BlockDescription {
        Validate.isTrue(!instructions.isEmpty(), "a block has an instruction");
    }

    /// {@return the instructions, or none of them}
    public Built build(Seq<Long> values) {
        return instructions.flatMap(instruction -> instruction.refusal(values)).headOption().<Built>map(Built.Refused::new)
            .getOrElse(() -> new Built.Done(instructions.map(instruction -> instruction.joined(values))));
    }
}
