package vmmref.vmm.build;

import static vmmref.spec.Builds.PORTIONS_JOINED;
import static vmmref.spec.Builds.VALUE_REFUSED;

import io.vavr.collection.Seq;
import org.apache.commons.lang3.Validate;
import vmmref.spec.Builds;

/// How a block of instructions is built, one or several, from one array of supplied values: US 7,996,833, claims 1 and 3 to 5. Several portions may take the same value.
///
/// @param instructions at least one, in the order in which they are inserted
public record BlockDescription(Seq<InstructionDescription> instructions) {
    public BlockDescription {
        Validate.isTrue(!instructions.isEmpty(), "a block has an instruction");
    }

    /// {@return the instructions, or none of them}
    ///
    /// @param values the supplied ones; more than the portions take do no harm
    @Builds.Rule({PORTIONS_JOINED, VALUE_REFUSED})
    public Built build(Seq<Long> values) {
        return instructions.flatMap(instruction -> instruction.refusal(values)).headOption().<Built>map(why -> new Built.Refused(why, VALUE_REFUSED))
            .getOrElse(() -> new Built.Done(instructions.map(instruction -> instruction.joined(values)), PORTIONS_JOINED));
    }
}
