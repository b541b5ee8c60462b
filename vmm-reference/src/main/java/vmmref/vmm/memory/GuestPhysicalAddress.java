package vmmref.vmm.memory;

import vmmref.model.memory.PhysicalAddress;
import vmmref.model.word.Bits;

/// An address of the memory that a guest takes for physical: 63 bits. It is no [PhysicalAddress], which is one of the host.
public record GuestPhysicalAddress(long bits) {
    public GuestPhysicalAddress {
        if (bits < 0) throw new IllegalArgumentException("a guest-physical address has 63 bits: " + Bits.hexadecimal(bits));
    }

    /// {@return the address that the rules of the machine call physical, where the machine is a guest's}
    public static GuestPhysicalAddress of(PhysicalAddress ofGuest) {
        return new GuestPhysicalAddress(ofGuest.bits());
    }

    /// {@return the number of its page of [GuestMap#PAGE] bytes}
    long page() {
        return bits / GuestMap.PAGE;
    }

    /// {@return sixteen hexadecimal digits}
    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
