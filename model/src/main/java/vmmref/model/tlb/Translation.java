package vmmref.model.tlb;

import static vmmref.spec.Translations.OFFSET_KEPT;

import org.apache.commons.lang3.Validate;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.spec.Translations;

/// A translation: one page of one region identifier, and what its page-table entry says.
///
/// The components are bare bits, so that thousands of translations stay close together in memory; [#page()], [#size()] and [#entry()] say what they are.
///
/// @param pageBits  the address of the page; its region number is that for which it was inserted and is no part of what it translates
/// @param rid       the region identifier, 24 bits
/// @param sizeLog2  12 to 60
/// @param key       24 bits
/// @param entryBits the page-table entry as it was inserted
public record Translation(long pageBits, int rid, int sizeLog2, int key, long entryBits) {
    private static final int LEAST = 12;

    public Translation {
        Validate.inclusiveBetween(LEAST, VirtualAddress.OFFSET_WIDTH - 1, sizeLog2, "a page has 2^%d to 2^%d bytes, not 2^%d",
            LEAST, VirtualAddress.OFFSET_WIDTH - 1, sizeLog2);
        Validate.isTrue((rid & ~0xffffff) == 0 && (key & ~0xffffff) == 0, "region identifiers and keys have 24 bits: %x, %x", rid, key);
        Pte entry = new Pte(entryBits);
        Validate.isTrue(!entry.p() || entry.attribute().isDefined(), "the memory attribute %d of a present translation is reserved", entry.ma());
        pageBits = pageBits >>> sizeLog2 << sizeLog2;
    }

    /// {@return the translation of the page that holds an address}
    public static Translation of(VirtualAddress address, int rid, PageSize size, int key, Pte entry) {
        return new Translation(address.bits(), rid, size.log2(), key, entry.bits());
    }

    public VirtualAddress page() {
        return new VirtualAddress(pageBits);
    }

    public PageSize size() {
        return new PageSize(sizeLog2);
    }

    public Pte entry() {
        return new Pte(entryBits);
    }

    /// {@return whether it translates an address of the region with an identifier}
    public boolean covers(int regionIdentifier, VirtualAddress address) {
        return rid == regionIdentifier && (page().offset() ^ address.offset()) >>> sizeLog2 == 0;
    }

    /// {@return whether it shares an address with a range of the region with an identifier; the range is aligned to its size}
    public boolean overlaps(int regionIdentifier, VirtualAddress address, PageSize range) {
        return rid == regionIdentifier && (page().offset() ^ address.offset()) >>> Math.max(sizeLog2, range.log2()) == 0;
    }

    /// {@return where an address of the page lies}
    @Translations.Rule(OFFSET_KEPT)
    public PhysicalAddress physical(VirtualAddress address) {
        return new PhysicalAddress(entry().frame() & ~size().mask() | address.bits() & size().mask());
    }

    /// {@return the same with another page-table entry}
    public Translation with(Pte other) {
        return new Translation(pageBits, rid, sizeLog2, key, other.bits());
    }

    /// {@return page, region identifier, size, key and entry in hexadecimal}
    @Override public String toString() {
        return "va %s rid %06x ps %d key %06x pte %s".formatted(page(), rid, sizeLog2, key, entry());
    }
}
