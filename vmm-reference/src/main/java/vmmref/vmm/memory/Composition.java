package vmmref.vmm.memory;

import static vmmref.spec.Guests.ENTRY_COMPOSED;
import static vmmref.spec.Guests.PHYSICAL_COMPOSED;
import static vmmref.spec.Guests.RIGHTS_COMPOSED;

import io.vavr.Function3;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.protect.Access;
import vmmref.model.protect.Rights;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.spec.Guests;

/// What stands in the hardware for a translation of a guest, or for a piece of it. A wrong one is this record with one answer replaced.
///
/// @param sizes      of the pages that the host can insert
/// @param piecing    how large the piece around an address is; none where no frame is behind it
/// @param framing    where an entry leads
/// @param permitting what an entry permits
public record Composition(Seq<PageSize> sizes, Function3<GuestMap, GuestPhysicalAddress, Seq<PageSize>, Option<PageSize>> piecing, Framing framing, Permitting permitting) {
    private static final Seq<Access> ALL = Vector.of(Access.READ, Access.WRITE, Access.EXECUTE);
    /// Access rights that permit, at the level of the page: reading; reading and executing; reading and writing; all; executing.
    private static final Seq<Integer> OF_ONE_LEVEL = Vector.of(0, 1, 2, 3, 7);
    private static final Pte ABSENT = new Pte(0);
    /// Present, accessed, dirty, with all rights.
    private static final Pte EVERYTHING = new Pte(0x661);
    /// The logarithm of the largest page that stands for addresses that a guest believes to be physical.
    private static final int LARGEST = 28;

    /// The question where an entry of the hardware leads.
    @FunctionalInterface
    public interface Framing {
        /// {@return the entry}
        ///
        /// @param entry which leads nowhere yet
        /// @param guest an address in the page, as the guest knows it
        /// @param host  the address behind it
        Pte framed(Pte entry, GuestPhysicalAddress guest, PhysicalAddress host, PageSize size);
    }

    /// The question what an entry of the hardware permits.
    @FunctionalInterface
    public interface Permitting {
        /// {@return the entry}
        ///
        /// @param guest   the guest's entry
        /// @param streams for which it stands
        Pte permitted(Context context, Pte guest, Set<Stream> streams);
    }

    /// {@return what stands in the hardware of a host under an honest monitor}
    ///
    /// @param rights what pages permit
    public static Composition of(Rights rights, Dimensions host) {
        return new Composition(host.insertable().toVector().map(PageSize::new), GuestMap::piece, Composition::framed, (context, guest, streams) -> permitted(rights, context, guest, streams));
    }

    /// {@return the same on another implementation}
    public Composition on(Dimensions host) {
        return new Composition(host.insertable().toVector().map(PageSize::new), piecing, framing, permitting);
    }

    /// {@return the same, whose pieces are of the smallest size}
    public Composition small() {
        return new Composition(sizes.take(1), piecing, framing, permitting);
    }

    public Composition withPiecing(Function3<GuestMap, GuestPhysicalAddress, Seq<PageSize>, Option<PageSize>> changed) {
        return new Composition(sizes, changed, framing, permitting);
    }

    public Composition withPermitting(Permitting changed) {
        return new Composition(sizes, piecing, framing, changed);
    }

    public Composition withFraming(Framing changed) {
        return new Composition(sizes, piecing, changed, permitting);
    }

    /// {@return the piece of a guest's translation around an address, as the host has it; none where no frame is behind it}
    ///
    /// @param rid     of the region on the host
    /// @param key     of the host that stands for that of the guest
    /// @param streams for which it stands
    @Guests.Rule(ENTRY_COMPOSED)
    public Option<Translation> of(GuestMap map, Context context, int rid, int key, Translation guest, VirtualAddress at, Set<Stream> streams) {
        return guest.entry().p() ? piece(map, GuestPhysicalAddress.of(guest.physical(at)), guest.sizeLog2(), (size, host) -> Translation.of(at, rid, size, key, framing.framed(permitting.permitted(context, guest.entry(), streams), GuestPhysicalAddress.of(guest.physical(at)), host, size)))
            : Option.some(Translation.of(at, rid, sizes.head(), key, ABSENT));
    }

    /// {@return what stands for addresses around one that the guest believes to be physical: bit 63 says that they are not cached; none where no frame is behind them}
    ///
    /// @param rid of the region on the host
    /// @param key that every reference may use
    @Guests.Rule(PHYSICAL_COMPOSED)
    public Option<Translation> physical(GuestMap map, Context context, int rid, int key, VirtualAddress at) {
        Pte entry = EVERYTHING.with(4, 2, at.bits() < 0 ? MemoryAttribute.UC.encoding() : MemoryAttribute.WB.encoding()).with(8, 7, context.real());
        return piece(map, new GuestPhysicalAddress(at.bits() & Long.MAX_VALUE), LARGEST, (size, host) -> Translation.of(at, rid, size, key, framing.framed(entry, new GuestPhysicalAddress(at.bits() & Long.MAX_VALUE), host, size)));
    }

    private Option<Translation> piece(GuestMap map, GuestPhysicalAddress inside, int sizeLog2, BiFunction<PageSize, PhysicalAddress, Translation> entry) {
        return piecing.apply(map, inside, sizes.filter(size -> size.log2() <= sizeLog2)).flatMap(size -> map.host(inside).map(host -> entry.apply(size, host)));
    }

    static Pte framed(Pte entry, GuestPhysicalAddress guest, PhysicalAddress host, PageSize size) {
        return new Pte(entry.bits() & ~new Pte(-1).frame() | host.bits() & ~size.mask());
    }

    /// {@return an entry that permits at the real level, and at no lower one, what the guest's permits at the level that the guest believes in, as far as the streams for which it stands ask for it; at level 0 only, if that is nothing}
    @Guests.Rule(RIGHTS_COMPOSED)
    static Pte permitted(Rights rights, Context context, Pte guest, Set<Stream> streams) {
        return ofOneLevel(rights, context, guest, access -> isAsked(streams, access) && rights.permit(guest.ar(), guest.pl(), context.level(), access));
    }

    /// {@return an entry of the hardware that permits at the real level what it did and something else does, too; at level 0 only, if that is nothing}
    public static Pte restricted(Rights rights, Context context, Pte entry, Predicate<Access> other) {
        return ofOneLevel(rights, context, entry, access -> rights.permit(entry.ar(), entry.pl(), context.real(), access) && other.test(access));
    }

    private static Pte ofOneLevel(Rights rights, Context context, Pte entry, Predicate<Access> permitted) {
        return OF_ONE_LEVEL.find(ar -> ALL.forAll(access -> rights.permit(ar, context.real(), context.real(), access) == permitted.test(access)))
            .map(ar -> entry.with(11, 9, ar).with(8, 7, context.real())).getOrElse(() -> entry.with(11, 9, 0).with(8, 7, 0));
    }

    private static boolean isAsked(Set<Stream> streams, Access access) {
        return streams.contains(access == Access.EXECUTE ? Stream.INSTRUCTION : Stream.DATA);
    }
}
