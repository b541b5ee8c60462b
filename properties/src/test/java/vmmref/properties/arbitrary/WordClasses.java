package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.word.Bits;

/// Questions about words and addresses.
final class WordClasses {
    private static final Seq<String> BOUNDARIES = Vector.of("0", "all ones", "the sign bit alone", "all but the sign bit", "another bit alone", "all but another bit", "another word");
    private static final Seq<String> EDGES = Vector.of("last below", "first beyond", "last beyond", "first above", "another implemented", "another unimplemented");
    private static final long PAGE = 0xfff;
    private static final long REGION = 1L << VirtualAddress.OFFSET_WIDTH;

    private WordClasses() { }

    /// {@return which boundary of words of a width a word is}
    static Classifier<Long> boundary(int width) {
        long ones = Bits.ones(width);
        long sign = 1L << width - 1;
        return Classifier.by("word", BOUNDARIES, word -> BOUNDARIES.get(
            word == 0 ? 0 : word == ones ? 1 : word == sign ? 2 : word == (ones ^ sign) ? 3 : Long.bitCount(word) == 1 ? 4 : Long.bitCount(word) == width - 1 ? 5 : 6));
    }

    /// {@return where in words of 64 bits the one bit is that differs from all others, the sign bit aside}
    static Classifier<Long> position() {
        return Classifier.ofParts("where that other bit is", Vector.of("6:0", "20:7", "62:21"), word -> switch (BOUNDARIES.indexOf(boundary(Long.SIZE).asked().apply(word).head())) {
            case 4  -> Vector.of(range(Long.numberOfTrailingZeros(word)));
            case 5  -> Vector.of(range(Long.numberOfTrailingZeros(~word)));
            default -> Vector.empty();
        });
    }

    private static String range(int bit) {
        return bit <= 6 ? "6:0" : bit <= 20 ? "20:7" : "62:21";
    }

    /// {@return the region of an address}
    static Classifier<VirtualAddress> region() {
        return Classifier.by("region", Vector.range(0, 8), VirtualAddress::region);
    }

    /// {@return which of the places where addresses crowd it is in}
    static Classifier<VirtualAddress> place() {
        return Classifier.by("offset in the region", Vector.of("first 32 KiB", "256 MiB ± 16 KiB", "last 32 KiB", "elsewhere"), address ->
            address.offset() < 0x8000 ? "first 32 KiB" : address.offset() >= REGION - 0x8000 ? "last 32 KiB"
                : address.offset() - 0x1000_0000 >= -0x4000 && address.offset() - 0x1000_0000 < 0x4000 ? "256 MiB ± 16 KiB" : "elsewhere");
    }

    /// {@return which byte of 4 KiB it is}
    static Classifier<VirtualAddress> within() {
        return Classifier.by("offset in 4 KiB", Vector.of("first byte", "last byte", "another multiple of 16", "elsewhere"), address ->
            (address.bits() & PAGE) == 0 ? "first byte" : (address.bits() & PAGE) == PAGE ? "last byte" : (address.bits() & 15) == 0 ? "another multiple of 16" : "elsewhere");
    }

    /// {@return where an address lies, seen from the edges of the implemented addresses where bits 50:0 are}
    static Classifier<VirtualAddress> edge() {
        long half = 1L << 50;
        return Classifier.by("seen from the edges of 51 implemented bits", EDGES, address ->
            address.offset() == half - 1 ? "last below" : address.offset() == half ? "first beyond" : address.offset() == REGION - half - 1 ? "last beyond"
                : address.offset() == REGION - half ? "first above" : address.isImplemented(51) ? "another implemented" : "another unimplemented");
    }
}
