package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;

/// When the page table is walked, and what a walk leads to: each kind of reference, each switch, each thing that can be wrong with the page that is found.
final class WalkDrafts {
    private static final Seq<ReferenceType> TYPES = ReferenceType.ofInstructions();
    private static final int IC = 13;
    private static final int PK = 15;
    private static final int DT = 17;
    private static final int IT = 36;
    private static final int ED = 43;

    private WalkDrafts() { }

    static Seq<Draft> all() {
        return Walk.FORMATS.flatMap(isLong -> TYPES.flatMap(type -> switches(isLong, type).appendAll(pages(isLong, type)).appendAll(untranslated(isLong, type)).append(ordered(isLong, type)))
            .appendAll(Vector.of(Stream.values()).flatMap(stream -> held(isLong, stream).appendAll(overlapping(isLong, stream)))).appendAll(deferred(isLong)).appendAll(sequences(isLong)));
    }

    /// What must be on: PTA.ve, the bit of the region, PSR.dt, PSR.it and PSR.ic; each set of those that are off, in tier core where few are.
    private static Seq<Draft> switches(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        return Vector.range(0, 32).map(off -> {
            String said = Vector.of("PTA.ve", "RR.ve", "PSR.dt", "PSR.it", "PSR.ic").zipWithIndex().filter(each -> (off >> each._2 & 1) != 0).map(each -> each._1).mkString(", ");
            Draft draft = off(sound, off).draft("walk-enabled", "%s with %s".formatted(sound.name(), off == 0 ? "everything on" : "these off: " + said));
            return draft.nearTo(off == 0 ? sound.resting().stimulus() : sound.stimulus()).unlessFull(isTelling(type) && Integer.bitCount(off) <= 1 || off == 0 && !isLong);
        });
    }

    /// What stands for the others in tier core.
    private static boolean isTelling(ReferenceType type) {
        return type == ReferenceType.LOAD || type == ReferenceType.FETCH;
    }

    private static Walk off(Walk sound, int off) {
        Walk resting = (off & 1) != 0 ? sound.resting() : sound;
        Walk region = (off & 2) != 0 ? resting.with(machine -> machine.withRegions(machine.regions().with(1, new RegionRegister(machine.regions().get(1).bits() & -2)))) : resting;
        Walk data = (off & 4) != 0 ? region.psr(DT, false) : region;
        Walk fetches = (off & 8) != 0 ? data.psr(IT, false) : data;
        return (off & 16) != 0 ? fetches.psr(IC, false) : fetches;
    }

    /// What the page that is found says: the reference meets that as if something had translated it.
    private static Seq<Draft> pages(boolean isLong, ReferenceType type) {
        return found(isLong, type).map(draft -> draft.unlessFull(isTelling(type) && isLong));
    }

    private static Seq<Draft> found(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        Seq<Draft> entries = Vector.of("absent", "a NaT page", "uncacheable", "not accessed", "clean", "read only, at level 0", "of rights 7").zip(Vector.of(Scene.ENTRY.with(0, 0, 0), Scene.ENTRY.with(4, 2, 7),
                Scene.ENTRY.with(4, 2, 4), Scene.ENTRY.with(5, 5, 0), Scene.ENTRY.with(6, 6, 0), Scene.ENTRY.with(11, 7, 0), Scene.ENTRY.with(11, 9, 7)))
            .map(each -> sound.with(each._2).level(isPrivileged(type) ? 0 : 3).draft("walk-page", "%s of a page that is %s".formatted(sound.name(), each._1)).nearTo(sound.stimulus()));
        Walk enforced = sound.psr(PK, true);
        Walk keyless = enforced.with(machine -> machine.withKeys(machine.keys().with(3, new ProtectionKeyRegister(0)).with(4, new ProtectionKeyRegister(0))));
        Walk disabled = enforced.with(machine -> machine.withKeys(machine.keys().with(3, new ProtectionKeyRegister((long) Scene.KEY << 8 | 0xf)).with(4, new ProtectionKeyRegister((long) Scene.RID << 8 | 0xf))));
        return entries.append(enforced.draft("walk-page", "%s with keys enforced".formatted(sound.name())).nearTo(keyless.stimulus()))
            .append(keyless.draft("walk-page", "%s of a page whose key no register holds".formatted(sound.name())).nearTo(enforced.stimulus()))
            .append(disabled.draft("walk-page", "%s of a page whose key disables everything".formatted(sound.name())).nearTo(enforced.stimulus()))
            .append(sound.with(((Reference) sound.operation()).at(new VirtualAddress(Scene.PAGE.bits() + 0x3ff0))).draft("walk-page", "%s of the last bytes of the page".formatted(sound.name())).nearTo(sound.stimulus()));
    }

    private static boolean isPrivileged(ReferenceType type) {
        return type == ReferenceType.TPA || type == ReferenceType.TAK;
    }

