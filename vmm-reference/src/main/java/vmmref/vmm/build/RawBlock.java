package vmmref.vmm.build;

import static vmmref.spec.Builds.DESCRIPTION_REFUSED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.spec.Builds;

/// A description of a block as somebody asks for it, which may be none.
///
/// @param instructions in the order in which they are inserted
public record RawBlock(Seq<RawDescription> instructions) {

    /// {@return the instructions, or none of them}
    ///
    /// @param values the supplied ones
    @Builds.Rule(DESCRIPTION_REFUSED)
    public Built build(Seq<Long> values) {
        return flaw().<Built>map(why -> new Built.Refused(why, DESCRIPTION_REFUSED))
            .getOrElse(() -> new BlockDescription(instructions.map(RawDescription::description)).build(values));
    }

    private Option<String> flaw() {
        return Option.when(instructions.isEmpty(), "a block has an instruction").orElse(() -> instructions.flatMap(RawDescription::flaw).headOption());
    }
}
