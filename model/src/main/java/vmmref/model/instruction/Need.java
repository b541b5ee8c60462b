package vmmref.model.instruction;

import io.vavr.control.Option;
import vmmref.model.profile.Profile;

/// A condition on the implementation: it has the instructions that a parameter of the profile names, or it lacks them.
///
/// @param parameter a name of [Profile#parameters()]
/// @param present   whether the instructions must be there
public record Need(String parameter, boolean present) {

    /// {@return the condition of a table's cell: `-`, `brl` or `!brl`}
    static Option<Need> of(String cell) {
        return Option.when(!cell.equals("-"), () -> new Need(cell.replace("!", ""), !cell.startsWith("!")));
    }

    public boolean isMetBy(Profile profile) {
        return profile.has(parameter) == present;
    }
}
