package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Stimulus;

/// What insertions, purges and moves change, seen by the reference that follows.
final class ChangeDrafts {
    private static final VirtualAddress OTHER = Cases.at(Scene.PAGE.bits() + 0x100000);
    private static final Seq<Instruction.PurgeType> PURGES = Vector.of(Instruction.PurgeType.values());

    private ChangeDrafts() { }

    static Seq<Draft> all() {
        return Vector.of(Stream.values()).flatMap(stream -> insertions(stream).appendAll(emptied(stream)).appendAll(PURGES.flatMap(type -> purges(stream, type)))).appendAll(regions());
    }

    private static Seq<Draft> insertions(Stream stream) {
        Addressing empty = Cases.inserting();
        Addressing held  = pinned(stream);
        Operation touch = Cases.touch(stream, Scene.PAGE);
        Seq<Draft> slots = Vector.range(0, 8).flatMap(slot -> Vector.of(
            story("%s register %d, then its page".formatted(name(stream), slot), empty, Cases.itr(stream, slot, Scene.PAGE, Scene.SIZE, Scene.ENTRY), touch)
                .nearTo(near(empty, Cases.itr(stream, slot, OTHER, Scene.SIZE, Scene.ENTRY), touch)),
            story("%s register %d, then another page".formatted(name(stream), slot), empty, Cases.itr(stream, slot, OTHER, Scene.SIZE, Scene.ENTRY), touch),
            story("%s register %d while register %d holds a page, then that".formatted(name(stream), slot, Scene.SLOT), held, Cases.itr(stream, slot, OTHER, Scene.SIZE, Scene.ENTRY), touch),
            story("%s register %d gets the page that register %d holds".formatted(name(stream), slot, Scene.SLOT), held, Cases.itr(stream, slot, Scene.PAGE, Scene.SIZE, Scene.ENTRY), touch)
                .nearTo(near(held, Cases.itr(stream, slot, OTHER, Scene.SIZE, Scene.ENTRY), touch))));
        return slots.appendAll(Vector.of(
            story("%s cache, then its page".formatted(name(stream)), empty, Cases.itc(stream, Scene.PAGE, Scene.SIZE, Scene.ENTRY), touch)
                .nearTo(near(empty, Cases.itc(stream, OTHER, Scene.SIZE, Scene.ENTRY), touch)),
            story("%s cache, then another page".formatted(name(stream)), empty, Cases.itc(stream, OTHER, Scene.SIZE, Scene.ENTRY), touch),
            story("%s cache, then the other stream".formatted(name(stream)), empty, Cases.itc(stream, Scene.PAGE, Scene.SIZE, Scene.ENTRY), Cases.touch(other(stream), Scene.PAGE)),
            story("%s cache over a register of the other stream".formatted(name(stream)), pinned(other(stream)), Cases.itc(stream, Scene.PAGE, Scene.SIZE, Scene.ENTRY), touch),
            story("%s cache, an absent page, then its page".formatted(name(stream)), empty, Cases.itc(stream, Scene.PAGE, Scene.SIZE, Scene.ENTRY.with(0, 0, 0)), touch)
                .nearTo(near(empty, Cases.itc(stream, Scene.PAGE, Scene.SIZE, Scene.ENTRY), touch)),
            story("%s register, an absent page, then its page".formatted(name(stream)), empty, Cases.itr(stream, 4, Scene.PAGE, Scene.SIZE, Scene.ENTRY.with(0, 0, 0)), touch)
                .nearTo(near(empty, Cases.itr(stream, 4, Scene.PAGE, Scene.SIZE, Scene.ENTRY), touch)),
            story("%s register, then the cache over it".formatted(name(stream)), empty, Cases.itr(stream, 4, Scene.PAGE, Scene.SIZE, Scene.ENTRY), Cases.itc(stream, Scene.PAGE, new PageSize(12), Scene.ENTRY)),
            story("%s cache, then a register over it, then the page".formatted(name(stream)), empty, Cases.itc(stream, Scene.PAGE, new PageSize(12), Scene.ENTRY.with(49, 12, 0x777)),
                Cases.itr(stream, 4, Scene.PAGE, Scene.SIZE, Scene.ENTRY), touch)));
    }

