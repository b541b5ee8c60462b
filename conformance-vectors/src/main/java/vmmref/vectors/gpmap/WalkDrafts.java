/// References to pages that only the guest's own page table has, in both formats.
package vmmref.vectors.gpmap;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.xlate.Story;
import vmmref.vectors.xlate.Walk;

final class WalkDrafts {
    private static final Seq<ReferenceType> TYPES = Vector.of(ReferenceType.LOAD, ReferenceType.FETCH, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.SPECULATIVE_LOAD);
    /// Behind the page and behind the table, whose entries are in its first page and in its third.
    private static final NamedMap MAP = Cases.MAP.with(Walk.FRAME >> 12, 64, 4);
    private static final int IC = 13;
    private static final int PK = 15;
    private static final int DT = 17;
    private static final int IT = 36;

    private WalkDrafts() { }

    static Seq<Draft> all() {
        return Walk.FORMATS.flatMap(isLong -> TYPES.flatMap(type -> switches(isLong, type).appendAll(pages(isLong, type)).appendAll(tables(isLong, type))
            .appendAll(maps(isLong, type)).append(again(isLong, type)).zipWithIndex((draft, index) -> draft.unlessFull((type == ReferenceType.LOAD && isLong || type == ReferenceType.FETCH && !isLong) && index % 3 != 1))));
    }

    private static Referring of(Walk walk) {
        Story story = walk.story();
        return new Referring(story.machine(), story.memory(), MAP, Vector.of((Reference) walk.operation()));
    }

    private static Draft draft(Walk walk, String said, Referring asked, Referring near) {
        return Cases.draft("walk", "%s, %s format: %s".formatted(walk.name(), walk.format(), said), "VhptWalker", LinkedHashMap.ofEntries(walk.needs()), asked).nearTo(near.stimulus());
    }

    private static Draft draft(Walk sound, String said, Walk walk) {
        return draft(sound, said, of(walk), of(sound));
    }

    /// PTA.ve, the bit of the region, PSR.dt, PSR.it and PSR.ic: all on, and each set of those that are off and few.
    private static Seq<Draft> switches(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        return Vector.range(0, 32).filter(off -> Integer.bitCount(off) <= 2).map(off -> {
            String said = Vector.of("PTA.ve", "RR.ve", "PSR.dt", "PSR.it", "PSR.ic").zipWithIndex().filter(each -> (off >> each._2 & 1) != 0).map(each -> each._1).mkString(" and ");
            return draft(sound, off == 0 ? "everything is on" : said + " off", of(off(sound, off)), of(off == 0 ? sound.resting() : off(sound, off & off - 1)));
        });
    }

    private static Walk off(Walk sound, int off) {
        Walk resting = (off & 1) != 0 ? sound.resting() : sound;
        Walk region = (off & 2) != 0 ? resting.with((Addressing machine) -> machine.withRegions(machine.regions().with(1, new RegionRegister(machine.regions().get(1).bits() & -2)))) : resting;
        Walk data = (off & 4) != 0 ? region.psr(DT, false) : region;
        Walk fetches = (off & 8) != 0 ? data.psr(IT, false) : data;
        return (off & 16) != 0 ? fetches.psr(IC, false) : fetches;
    }

    /// What the page that is found says, at level 3, and keys.
    private static Seq<Draft> pages(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        Seq<Pte> entries = Vector.of(Scene.ENTRY.with(0, 0, 0), Scene.ENTRY.with(4, 2, 7), Scene.ENTRY.with(4, 2, 4), Scene.ENTRY.with(5, 5, 0), Scene.ENTRY.with(6, 6, 0), Scene.ENTRY.with(11, 7, 0), Scene.ENTRY.with(11, 9, 7), Scene.ENTRY.with(1, 1, 1), Scene.ENTRY.with(52, 52, 1));
        Walk enforced = sound.psr(PK, true);
        Walk keyless  = enforced.with((Addressing machine) -> machine.withKeys(machine.keys().with(3, new ProtectionKeyRegister(0)).with(4, new ProtectionKeyRegister(0))));
        Walk disabled = enforced.with((Addressing machine) -> machine.withKeys(machine.keys().with(3, new ProtectionKeyRegister((long) Scene.KEY << 8 | 0xf)).with(4, new ProtectionKeyRegister((long) Scene.RID << 8 | 0xf))));
        return entries.flatMap(entry -> Cases.LEVELS.map(level -> draft(sound, "the entry is %s, level %d".formatted(entry, level), of(sound.with(entry).level(level)), of(sound.level(level)))))
            .append(draft(sound, "keys are enforced", of(enforced), of(keyless))).append(draft(sound, "no register holds the key", of(keyless), of(enforced))).append(draft(sound, "the key disables everything", of(disabled), of(enforced)));
    }

    /// What translates the entry, and what the page of the table says.
    private static Seq<Draft> tables(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        Walk empty = sound.with(Tlb.EMPTY);
        Walk code  = sound.with(Tlb.EMPTY.withRegister(Stream.INSTRUCTION, Walk.TABLE_SLOT, Option.some(sound.table(Walk.FRAME | Walk.SOUND))));
        Walk other = isLong ? sound.with(sound.words().update(2, Walk.TAG ^ 2)) : sound.with(Scene.ENTRY.with(1, 1, 1));
        Seq<Draft> entries = Vector.of(0x7e0L, 0x7c1L, 0x7a1L, 0x7fdL, 0x7f1L, 0x661L, 0x061L, 0xf61L).map(bits -> draft(sound, "the page of the table has the entry %03x".formatted(bits), sound.inTable(Walk.FRAME | bits)));
        return Vector.of(draft(sound, "nothing translates the entry", empty), draft(sound, "nothing translates the entry, PSR.ic 0", of(empty.psr(IC, false)), of(empty)), draft(sound, "something translates the entry for fetches", code),
            draft(sound, isLong ? "the entry is that of another page" : "the entry has a reserved bit", other), draft(sound, "the entry is 0", sound.with(Vector.fill(isLong ? 3 : 1, 0L)))).appendAll(entries);
    }

    /// What is behind the table, and behind the page that it leads to.
    private static Seq<Draft> maps(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        Referring plain = of(sound);
        Referring bare  = new Referring(plain.addressing(), Memory.ZERO, MAP, plain.references());
        return Vector.of(
            draft(sound, "nothing is behind the table", bare.with(Cases.MAP), bare),
            draft(sound, "nothing is behind the page", plain.with(MAP.without(0x1234, 4)), plain),
            draft(sound, "the page is a device", plain.with(MAP.withDevice(0x1234, 1, 4)), plain),
            draft(sound, "the table lies in frames that do not follow each other", plain.with(Cases.MAP.with(Walk.FRAME >> 12, 70, 1).with((Walk.FRAME >> 12) + 1, 68, 1).with((Walk.FRAME >> 12) + 2, 66, 1)), plain),
            draft(sound, "the table and the page are one frame apart", plain.with(MAP.with(0x1230, 68, 16)), plain));
    }

    private static Draft again(boolean isLong, ReferenceType type) {
        Walk sound = Walk.of(isLong, type);
        Referring plain = of(sound);
        Reference first = plain.references().head();
        return draft(sound, "after one to the same page", plain.asking(first, Cases.reference(type, Scene.PAGE.bits() + 0x3ff0)), plain);
    }
}
