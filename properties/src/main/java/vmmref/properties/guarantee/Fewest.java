package vmmref.properties.guarantee;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.properties.arbitrary.Programs;
import vmmref.vmm.build.Line;

/// How many bundles instructions need, found by trying every template with every choice of slots.
final class Fewest {
    private Fewest() { }

    static int bundles(Seq<Line> lines) {
        Vector<Line> all = lines.toVector();
        return Vector.range(0, all.size()).foldRight(List.of(0), (first, counts) -> counts.prepend(
            1 + Vector.rangeClosed(1, Math.min(3, all.size() - first)).filter(taken -> fits(all.slice(first, first + taken))).map(taken -> counts.get(taken - 1)).min().get())).head();
    }

    private static boolean fits(Vector<Line> lines) {
        return Templates.architected().assigned().exists(template -> choices(template, lines.size()).exists(slots -> fits(template, lines, slots)));
    }

    private static Seq<Vector<Integer>> choices(Template template, int taken) {
        return Vector.range(0, template.isLong() ? 2 : 3).combinations(taken).toVector();
    }

    /// Between two instructions, and after the last one, there are as many stops as the first of them asks for; before the first one there is none.
    private static boolean fits(Template template, Vector<Line> lines, Vector<Integer> slots) {
        Seq<Boolean> stops = template.isLong() ? template.stops().removeAt(1) : template.stops();
        return stops.take(slots.head()).forAll(stop -> !stop) && lines.zipWithIndex().forAll(each -> {
            int slot = slots.get(each._2);
            int next = each._2 + 1 < slots.size() ? slots.get(each._2 + 1) : stops.size();
            return each._1.unit().fits(template.instructionUnits().get(slot))
                && stops.slice(slot, next).count(stop -> stop) == (each._1.stop() ? 1 : 0)
                && (!is(Programs.LAST, each._1) || stops.get(slot))
                && (!is(Programs.FIRST, each._1) || slot == 0 || stops.get(slot - 1))
                && (!is(Programs.SLOT_2, each._1) || slot == 2);
        });
    }

    private static boolean is(Seq<String> bound, Line line) {
        return Programs.isOneOf(bound, line.unit(), line.slot());
    }
}