    /// Nothing translates the entry, while interruptions are collected, are not, and while that is in flight.
    private static Seq<Draft> untranslated(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        Walk mismatched = isLong ? sound.with(sound.words().update(2, Walk.TAG ^ 2)) : sound.with(Scene.ENTRY.with(1, 1, 1));
        Translation within = Translation.of(new VirtualAddress(Scene.PAGE.bits() + 0x2000), Scene.RID, new PageSize(12), 0, new Pte(0));
        return missing(isLong, type).zipWithIndex((draft, index) -> draft.unlessFull(!isLong && (isTelling(type) || index == 0)))
            .append(mismatched.draft("walk-in-vain", "%s: the entry %s".formatted(sound.name(), isLong ? "is that of another page" : "has a reserved bit")).nearTo(sound.stimulus()))
            .append(sound.inTable(Walk.FRAME | 0x7c1).draft("walk-in-vain", "%s: the page of the entry was not accessed".formatted(sound.name())).nearTo(sound.stimulus()).unlessFull(!isLong))
            .append(sound.with(sound.machine().tlb().withRegister(type.stream(), 1, Option.some(within))).draft("walk-in-vain", "%s: a register holds a page within".formatted(sound.name())).nearTo(sound.stimulus()).at(Level.UNSPECIFIED).unlessFull(!isLong));
    }

    private static Seq<Draft> missing(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        Walk empty = sound.with(Tlb.EMPTY);
        Translation table = sound.table(Walk.FRAME | Walk.SOUND);
        Walk code = sound.with(Tlb.EMPTY.withRegister(Stream.INSTRUCTION, Walk.TABLE_SLOT, Option.some(table)));
        Walk cached = sound.with(Tlb.EMPTY.withCached(Stream.DATA, table, true));
        Walk twice = sound.with(sound.machine().tlb().withCached(Stream.DATA, table, true));
        Walk quiet = empty.psr(IC, false);
        Walk refused = sound.with(Scene.ENTRY.with(1, 1, 1));
        return Vector.of(
            empty.draft("walk-missing", "%s: nothing translates the entry".formatted(sound.name())).nearTo(sound.stimulus()),
            quiet.draft("walk-missing", "%s: nothing translates the entry, PSR.ic 0".formatted(sound.name())).nearTo(empty.stimulus()),
            quiet.with(machine -> machine.withInFlight(true)).draft("walk-missing", "%s: nothing translates the entry, PSR.ic 0 and in flight".formatted(sound.name())).nearTo(quiet.stimulus()),
            refused.psr(IC, false).draft("walk-missing", "%s: the entry cannot be inserted, PSR.ic 0".formatted(sound.name())).nearTo(refused.stimulus()),
            refused.draft("walk-missing", "%s: the entry cannot be inserted".formatted(sound.name())).nearTo(sound.stimulus()),
            code.draft("walk-missing", "%s: something translates the entry for fetches".formatted(sound.name())).nearTo(sound.stimulus()),
            cached.draft("walk-missing", "%s: the translation cache has the translation of the entry".formatted(sound.name())).nearTo(empty.stimulus()),
            twice.draft("walk-missing", "%s: two translations of the entry".formatted(sound.name())).nearTo(sound.stimulus()).at(Level.UNSPECIFIED));
    }

    private static Draft ordered(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        return sound.with(sound.words().map(Long::reverseBytes)).with(machine -> machine.withDcr(new Dcr(2))).draft("walk-order", "%s: DCR.be 1".formatted(sound.name())).nearTo(sound.stimulus()).unlessFull(isTelling(type));
    }

    /// A page that is in the table and held: what a buffer holds is what counts, as long as it holds it.
    private static Seq<Draft> held(boolean isLong, Stream stream) {
        Walk sound = Walk.of(isLong, stream);
        Translation same  = Translation.of(Scene.PAGE, Scene.RID, Scene.SIZE, Scene.KEY, Scene.ENTRY);
        Translation other = Translation.of(Scene.PAGE, Scene.RID, Scene.SIZE, Scene.KEY, Scene.ENTRY.with(49, 12, 0x777));
        return Vector.of(same, other).flatMap(translation -> Vector.of(
            sound.with(sound.machine().tlb().withRegister(stream, 1, Option.some(translation))).draft("walk-held", "%s: a register translates %s".formatted(sound.name(), translation == same ? "to the same frame" : "to another frame")).nearTo(sound.stimulus()),
            sound.with(sound.machine().tlb().withCached(stream, translation, true)).draft("walk-held", "%s: the cache translates %s".formatted(sound.name(), translation == same ? "to the same frame" : "to another frame")).nearTo(sound.stimulus()),
            sound.with(sound.machine().tlb().withCached(stream == Stream.DATA ? Stream.INSTRUCTION : Stream.DATA, translation, true)).draft("walk-held", "%s: the cache of the other stream translates %s".formatted(sound.name(), translation == same ? "to the same frame" : "to another frame")).nearTo(sound.stimulus())));
    }