    /// Registers and caches, through the region of the page and through another one with its region identifier, and with another region identifier.
    private static Seq<Draft> purges(Stream stream, Instruction.PurgeType type) {
        String what = Op.name(Cases.purge(type, Scene.PAGE, Scene.SIZE));
        Operation touch = Cases.touch(stream, Scene.PAGE);
        Seq<Draft> drafts = Vector.of(pinned(stream), cached(stream)).flatMap(machine -> Vector.of(1, 3, 6).flatMap(region -> {
            VirtualAddress through = Cases.at((long) region << 61 | Scene.PAGE.offset());
            Addressing shared = machine.withRegions(machine.regions().with(region, machine.regions().get(Scene.PAGE.region())));
            String held = machine.tlb().cached(stream).isEmpty() ? "register" : "cache";
            return Vector.of(
                story("%s of a page in the %s %s, through region %d with its region identifier".formatted(what, name(stream), held, region), shared, Cases.purge(type, through, Scene.SIZE), touch)
                    .nearTo(near(machine, Cases.purge(type, region == 1 ? OTHER : through, Scene.SIZE), touch)),
                story("%s beside a page in the %s %s, through region %d".formatted(what, name(stream), held, region), machine, Cases.purge(type, region == 1 ? OTHER : through, Scene.SIZE), touch));
        }));
        return drafts.append(story("%s of a range with two pages in %s registers, then the second".formatted(what, name(stream)), twice(stream), Cases.purge(type, Scene.PAGE, new PageSize(16)),
            Cases.touch(stream, Cases.at(Scene.PAGE.bits() + 0x4000))));
    }

    private static Seq<Draft> emptied(Stream stream) {
        Operation touch = Cases.touch(stream, Scene.PAGE);
        Instruction emptying = new Instruction.PurgeAll(GeneralValue.of(0));
        return Vector.of(
            story("ptc.e with a page in the %s cache".formatted(name(stream)), cached(stream), emptying, touch).nearTo(near(cached(stream), touch)),
            story("ptc.e with a page in a %s register".formatted(name(stream)), pinned(stream), emptying, touch).nearTo(near(pinned(stream), touch)),
            story("a page in the %s cache".formatted(name(stream)), cached(stream), touch).nearTo(near(pinned(stream), touch)),
            story("a page in a %s register".formatted(name(stream)), pinned(stream), touch));
    }

    /// A region register is written before and after; translations of the old region identifier stay.
    private static Seq<Draft> regions() {
        Operation touch = Cases.touch(Stream.DATA, Scene.PAGE);
        Operation away  = new Instruction.MoveRegion(GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of(0x999L << 8 | 14 << 2));
        Operation back  = new Instruction.MoveRegion(GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of((long) Scene.RID << 8 | 14 << 2));
        return Vector.of(
            story("the region gets another region identifier, then its page", pinned(Stream.DATA), away, touch).nearTo(near(pinned(Stream.DATA), back, touch)),
            story("the region keeps its region identifier, then its page", pinned(Stream.DATA), back, touch),
            story("the region gets another region identifier and its own again, then its page", pinned(Stream.DATA), away, back, touch),
            story("another region gets the region identifier, then the page through it", pinned(Stream.DATA),
                new Instruction.MoveRegion(GeneralValue.of(6L << 61), GeneralValue.of((long) Scene.RID << 8 | 14 << 2)), Cases.touch(Stream.DATA, Cases.at(6L << 61 | Scene.PAGE.offset()))));
    }

    private static Draft story(String title, Addressing machine, Operation... instructions) {
        return Cases.draft("changes", title, "Overlap", Cases.story(machine, instructions));
    }

    private static Stimulus near(Addressing machine, Operation... instructions) {
        return Cases.stimulus(Cases.story(machine, instructions));
    }

    private static String name(Stream stream) {
        return stream.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Stream other(Stream stream) {
        return stream == Stream.DATA ? Stream.INSTRUCTION : Stream.DATA;
    }

    private static Addressing pinned(Stream stream) {
        return Cases.inserting().withTlb(Tlb.EMPTY.withRegister(stream, Scene.SLOT, Option.some(Scene.TRANSLATION)));
    }

    private static Addressing cached(Stream stream) {
        return Cases.inserting().withTlb(Tlb.EMPTY.withCached(stream, Scene.TRANSLATION, true));
    }

    private static Addressing twice(Stream stream) {
        return pinned(stream).withTlb(pinned(stream).tlb().withRegister(stream, 5, Option.some(Translation.of(Cases.at(Scene.PAGE.bits() + 0x4000), Scene.RID, Scene.SIZE, Scene.KEY, Scene.ENTRY))));
    }
}
