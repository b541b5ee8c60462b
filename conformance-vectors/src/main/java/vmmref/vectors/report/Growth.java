/// How the behaviours that were seen grew with the cases.
package vmmref.vectors.report;

import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.JsonNode;

/// Positions are in hundredths, from left to right and from top to bottom.
///
/// @param across ticks of the cases
/// @param up     ticks of the behaviours
/// @param line   the points of a curve, as SVG writes them
/// @param marks  where counterexamples were found
/// @param text   the same in words
public record Growth(Seq<Axis.Tick> across, Seq<Axis.Tick> up, String line, Seq<Mark> marks, String text) {

    private static final int POINTS = 300;
    private static final int MARKS  = 40;

    /// Counterexamples that a batch found.
    public record Mark(String at, int number, long cases) { }

    private record Point(long cases, long behaviours, int findings) { }

    /// {@return the growth that a log tells of}
    static Growth of(Seq<JsonNode> observations) {
        Seq<Point> points = observations.filter(line -> line.path("cases").isIntegralNumber() && line.path("behaviours").isIntegralNumber())
            .map(line -> new Point(line.path("cases").asLong(0), line.path("behaviours").asLong(0), line.path("findings").asInt(0))).prepend(new Point(0, 0, 0)).toVector();
        Axis across = Axis.exact(points.last().cases);
        Axis up     = Axis.linear(points.map(Point::behaviours).max().get());
        Seq<Mark> marks = points.zip(points.drop(1)).filter(pair -> pair._2.findings > pair._1.findings)
            .map(pair -> new Mark(across.at(pair._2.cases), pair._2.findings - pair._1.findings, pair._2.cases));
        return new Growth(across.ticks(), up.upwards(), thinned(points).map(point -> across.at(point.cases) + "," + Amount.plain(100 - 100 * up.share(point.behaviours))).mkString(" "), marks.take(MARKS),
            text(points, marks));
    }

    /// {@return whether there is anything to draw}
    public boolean isEmpty() {
        return !line.contains(" ");
    }

    private static Seq<Point> thinned(Seq<Point> points) {
        return points.size() <= POINTS ? points : Iterator.range(0, POINTS).map(index -> points.get((int) ((long) index * (points.size() - 1) / (POINTS - 1)))).toVector();
    }

    private static String text(Seq<Point> points, Seq<Mark> marks) {
        Point last = points.last();
        Point full = points.find(point -> point.behaviours == last.behaviours).get();
        Point half = points.find(point -> 2 * point.behaviours >= last.behaviours).get();
        String found = marks.isEmpty() ? "" : " Counterexamples were found by case " + marks.take(POINTS / MARKS).map(mark -> "%,d (%,d)".formatted(mark.cases, mark.number)).mkString(", ")
            + (marks.size() > POINTS / MARKS ? " and later" : "") + ".";
        return "%s after %s; half of them after %,d, the last new one after %,d.%s".formatted(Amount.of(last.behaviours, "behaviour", "behaviours"), Amount.cases(last.cases), half.cases,
            full.cases, found);
    }
}