    /// A small page beside that of the reference within the page that is found, held by a register or the cache of either stream.
    private static Seq<Draft> overlapping(boolean isLong, Stream stream) {
        Walk sound = Walk.of(isLong, stream);
        Translation beside = Translation.of(new VirtualAddress(Scene.PAGE.bits() + 0x2000), Scene.RID, new PageSize(12), 0, new Pte(0));
        Translation behind = Translation.of(new VirtualAddress(Scene.PAGE.bits() + 0x4000), Scene.RID, new PageSize(12), 0, new Pte(0));
        Stream other = stream == Stream.DATA ? Stream.INSTRUCTION : Stream.DATA;
        Tlb held = sound.machine().tlb();
        return Vector.of(
            sound.with(held.withRegister(stream, 1, Option.some(beside))).draft("walk-overlap", "%s: a register holds a page within".formatted(sound.name())).nearTo(sound.with(held.withRegister(stream, 1, Option.some(behind))).stimulus()).at(Level.UNSPECIFIED),
            sound.with(held.withRegister(stream, 1, Option.some(behind))).draft("walk-overlap", "%s: a register holds the page behind".formatted(sound.name())).nearTo(sound.with(held.withRegister(stream, 1, Option.some(beside))).stimulus()),
            sound.with(held.withRegister(other, 1, Option.some(beside))).draft("walk-overlap", "%s: a register of the other stream holds a page within".formatted(sound.name())).nearTo(sound.stimulus()),
            sound.with(held.withCached(stream, beside, true)).draft("walk-overlap", "%s: the cache holds a page within".formatted(sound.name())).nearTo(sound.stimulus()),
            sound.with(held.withRegister(stream, 1, Option.some(beside))).psr(IC, false).draft("walk-overlap", "%s: a register holds a page within, PSR.ic 0".formatted(sound.name())).nearTo(sound.with(held.withRegister(stream, 1, Option.some(beside))).stimulus())
                .at(stream == Stream.DATA ? Level.UNSPECIFIED : Level.MUST));
    }

    /// A speculative load whose walk is in vain, or finds a page: each bit of DCR that matters, the page of the code, PSR.ed and PSR.ic.
    private static Seq<Draft> deferred(boolean isLong) {
        Walk sound = Walk.of(isLong, ReferenceType.SPECULATIVE_LOAD);
        Seq<Draft> all = Vector.empty();
        for (Walk walk : Vector.of(isLong ? sound.with(sound.words().update(2, Walk.TAG ^ 2)) : sound, sound, sound.with(Tlb.EMPTY), sound.with(Scene.ENTRY.with(1, 1, 1)), sound.with(Scene.ENTRY.with(0, 0, 0)), sound.inTable(Walk.FRAME | 0x641))) {
            String what = walk == sound ? "sound" : isLong && walk.words().get(2) != Walk.TAG ? "of another page" : walk.machine().tlb().equals(Tlb.EMPTY) ? "not mapped" : walk.words().head() == Scene.ENTRY.bits() ? "not readable" : (walk.words().head() & 1) == 0 ? "absent" : "not insertable";
            for (long dcr : new long[] {0, 1L << 8, 1L << 9, 0x7e00, 0x7f00}) {
                for (boolean ed : new boolean[] {false, true}) {
                    Walk set = walk.with(machine -> machine.withDcr(new Dcr(dcr)).withCodeEd(ed));
                    all = all.append(set.draft("walk-deferred", "ld8.s, entry %s, DCR %x, itlb.ed %d".formatted(what, dcr, ed ? 1 : 0)).nearTo(walk.stimulus()).unlessFull(ed && (!isLong || what.startsWith("of"))));
                }
            }
            all = all.append(walk.psr(ED, true).draft("walk-deferred", "ld8.s, entry %s, PSR.ed 1".formatted(what)).nearTo(walk.stimulus()))
                .append(walk.psr(IC, false).draft("walk-deferred", "ld8.s, entry %s, PSR.ic 0".formatted(what)).nearTo(walk.stimulus()));
        }
        return all;
    }

    /// What a walk inserts is there for the next reference, and purged as other translations are.
    private static Seq<Draft> sequences(boolean isLong) {
        Walk sound = Walk.of(isLong, ReferenceType.LOAD);
        Addressing quiet = sound.machine().withPsr(sound.machine().psr().with(IC, false));
        Instruction purge = Cases.purge(Instruction.PurgeType.PTC_L, Scene.PAGE, new PageSize(12));
        Instruction away = new Instruction.MoveRegion(GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of((long) Scene.RID << 8 | 14 << 2));
        Seq<Seq<Operation>> orders = Vector.of(
            Vector.of(sound.operation(), sound.operation()), Vector.of(sound.operation(), purge, sound.operation()), Vector.of(sound.operation(), away, sound.operation()), Vector.of(away, sound.operation()),
            Vector.of(sound.operation(), away, purge, sound.operation()));
        return orders.flatMap(order -> Vector.of(sound.machine(), quiet).map(machine -> {
            Story story = new Story(machine.withPta(new Pta(sound.machine().pta().bits())), sound.story().memory(), order);
            return Cases.draft("walk-sequence", "%s%s, %s format".formatted(order.map(Op::name).mkString(", then "), machine == quiet ? ", PSR.ic 0" : "", sound.format()), Vector.of("VhptWalker"), sound.needs(), story).nearTo(sound.stimulus()).unlessFull(isLong && machine != quiet);
        }));
    }
}
