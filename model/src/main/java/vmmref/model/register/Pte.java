package vmmref.model.register;

import static vmmref.model.word.Bits.bit;

import io.vavr.control.Option;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.word.Bits;

/// A page-table entry, 64 bits: what a translation permits and where its page lies.
public record Pte(long bits) {
    private static final long FRAME = Bits.ones(50) & ~Bits.ones(12);

    /// The page is present.
    public boolean p()  { return bit(bits, 0); }
    /// The three bits of the memory attribute.
    public int ma()     { return (int) Bits.field(bits, 4, 2); }
    /// The page was accessed.
    public boolean a()  { return bit(bits, 5); }
    /// The page was written.
    public boolean d()  { return bit(bits, 6); }
    /// Privilege level of the page, 0 to 3.
    public int pl()     { return (int) Bits.field(bits, 8, 7); }
    /// Access rights, 0 to 7.
    public int ar()     { return (int) Bits.field(bits, 11, 9); }
    /// Speculative loads of the code in this page may be deferred.
    public boolean ed() { return bit(bits, 52); }

    /// {@return the physical address in bits 49:12}
    public long frame() {
        return bits & FRAME;
    }

    /// {@return the memory attribute; none where its bits are reserved}
    public Option<MemoryAttribute> attribute() {
        return MemoryAttribute.encoded(ma());
    }

    /// {@return the same with the bits of a range replaced}
    public Pte with(int high, int low, long value) {
        return new Pte(bits & ~(Bits.ones(high - low + 1) << low) | value << low);
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
