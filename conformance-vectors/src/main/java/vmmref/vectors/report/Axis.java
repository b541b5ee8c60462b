/// Where values lie along an axis, in hundredths of its length.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// @param logarithmic whether ten times as much is always as far
/// @param end         the value at its end
/// @param ticks       values with a label
public record Axis(boolean logarithmic, double end, Seq<Tick> ticks) {

    /// Where a logarithmic axis begins, so that the bar of 1 is seen.
    private static final double BEGIN = 0.5;
    private static final double ENOUGH = 4;

    /// A value with a label: `at` is where.
    public record Tick(String at, String label) {
        /// {@return where the axis begins or ends at the tick: `start` or `end`}
        public String side() {
            return at.equals("0") ? "start" : at.equals("100") ? "end" : "";
        }
    }

    /// {@return the ticks of an axis that runs upwards, from the top}
    Seq<Tick> upwards() {
        return ticks.map(tick -> new Tick(Amount.plain(100 - Double.parseDouble(tick.at)), tick.label));
    }

    /// {@return an axis from 0 that ends with a round number}
    static Axis linear(double most) {
        double step = step(most);
        return new Axis(false, step * Math.max(1, Math.ceil(most / step)), step);
    }

    /// {@return an axis from 0 that ends with the value itself}
    static Axis exact(double most) {
        return new Axis(false, most > 0 ? most : 1, step(most));
    }

    private Axis(boolean logarithmic, double end, double step) {
        this(logarithmic, end, Vector.rangeClosed(0, (int) Math.floor(end / step + 1e-9)).map(number -> new Tick(Amount.plain(100 * number * step / end), Amount.brief(number * step))));
    }

    /// {@return an axis that ends with a power of ten}
    static Axis logarithmic(double most) {
        int decades = (int) Math.max(1, Math.ceil(Math.log10(Math.max(1, most))));
        Axis bare = new Axis(true, Math.pow(10, decades), List.empty());
        return new Axis(true, bare.end, Vector.rangeClosed(0, decades).map(power -> new Tick(bare.at(Math.pow(10, power)), Amount.brief(Math.pow(10, power)))));
    }

    private static double step(double most) {
        if (most <= 1) return 1;
        double power = Math.pow(10, Math.floor(Math.log10(most / ENOUGH)));
        return Math.max(1, List.of(1.0, 2.0, 5.0, 10.0).map(times -> times * power).find(step -> most / step <= ENOUGH + 1).getOrElse(10 * power));
    }

    /// {@return where a value lies}
    String at(double value) {
        return Amount.plain(100 * share(value));
    }

    double share(double value) {
        return logarithmic ? Math.max(0, Math.log10(value / BEGIN) / Math.log10(end / BEGIN)) : value / end;
    }
}
