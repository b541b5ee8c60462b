package vmmref.properties.guarantee;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.properties.arbitrary.Programs;
import vmmref.vmm.build.Line;

/// An instruction where it stands in bundles.
///
/// @param unit   of the instruction, A if it may stand in M and I slots; of the slot if it holds none
/// @param stop   whether a stop follows it
/// @param number of its slot; 2 for a long one
record Stood(Unit unit, Slot slot, boolean stop, int number) {

    /// {@return the instructions of bundles, in the order in which they are executed}
    static Seq<Stood> in(Subject subject, Seq<Bundle> bundles) {
        return bundles.flatMap(bundle -> switch (subject.decode(bundle)) {
            case DecodedBundle.Reserved reserved -> throw new AssertionError("a reserved template: " + bundle.hex());
            case DecodedBundle.Three(Template template, Decoded zero, Decoded one, Decoded two) -> Vector.of(
                at(template, 0, zero), at(template, 1, one), at(template, 2, two));
            case DecodedBundle.Long(Template template, Decoded zero, Decoded one) -> Vector.of(
                at(template, 0, zero), new Stood(unit(Unit.X, one), one.encode(), template.stops().get(2), 2));
        });
    }

    private static Stood at(Template template, int number, Decoded decoded) {
        return new Stood(unit(template.units().get(number), decoded), decoded.encode(), template.stops().get(number), number);
    }

    /// {@return the unit of the instruction: the same bits are another one in a slot of another unit}
    private static Unit unit(Unit slot, Decoded decoded) {
        return decoded instanceof Decoded.Assigned assigned ? assigned.instruction().form().unit() : slot;
    }

    static Seq<Stood> of(Seq<Line> lines) {
        return lines.map(line -> new Stood(line.unit(), line.slot(), line.stop(), 0));
    }

    /// {@return the instruction groups without the nops that fill them, the last one, which may go on, too}
    static Seq<Seq<Tuple2<Unit, Slot>>> groups(Seq<Stood> all) {
        return all.foldLeft(Vector.<Seq<Tuple2<Unit, Slot>>>of(Vector.empty()), (groups, each) -> {
            Vector<Seq<Tuple2<Unit, Slot>>> more = each.isNop() ? groups : groups.update(groups.size() - 1, group -> group.append(Tuple.of(each.unit(), each.slot())));
            return each.stop() ? more.append(Vector.empty()) : more;
        });
    }

    boolean isOneOf(Seq<String> bound) {
        return Programs.isOneOf(bound, unit, slot);
    }

    /// {@return the same, followed by a stop if it was or another one is}
    Stood stopped(boolean another) {
        return new Stood(unit, slot, stop || another, number);
    }

    boolean isNop() {
        return slot.equals(Slot.of(unit == Unit.B ? 0x4000000000L : 0x8000000L));
    }
}
