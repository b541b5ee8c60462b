package vmmref.properties.arbitrary;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.dependency.Dependency.Spot;

/// Pieces cut into bundles, from first to last, as many into each bundle as one of the templates takes. Where a group has a label a bundle begins.
///
/// @param spots    where each piece stands
/// @param bundles  what each bundle holds
record Cutting(Seq<Spot> spots, Seq<Filled> bundles) {
    private static final int MOST = 3;
    /// Codes of a piece: its unit, that it stands in slot 2 only, that a stop follows; 0 is no piece.
    private static final int CODES = 2 * (Unit.values().length + 1) + 1;
    private static final Seq<Template> TEMPLATES = Templates.architected().assigned();
    private static final Slot NOP = Slot.of(0x8000000L);
    private static final Slot NOP_B = Slot.of(0x4000000000L);
    private static final Array<Option<Fill>> FILLS = Array.range(0, CODES * CODES * CODES).map(Cutting::best);

    /// How a template takes the next pieces: the slot of each.
    private record Fill(Template template, Seq<Integer> slots) { }

    /// A bundle: a template, and the number of the piece in each slot; -1 for a nop.
    private record Filled(Template template, int first, Seq<Integer> slots) { }

    /// @param labels the numbers of the pieces at which a bundle begins, in their order
    static Cutting of(List<Piece> pieces, Seq<Integer> labels) {
        List<Spot> spots = new ArrayList<>();
        List<Filled> bundles = new ArrayList<>();
        for (int next = 0; next < pieces.size();) {
            int from = next;
            int limit = Math.min(labels.find(label -> label > from).getOrElse(pieces.size()), Math.min(from + MOST, pieces.size()));
            Fill fill = FILLS.get((code(pieces, next, limit) * CODES + code(pieces, next + 1, limit)) * CODES + code(pieces, next + 2, limit)).get();
            for (int slot : fill.slots()) spots.add(new Spot(bundles.size(), slot));
            bundles.add(new Filled(fill.template(), next, fill.slots()));
            next += fill.slots().size();
        }
        return new Cutting(Array.ofAll(spots), Array.ofAll(bundles));
    }

    private static int code(List<Piece> pieces, int number, int limit) {
        if (number >= limit) return 0;
        Piece piece = pieces.get(number);
        int unit = Programs.SLOT_2.contains(piece.form().syntax().mnemonic()) ? Unit.values().length : piece.unit().ordinal();
        return 1 + 2 * unit + (piece.stop() ? 1 : 0);
    }

    private static Option<Fill> best(int key) {
        Seq<Integer> codes = Vector.of(key / (CODES * CODES), key / CODES % CODES, key % CODES).takeWhile(code -> code != 0).map(code -> code - 1);
        return Vector.range(0, codes.size()).map(fewer -> codes.dropRight(fewer)).flatMap(taken -> TEMPLATES.flatMap(template -> fill(template, taken, 0, Vector.empty())).headOption()).headOption();
    }

    private static Option<Fill> fill(Template template, Seq<Integer> codes, int from, Seq<Integer> slots) {
        Seq<Unit> units = template.instructionUnits();
        if (codes.isEmpty()) return Option.some(new Fill(template, slots));
        int code = codes.head();
        boolean stop = (code & 1) != 0;
        boolean last = code / 2 == Unit.values().length;
        Unit unit = last ? Unit.B : Unit.values()[code / 2];
        return Vector.range(from, units.size())
            .filter(slot -> unit.fits(units.get(slot)) && (!last || slot == 2) && Vector.range(from, slot).forAll(before -> !stop(template, before)))
            .flatMap(slot -> codes.size() == 1
                ? Option.when(stop ? Vector.range(slot, units.size()).filter(after -> stop(template, after)).equals(Vector.of(units.size() - 1))
                    : Vector.range(slot, units.size()).forAll(after -> !stop(template, after)), () -> new Fill(template, slots.append(slot)))
                : stop(template, slot) == stop ? fill(template, codes.tail(), slot + 1, slots.append(slot)) : Option.none())
            .headOption();
    }

    private static boolean stop(Template template, int slot) {
        return template.stops().get(template.isLong() && slot == 1 ? 2 : slot);
    }

    /// {@return the bundles, with targets filled in}
    ///
    /// @param labels the number of the piece to which each label leads
    Seq<Bundle> bundles(List<Piece> pieces, Seq<Integer> labels) {
        return bundles.zipWithIndex((filled, number) -> {
            Slot[] slots = {nop(filled.template().unit0()), nop(filled.template().unit1()), nop(filled.template().unit2())};
            for (int taken = 0; taken < filled.slots().size(); taken++) {
                Piece piece = pieces.get(filled.first() + taken);
                slots[filled.slots().get(taken)] = piece.placed(piece.label() == Piece.NOWHERE ? 0 : spots.get(labels.get(piece.label())).bundle() - number);
            }
            boolean isLong = filled.template().isLong();
            return Bundle.of(new Bundle.Fields(filled.template().code(), slots[0], isLong ? Slot.of(slots[1].l()) : slots[1], isLong ? Slot.of(slots[1].bits()) : slots[2]));
        });
    }

    private static Slot nop(Unit unit) {
        return unit == Unit.B ? NOP_B : NOP;
    }
}
