/// Region identifiers, addresses that only the host has, speculative loads, and several references to one page.
package vmmref.vectors.gpmap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.register.Dcr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Column;
import vmmref.model.translate.FaultOrder;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

final class RegionDrafts {
    private static final long ALL = Vector.of(Dcr.Bit.values()).map(bit -> 1L << bit.number()).fold(0L, (one, other) -> one | other);
    private static final int IC = 13;
    private static final int IT = 36;
    private static final int ED = 43;

    private RegionDrafts() { }

    static Seq<Draft> all() {
        return through().appendAll(streams()).appendAll(bits()).appendAll(low()).appendAll(half()).appendAll(speculation()).appendAll(several());
    }

    /// The region identifier decides, not the region number.
    private static Seq<Draft> through() {
        return Cases.TYPES.flatMap(type -> Vector.range(0, 8).remove(Scene.PAGE.region()).flatMap(region -> {
            Referring plain = Cases.sound(type);
            Referring other = plain.asking(Cases.reference(type, (long) region << 61 | Scene.PAGE.offset() | 0x40));
            Referring same = other.with(machine -> machine.withRegions(machine.regions().with(region, machine.regions().get(Scene.PAGE.region()))));
            Referring both = new Referring(same.addressing(), same.memory(), same.map(), plain.references().appendAll(same.references()));
            return Vector.of(
                Cases.draft("regions", "%s through region %d, whose region identifier is that of the page".formatted(RightsDrafts.name(type), region), "RegionNumber", same, other),
                Cases.draft("regions", "%s through region %d".formatted(RightsDrafts.name(type), region), "RegionNumber", other, same),
                Cases.draft("regions", "%s through region %d after one through the region of the page, whose identifiers are the same".formatted(RightsDrafts.name(type), region), "RegionNumber", both,
                    same)).filter(draft -> type == ReferenceType.LOAD || region % 3 == type.ordinal() % 3).map(draft -> draft.unlessFull(region % 3 == type.ordinal() % 3));
        }));
    }

    /// One address means something else to fetches than to data: another page, other rights, another key, nothing.
    private static Seq<Draft> streams() {
        Seq<Pte> others = Vector.of(Scene.ENTRY.with(49, 12, 0x1238), Scene.ENTRY.with(49, 12, 0x1244), Scene.ENTRY.with(11, 9, 0), Scene.ENTRY.with(11, 9, 7), Scene.ENTRY.with(0, 0, 0), Scene.ENTRY.with(4, 2, 4), Scene.ENTRY);
        return Vector.of(Stream.values()).flatMap(stream -> others.flatMap(other -> Vector.of(ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.FETCH).flatMap(type -> {
            Referring page = Cases.mapped(Scene.PAGE, Scene.SIZE, Scene.ENTRY, Cases.MAP).with(machine -> machine.withTlb(machine.tlb().withRegister(stream, Scene.SLOT, Option.some(Scene.TRANSLATION.with(other)))));
            Reference reference = second(type);
            Reference before = second(type == ReferenceType.FETCH ? ReferenceType.LOAD : ReferenceType.FETCH);
            String said = "%s where %s have the entry %s".formatted(GuestOp.name(reference), stream == Stream.DATA ? "data" : "fetches", other);
            return Vector.of(Cases.draft("streams", said, "GuestEntry", page.asking(reference), page.asking(before, reference)),
                Cases.draft("streams", "%s, after %s".formatted(said, GuestOp.name(before)), "GuestEntry", page.asking(before, reference), page.asking(reference))).map(draft -> draft.unlessFull(type != ReferenceType.STORE && (other.ar() + other.ma()) % 2 == 1));
        })));
    }

    private static Seq<Draft> bits() {
        Referring sound = Cases.sound(ReferenceType.LOAD);
        return Vector.range(0, 18).map(bit -> Cases.draft("regions", "the region identifier differs in bit %d".formatted(bit), "RegionNumber", region(sound, Scene.RID ^ 1 << bit, 14), sound).unlessFull(bit % 6 == 5));
    }

    private static Referring region(Referring asked, int identifier, int size) {
        return asked.with(machine -> machine.withRegions(machine.regions().with(Scene.PAGE.region(), new RegionRegister((long) identifier << 8 | (long) size << 2))));
    }

    /// Identifiers of the guest that may be those of the monitor or of another guest on the host, and preferred sizes other than that of the page.
    private static Seq<Draft> low() {
        return Vector.of(0, 1, 7, 8, 15, 16, 17, 23, 24, 255, 0x3ffff).map(identifier -> Cases.draft("regions", "the page has the region identifier %x".formatted(identifier), "RegionNumber", held(identifier), region(held(identifier), identifier ^ 2, 14)))
            .appendAll(Vector.of(12, 16, 20, 24, 28).map(size -> Cases.draft("regions", "the region prefers pages of 2^%d".formatted(size), "PageSize", region(Cases.sound(ReferenceType.LOAD), Scene.RID, size), Cases.sound(ReferenceType.LOAD))));
    }

    private static Referring held(int identifier) {
        Scene sound = Scene.of(ReferenceType.LOAD);
        return Cases.of(sound.with(sound.machine().withTlb(sound.machine().tlb().withRegister(ReferenceType.LOAD.stream(), Scene.SLOT,
            Option.some(Translation.of(Scene.PAGE, identifier, Scene.SIZE, Scene.KEY, Scene.ENTRY)))).withRegions(sound.machine().regions().with(1, new RegionRegister((long) identifier << 8 | 14 << 2)))));
    }

