package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vmm.build.Line;

/// What stands in a stub in place of an instruction.
///
/// @param lines    in their order
/// @param result   the number of the one after which the instruction is done
/// @param victims  the general registers that are parked meanwhile
/// @param source   what the lines hold of the guest's registers
/// @param isFaulty whether the instruction may fault for another reason than its target
public record Replacement(Seq<Line> lines, int result, Seq<Integer> victims, Source source, boolean isFaulty) {
    /// {@return an instruction in place of another one}
    static Replacement of(Line line, Source source) {
        return new Replacement(Vector.of(line), 0, Vector.empty(), source, false);
    }

    /// {@return whether the instruction itself may be needed, for which there is a break among the lines}
    boolean breaks() {
        return !victims.isEmpty();
    }
}
