package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// Machines that are prepared for references, and what their memory holds.
final class Prepared {
    private Prepared() { }

    /// {@return some bytes of memory}
    static Seq<Integer> bytes(Machine machine, long from, int number) {
        return Vector.range(0, number).map(offset -> (int) machine.memory().read(new PhysicalAddress(from + offset), 1));
    }

    /// {@return the bytes of a word, the least significant one first}
    static Seq<Integer> bytes(long word) {
        return Vector.range(0, 8).map(number -> (int) (word >>> 8 * number) & 0xff);
    }

    static Machine with(Machine machine, int register, long bits) {
        return with(machine, register, GeneralValue.of(bits));
    }

    static Machine with(Machine machine, int register, GeneralValue value) {
        return new Place.General(register).with(machine, value);
    }

    static Machine with(Machine machine, int register, FloatingValue value) {
        return new Place.Floating(register).with(machine, value);
    }

    /// {@return a machine none of whose floating-point registers is disabled}
    static Machine enabled(Machine machine) {
        return machine.withPsr(machine.psr().with(18, false).with(19, false));
    }

    /// {@return a machine that translates data, in one page of 64 KB with some memory attribute, access rights and level}
    static Machine paged(Machine machine, int ma, int ar, int pl, int key, long frame) {
        Pte entry = new Pte(0x61 | ma << 2 | pl << 7 | ar << 9 | frame);
        Translation page = Translation.of(new VirtualAddress(0), 0x101, new PageSize(16), key, entry);
        return machine.withTlb(Tlb.EMPTY.withCached(Stream.DATA, page, true)).withPsr(machine.psr().with(17, true).with(36, false));
    }

    /// {@return a machine that translates data to the same addresses, with some memory attribute}
    static Machine paged(Machine machine, int ma) {
        return paged(machine, ma, 3, 3, 0, 0);
    }
}
