/// A guest before anything happens: the machine as it believes it to be, and what is behind its memory.
package vmmref.vectors.vmm;

import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.model.register.RegisterNumber;
import vmmref.vectors.format.Fields;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.machine.MachineState;

/// @param bare with its memory, at the guest's addresses
public record Start(Machine bare, NamedMap map) {
    private static final int LOWEST = 3;
    private static final String LAST = "ic.in-flight";

    /// Reads a guest: a [MachineState] and a [NamedMap].
    /// @throws vmmref.vectors.format.FieldMistake if anything is malformed, or no guest can be so
    public static Start read(Fields fields) {
        ObjectNode state = fields.json().deepCopy();
        state.remove(NamedMap.NAME);
        Machine bare = MachineState.read(new Fields(fields.path(), state));
        NamedMap map = fields.optional(NamedMap.NAME).map(NamedMap::read).getOrElse(NamedMap.EMPTY);
        if (bare.psr().cpl() % LOWEST != 0) throw fields.mistake("psr", "has the level " + bare.psr().cpl(), "write 0 or 3 into bits 33:32, the levels that guests have");
        if (fields.has(LAST)) throw fields.mistake(LAST, "is in flight", "leave it out: a monitor settles PSR.ic before a guest goes on");
        if ((bare.application(RegisterNumber.RSC) >>> 2 & LOWEST) % 2 == 0) throw fields.mistake("ar.rsc", "has the level " + (bare.application(RegisterNumber.RSC) >>> 2 & LOWEST), "write 1, which stands for the level 0 of a guest, or 3 into bits 3:2");
        bare.memory().written().reject(map::isMemory).forEach(at -> { throw fields.mistake("mem", "holds bytes at " + at + ", where the map has no frame", "name one there, or let the bytes be 0"); });
        return new Start(bare, map);
    }

    public Start with(Machine other) {
        return new Start(other, map);
    }

    public Start with(NamedMap other) {
        return new Start(bare, other);
    }

    /// {@return the same on a machine with so many protection-key registers}
    public Start with(int keyRegisters) {
        return with(MachineState.with(bare, keyRegisters));
    }
}