    /// The half of each region that is not the guest's: each bit of an address alone and with those above.
    private static Seq<Draft> half() {
        return Cases.TYPES.flatMap(type -> Vector.rangeClosed(48, 60).flatMap(bit -> {
            long low  = Scene.PAGE.bits() | 1L << bit | 0x40;
            long high = Scene.PAGE.bits() | (1L << 61) - (1L << bit) | 0x40;
            Referring one = Cases.sound(type).asking(Cases.reference(type, low));
            Referring all = Cases.sound(type).asking(Cases.reference(type, high));
            return Vector.of(Cases.draft("half", "%s of an address whose bit %d alone is set".formatted(RightsDrafts.name(type), bit), "UnimplementedAddress", one, all),
                Cases.draft("half", "%s of an address whose bits 60 to %d are set".formatted(RightsDrafts.name(type), bit), "UnimplementedAddress", all, one)).filter(draft -> bit > 57 || (bit + type.ordinal()) % 4 == 0).map(draft -> draft
                    .unlessFull(bit > 57 && (RightsDrafts.isTelling(type) || bit == 59)));
        }));
    }

    /// Speculative loads that meet a condition, under what defers them and does not.
    private static Seq<Draft> speculation() {
        Scene sound = Scene.of(ReferenceType.SPECULATIVE_LOAD);
        Seq<Defect> defects = FaultOrder.architected().clauses(Column.DATA).flatMap(Defect::of).filter(defect -> defect.fits(sound.operation()) && defect != Defect.OPERATION_VIRTUALIZED);
        return defects.filter(defect -> defect.in(sound).machine().psr().cpl() % 3 == 0).zipWithIndex().flatMap(each -> {
            Defect defect = each._1;
            Referring met = Cases.of(defect.in(sound));
            Referring permitted = met.with(machine -> machine.withCodeEd(true));
            String title = defect.clause().sentence().title();
            return Vector.of(Dcr.Bit.values()).flatMap(bit -> Vector.of(
                    draft(title + ", DCR." + name(bit), dcr(permitted, 1L << bit.number()), permitted), draft(title + ", all of DCR but " + name(bit), dcr(permitted, ALL & ~(1L << bit.number())), permitted)))
                .append(draft(title + ", PSR.ed 1", met.psr(ED, true), met)).append(draft(title + ", PSR.ic 0", met.psr(IC, false), met)).append(draft(title + ", nothing of DCR", permitted, dcr(permitted, ALL)))
                .append(draft(title + ", all of DCR, but the page of the code does not permit it", dcr(met, ALL), dcr(permitted, ALL)))
                .append(draft(title + ", all of DCR and the page of the code, but fetches are not translated", dcr(permitted, ALL).psr(IT, false), dcr(permitted, ALL))).zipWithIndex((draft, index) -> draft.unlessFull((index + each._2) % 4 == 0));
        });
    }

    private static Referring dcr(Referring asked, long bits) {
        return asked.with(machine -> machine.withDcr(new Dcr(bits)));
    }

    private static String name(Dcr.Bit bit) {
        return bit.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Draft draft(String title, Referring asked, Referring near) {
        return Cases.draft("speculation", "ld8.s: " + title, "Speculation", asked, near);
    }

    /// A reference that the page permits, and then another one that it may not.
    private static Seq<Draft> several() {
        Seq<Pte> entries = Vector.of(Scene.ENTRY, Scene.ENTRY.with(6, 6, 0), Scene.ENTRY.with(11, 9, 0), Scene.ENTRY.with(11, 9, 1), Scene.ENTRY.with(11, 9, 2), Scene.ENTRY.with(11, 9, 5).with(8, 7, 0), Scene.ENTRY.with(4, 2, 4));
        Seq<ReferenceType> types = Vector.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.STACK_STORE);
        Seq<Draft> alone = entries.flatMap(entry -> types.map(type -> {
            Referring page = Cases.mapped(Scene.PAGE, Scene.SIZE, entry, Cases.MAP);
            return Cases.draft("several", "%s of a page with the entry %s".formatted(RightsDrafts.name(type), entry), "GuestEntry", page.asking(second(type))).unlessFull(type == ReferenceType.LOAD || type == ReferenceType.STORE);
        }));
        return alone.appendAll(entries.flatMap(entry -> types.flatMap(first -> types.filter(other -> other != first).map(other -> {
            Referring page = Cases.mapped(Scene.PAGE, Scene.SIZE, entry, Cases.MAP);
            Reference one = Cases.reference(first, Scene.PAGE.bits() + 0x40);
            Reference two = second(other);
            return Cases.draft("several", "%s, then %s, of a page with the entry %s".formatted(GuestOp.name(one), GuestOp.name(two), entry), "GuestEntry", page.asking(one, two), page.asking(two)).unlessFull((first.ordinal() + other.ordinal() + (int) entry.bits() / 32) % 8 == 0);
        }))));
    }

    private static Reference second(ReferenceType type) {
        return Cases.reference(type, Scene.PAGE.bits() + 0x1080);
    }
}
