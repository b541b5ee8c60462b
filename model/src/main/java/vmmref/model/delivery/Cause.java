package vmmref.model.delivery;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.translate.ReferenceType;

/// What there is to tell of an interruption.
///
/// @param kind      the interruption
/// @param others    traps that are due with it and are told, but not delivered
/// @param slot      the slot of the instruction that is interrupted, or is the next one, 0 to 2
/// @param reference the reference that the instruction makes, or a fetch; none for others
/// @param address   the address that is reported, if one is
/// @param code      the bits of ISR.code that depend on the instruction
/// @param immediate what IIM tells of the instruction, 21 bits
public record Cause(Interruption kind, Seq<Interruption> others, int slot, Option<ReferenceType> reference, Option<VirtualAddress> address, int code, long immediate) {
    /// {@return the same with other bits of ISR.code that depend on the instruction}
    public Cause withCode(int other) {
        return new Cause(kind, others, slot, reference, address, other, immediate);
    }

    /// {@return a cause of which there is nothing more to tell}
    public static Cause of(Interruption kind, int slot) {
        return new Cause(kind, Vector.empty(), slot, Option.none(), Option.none(), 0, 0);
    }

    /// {@return a fetch that faults}
    public static Cause fetch(Interruption kind, int slot, VirtualAddress bundle) {
        return new Cause(kind, Vector.empty(), slot, Option.some(ReferenceType.FETCH), Option.some(bundle), 0, 0);
    }

    /// {@return traps of which there is nothing more to tell}
    ///
    /// @param traps the highest first; at least one
    public static Cause traps(Seq<Interruption> traps, int slot) {
        return new Cause(traps.head(), traps.tail(), slot, Option.none(), Option.none(), 0, 0);
    }
}
