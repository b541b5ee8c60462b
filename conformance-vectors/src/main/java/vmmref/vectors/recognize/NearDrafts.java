package vmmref.vectors.recognize;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Draft;
import vmmref.vmm.recognize.Catalogue;

/// What is nearly a sensitive instruction: one bit of its key is another, its limit is just missed, its bits stand in a slot of another unit, under a reserved template, or are half of a long instruction.
final class NearDrafts {
    private static final int OTHERS = 2;
    private static final Semantics MAXIMAL = Semantics.architected(Profile.named("maximal").get());
    private static final Seq<Integer> RESERVED = Vector.range(0, Template.CODES).filter(code -> Templates.architected().meaning(code) instanceof Templates.Meaning.Reserved);
    private static final Seq<Unit> UNITS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B);

    private NearDrafts() { }

    static Seq<Draft> all() {
        return Cases.ENTRIES.flatMap(NearDrafts::limits)
            .appendAll(Cases.ENTRIES.distinctBy(Cases::form).zipWithIndex().flatMap(each -> keys(each._1).appendAll(misplaced(each._1, each._2))));
    }

    private static Draft draft(Catalogue.Entry entry, String title, String flag, Bundle bundle) {
        return Cases.near("near", title, Vector.of("SensitiveInstruction", flag), Cases.in(bundle, CatalogueDrafts.sought(entry)), CatalogueDrafts.plain(entry));
    }

    private static Seq<Draft> limits(Catalogue.Entry entry) {
        return CatalogueDrafts.limits(entry).flatMap(limit -> Vector.of(limit.least() - 1, limit.most() + 1).filter(value -> value >= 0)
            .map(value -> draft(entry, entry.block().name() + " with " + limit.operand().name() + " " + value + ", not " + limit.least() + (limit.most() == limit.least() ? "" : " to " + limit.most()), "FieldLimit",
                CatalogueDrafts.site(entry).bundle(CatalogueDrafts.bits(entry, value)))));
    }

    /// The bits of the key that make another instruction, two of them, and one that makes none.
    private static Seq<Draft> keys(Catalogue.Entry entry) {
        Form form = Cases.form(entry);
        Seq<Tuple2<Integer, Decoded>> flips = Vector.range(0, Slot.WIDTH).map(bit -> Slot.WIDTH - 1 - bit).filter(bit -> !form.keyMask().and(Slot.of(1L << bit)).isZero())
            .map(bit -> Tuple.of(bit, decoded(form.unit(), CatalogueDrafts.bits(entry).xor(Slot.of(1L << bit)))));
        Seq<Tuple2<Integer, Decoded>> instructions = flips.filter(flip -> flip._2 instanceof Decoded.Assigned).reverse();
        return instructions.take(OTHERS).appendAll(flips.reject(flip -> flip._2 instanceof Decoded.Assigned).take(1))
            .map(flip -> draft(entry, title(entry, flip), "KeyBit", CatalogueDrafts.site(entry).bundle(CatalogueDrafts.bits(entry).xor(Slot.of(1L << flip._1)))));
    }

    private static String title(Catalogue.Entry entry, Tuple2<Integer, Decoded> flip) {
        String found = flip._2 instanceof Decoded.Assigned(var instruction, var residue, var because) ? "is " + instruction.form().syntax().text() : "is no instruction";
        return "with bit " + flip._1 + " the other way, " + CatalogueDrafts.name(entry) + " " + found;
    }

    private static Decoded decoded(Unit unit, Slot slot) {
        Site site = Site.of(unit).head();
        return MAXIMAL.decode().apply(site.bundle(slot)).slots().get(site.slot());
    }

    /// Every instruction that is sensitive in all guests is misplaced in every way, any other in one.
    private static Seq<Draft> misplaced(Catalogue.Entry entry, int number) {
        Slot bits = CatalogueDrafts.bits(entry);
        Unit other = UNITS.remove(Cases.form(entry).unit()).get(number % (UNITS.size() - 1));
        Site elsewhere = Site.of(other).get(number % 2);
        int reserved = RESERVED.get(number % RESERVED.size());
        Bundle.Fields fields = CatalogueDrafts.site(entry).bundle(bits).fields();
        Seq<Draft> ways = Vector.of(
            draft(entry, "the bits of " + CatalogueDrafts.name(entry) + " in " + elsewhere + ", of unit " + other, "WrongUnit", elsewhere.bundle(bits)),
            draft(entry, CatalogueDrafts.name(entry) + " under the reserved template %02x".formatted(reserved), "ReservedTemplate",
                Bundle.of(new Bundle.Fields(reserved, fields.slot0(), fields.slot1(), fields.slot2()))),
            draft(entry, "the bits of " + CatalogueDrafts.name(entry) + " as the L half of a long instruction", "WrongUnit", Site.half(1, bits)),
            draft(entry, "the bits of " + CatalogueDrafts.name(entry) + " as the X half of a long instruction", "WrongUnit", Site.half(2, bits)));
        return entry.exact() ? Vector.of(ways.get(number % ways.size())) : ways;
    }
}
