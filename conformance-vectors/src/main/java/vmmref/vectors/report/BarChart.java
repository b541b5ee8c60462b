/// Bars below each other, each with its name and its value.
package vmmref.vectors.report;

import io.vavr.collection.Seq;

/// A table to those who do not see it: each value is a text beside its bar.
///
/// @param id    of the chart on its page
/// @param names what a bar is about
/// @param unit  of the values, which stands at the axis
/// @param note  what else is to be said; perhaps nothing
public record BarChart(String id, String title, String names, String unit, Axis axis, Seq<Bar> bars, String note) {

    /// A bar: `width` is in hundredths.
    public record Bar(String name, String detail, String width, String value) { }

    /// A bar before it is drawn.
    record Measured(String name, String detail, double size, String value) { }

    /// {@return bars along an axis from 0}
    static BarChart linear(String id, String title, String names, String unit, Seq<Measured> bars, String note) {
        return of(id, title, names, unit, Axis.linear(most(bars)), bars, note);
    }

    /// {@return bars along an axis on which ten times as much is always as far}
    static BarChart logarithmic(String id, String title, String names, String unit, double most, Seq<Measured> bars) {
        return of(id, title, names, unit, Axis.logarithmic(most), bars, "");
    }

    private static BarChart of(String id, String title, String names, String unit, Axis axis, Seq<Measured> bars, String note) {
        return new BarChart(id, title, names, unit, axis, bars.map(bar -> new Bar(bar.name, bar.detail, axis.at(bar.size), bar.value)), note);
    }

    private static double most(Seq<Measured> bars) {
        return bars.map(Measured::size).max().getOrElse(0.0);
    }
}
