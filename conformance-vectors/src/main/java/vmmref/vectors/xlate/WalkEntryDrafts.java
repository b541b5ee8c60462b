package vmmref.vectors.xlate;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.profile.Profile;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Hashing;
import vmmref.model.translate.PageTable;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;

/// Every bit of an entry, every property of the page of the table, and where entries lie in tables of all sizes.
final class WalkEntryDrafts {
    private static final Seq<Integer> SIZES = Vector.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28);

    /// The bits that stand for the others in tier core.
    private static final Set<Integer> TELLING = HashSet.of(0, 1, 2, 3, 4, 5, 12, 50, 51, 52, 64, 65, 66, 67, 69, 72, 96, 128, 167, 190, 191, 192);

    private WalkEntryDrafts() { }

    static Seq<Draft> all() {
        return Walk.FORMATS.flatMap(isLong -> bits(isLong).appendAll(tables(isLong)).appendAll(SIZES.flatMap(size -> places(isLong, size)))).appendAll(own());
    }

    /// One bit of an entry turned, of a page that is present and of one that is not, for a load and for a fetch.
    private static Seq<Draft> bits(boolean isLong) {
        return Vector.of(ReferenceType.LOAD, ReferenceType.FETCH).flatMap(type -> Vector.of(true, false).flatMap(present -> {
            Walk sound = present ? Walk.of(isLong, type) : Walk.of(isLong, type).with(Scene.ENTRY.with(0, 0, 0));
            return Vector.range(0, isLong ? 256 : 64).map(bit -> {
                Seq<Long> words = bit < 192 ? sound.words() : sound.words().append(0L);
                return sound.with(words.update(bit / 64, words.get(bit / 64) ^ 1L << bit)).draft("walk-entry", "%s: bit %d of word %d of the entry of %s page is turned".formatted(sound.name(), bit % 64, bit / 64, present ? "a present" : "an absent"))
                    .nearTo(sound.stimulus()).unlessFull(type == ReferenceType.LOAD && (present || bit == 64) && TELLING.contains(bit));
            });
        }));
    }

    /// What the page of the table says, its key, and breakpoints.
    private static Seq<Draft> tables(boolean isLong) {
        return Vector.of(ReferenceType.LOAD, ReferenceType.FETCH, ReferenceType.STORE, ReferenceType.TPA).flatMap(type -> {
            Walk sound = Walk.of(isLong, type);
            Seq<Draft> pages = Vector.of(Vector.of(0, 4, 5, 6, 7).map(ma -> new Pte(Walk.FRAME | Walk.SOUND).with(4, 2, ma)), Vector.range(0, 8).map(ar -> new Pte(Walk.FRAME | Walk.SOUND).with(11, 9, ar)),
                    Vector.range(0, 4).map(pl -> new Pte(Walk.FRAME | Walk.SOUND).with(8, 7, pl)), Vector.of(0, 5, 6, 52).map(bit -> new Pte((Walk.FRAME | Walk.SOUND) ^ 1L << bit))).flatMap(each -> each).distinct()
                .map(entry -> sound.inTable(entry.bits()).level(type == ReferenceType.TPA ? 0 : 3).draft("walk-table", "%s: the page of the table has the entry %s".formatted(sound.name(), entry)).nearTo(sound.stimulus()));
            Walk enforced = sound.psr(15, true);
            Seq<Draft> keys = Vector.range(0, 16).map(low -> enforced.with(machine -> machine.withKeys(machine.keys().with(5, new ProtectionKeyRegister((long) Walk.TABLE_KEY << 8 | low))))
                .draft("walk-table", "%s: the low bits of the register with the key of the table are %x".formatted(sound.name(), low)).nearTo(enforced.stimulus()).unlessFull(low < 8));
            Seq<Draft> watches = Vector.range(0, 8).map(enabled -> watching(sound, enabled).draft("walk-table", "%s: the entry is watched%s, PSR.db %d%s".formatted(
                sound.name(), (enabled & 1) != 0 ? " for reads at level 0" : " for writes and at other levels", enabled >> 1 & 1, (enabled & 4) != 0 ? ", PSR.dd 1" : "")).nearTo(sound.stimulus()));
            return pages.appendAll(keys).appendAll(watches).map(draft -> draft.unlessFull(type == ReferenceType.LOAD && isLong && draft.tier() != Tier.FULL));
        });
    }

    private static Walk watching(Walk sound, int enabled) {
        long at = (sound.isLong() ? Walk.LONG_TABLE : Walk.SHORT_TABLE).bits() + (sound.at() & 0x3fff);
        long mask = (enabled & 1) != 0 ? 0x81ff_ffff_ffff_ffffL : 0x7eff_ffff_ffff_ffffL;
        return sound.with(machine -> machine.withIndirect(machine.indirect().with(IndirectRegisters.File.DBR, 0, at).with(IndirectRegisters.File.DBR, 1, mask))).psr(24, (enabled & 2) != 0).psr(39, (enabled & 4) != 0);
    }

    /// The entry of the first, the last and other pages of a preferred size, in tables of some sizes; the page of the table is mapped for each.
    private static Seq<Draft> places(boolean isLong, int size) {
        return Vector.of(15, 16, 20, 28).flatMap(room -> Vector.of(0L, 1L, 1L << 44 | 0x123456789L, (1L << 50) - 16).flatMap(offset -> {
            Walk sound = Walk.of(isLong, ReferenceType.LOAD);
            VirtualAddress address = new VirtualAddress(1L << 61 | 0x100000000000L ^ offset & -16);
            RegionRegister region = new RegionRegister((long) Scene.RID << 8 | (long) size << 2 | 1);
            Pta pta = new Pta((isLong ? 0xe000000000000100L : 0) | 0x30000000L | (long) room << 2 | 1);
            PageTable table = new PageTable(Hashing.Known.XOR, 61, pta, region, address);
            VirtualAddress page = table.entry().page(Scene.SIZE);
            Translation mapping = Translation.of(page, isLong ? 0x107 : Scene.RID, Scene.SIZE, Walk.TABLE_KEY, new Pte(Walk.FRAME | Walk.SOUND));
            Seq<Long> words = isLong ? Vector.of(Scene.ENTRY.bits(), (long) Scene.KEY << 8 | Scene.SIZE.log2() << 2, table.tag()) : Vector.of(Scene.ENTRY.bits());
            Walk walk = new Walk(isLong, sound.machine().withRegions(sound.machine().regions().with(1, region)).withPta(pta).withTlb(Tlb.EMPTY.withRegister(Stream.DATA, Walk.TABLE_SLOT, Option.some(mapping))), words,
                Walk.FRAME + (table.entry().bits() & Scene.SIZE.mask()), Reference.data(ReferenceType.LOAD, address, 8));
            Walk neighbour = walk.with(Reference.data(ReferenceType.LOAD, new VirtualAddress(address.bits() ^ new PageSize(size).bytes()), 8));
            boolean telling = room == 20 && offset > 1 && size % 4 == 0;
            return Vector.of(
                walk.draft("walk-place", "an entry for %s, pages of %s, table of 2^%d".formatted(address, new PageSize(size), room)).nearTo(neighbour.stimulus()).unlessFull(telling),
                neighbour.draft("walk-place", "the entry is that of the page beside %s, pages of %s, table of 2^%d".formatted(((Reference) neighbour.operation()).address(), new PageSize(size), room)).nearTo(walk.stimulus()).unlessFull(telling));
        }));
    }

    /// What an entry in the long format says of its own page size, in a region of each preferred size.
    private static Seq<Draft> own() {
        Dimensions some = Profile.named("minimal").get().dimensions();
        return Vector.range(0, 64).flatMap(size -> Vector.of(ReferenceType.LOAD, ReferenceType.FETCH).map(type -> {
            Walk sound = Walk.of(true, type);
            return sound.with(sound.words().update(1, (long) Scene.KEY << 8 | (long) size << 2)).draft("walk-size", "%s: an entry of the size 2^%d, which %s".formatted(sound.name(), size, some.insertable().contains(size) ? "can be inserted" : "not all can insert"))
                .nearTo(sound.stimulus()).unlessFull(type == ReferenceType.LOAD && size > 11 && size < 17);
        }));
    }
}
