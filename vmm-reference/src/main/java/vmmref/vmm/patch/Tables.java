package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.ToLongFunction;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegister;
import vmmref.model.translate.Hashing;
import vmmref.model.word.Bits;

/// The page table in which a guest believes, for stubs that tell where it has an entry for a page, and with which tag. The page sizes that regions prefer must be the same, as no stub chooses between them.
///
/// @param pta     where the table lies
/// @param regions the region registers, 0 to 7
/// @param size    the logarithm of the bytes of their pages
/// @param bits    how many bits of the offset in a region are implemented
/// @param hashing how entries in the long format are found
record Tables(Pta pta, Seq<RegionRegister> regions, int size, int bits, Hashing hashing) {
    private static final int SHORT = 3;
    private static final int LONG = 5;
    /// The sizes of tables that there are.
    private static final int LEAST = 15;
    private static final int MOST = 61;
    /// The bits between those of an offset that are implemented and the region.
    private static final int REST = 62;
    /// Where the bits of a region identifier go in a tag.
    private static final int IDENTIFIER = 39;

    static Option<Tables> of(Constants constants) {
        Seq<RegionRegister> regions = Vector.range(0, 8).map(constants.addressing().regions()::get);
        int size = regions.head().preferredSize().log2();
        int bits = constants.profile().dimensions().virtualBits();
        Pta pta = constants.addressing().pta();
        boolean possible = regions.forAll(region -> region.preferredSize().log2() == size) && size < bits && pta.sizeLog2() >= LEAST && pta.sizeLog2() <= MOST;
        return Option.when(possible, () -> new Tables(pta, regions, size, bits, Hashing.of(constants.profile())));
    }

    /// {@return what tells the address of the entry of a page}
    Seq<String> hashed() {
        return checked().appendAll(pta.isLong() ? longEntry() : shortEntry());
    }

    /// {@return what tells the tag of a page}
    Seq<String> tagged() {
        return checked().appendAll(identified(region -> (long) region.identifier() << IDENTIFIER)).appendAll(page()).append("A xor target=left,right ;;");
    }

    /// {@return what lets the instruction itself tell that an operand is no address}
    private Seq<String> checked() {
        return Vector.of("I tnat.z p0,p6=source ;;", Choosing.BREAK, "I extr left=source,%d,%d ;;".formatted(bits - 1, REST - bits), "A adds left=1,left ;;", "A cmp.ltu p6,p0=1,left ;;", Choosing.BREAK + " ;;");
    }

    private Seq<String> shortEntry() {
        return Vector.of("I extr.u left=source,%d,%d ;;".formatted(size, Math.min(bits - size, pta.sizeLog2() - SHORT)), "I dep.z left=left,%d,%d".formatted(SHORT, pta.sizeLog2() - SHORT), "X movl right=0x%x ;;".formatted(base()),
            "A or left=left,right ;;", "I extr.u right=source,%d,3 ;;".formatted(VirtualAddress.OFFSET_WIDTH), "I dep.z right=right,%d,3 ;;".formatted(VirtualAddress.OFFSET_WIDTH), "A or target=left,right ;;");
    }

    private Seq<String> longEntry() {
        long region = pta.bits() & ~Bits.ones(VirtualAddress.OFFSET_WIDTH);
        return identified(register -> (long) register.identifier()).appendAll(page()).appendAll(Vector.of("A %s left=left,right ;;".formatted(hashing == Hashing.Known.XOR ? "xor" : "add"),
            "I dep.z left=left,%d,%d".formatted(LONG, pta.sizeLog2() - LONG), "X movl right=0x%x ;;".formatted(region | base()), "A or target=left,right ;;"));
    }

    private long base() {
        return pta.base() & ~Bits.ones(pta.sizeLog2()) & Bits.ones(VirtualAddress.OFFSET_WIDTH);
    }

    /// {@return what makes `left` the number of the page in its region}
    private Seq<String> page() {
        return Vector.of("I extr.u left=source,%d,%d ;;".formatted(size, bits - size));
    }

    /// {@return what makes `right` something of the region of the address}
    private Seq<String> identified(ToLongFunction<RegionRegister> told) {
        return Choosing.region().appendAll(Choosing.of(regions.map(told::applyAsLong)));
    }
}
