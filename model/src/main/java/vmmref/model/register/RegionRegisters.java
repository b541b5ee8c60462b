package vmmref.model.register;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import org.apache.commons.lang3.Validate;
import vmmref.model.memory.VirtualAddress;

/// The eight region registers.
///
/// @param all in the order of their numbers
public record RegionRegisters(Array<RegionRegister> all) {
    public static final int NUMBER = 8;

    public RegionRegisters {
        Validate.isTrue(all.size() == NUMBER, "there are %d region registers, not %d", NUMBER, all.size());
    }

    public static RegionRegisters of(Seq<RegionRegister> all) {
        return new RegionRegisters(Array.ofAll(all));
    }

    /// {@return the register that an address selects}
    public RegionRegister of(VirtualAddress address) {
        return all.get(address.region());
    }

    public RegionRegister get(int number) {
        return all.get(number);
    }

    public RegionRegisters with(int number, RegionRegister register) {
        return new RegionRegisters(all.update(number, register));
    }
}
