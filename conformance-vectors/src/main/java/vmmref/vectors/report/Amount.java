/// Numbers as people read them.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

final class Amount {

    private record Unit(double size, String name) { }

    private static final Seq<Unit> UNITS  = List.of(new Unit(1e12, "T"), new Unit(1e9, "G"), new Unit(1e6, "M"), new Unit(1e3, "k"));
    private static final long      SECOND = 1_000_000_000L;

    private Amount() { }

    /// {@return such as `1 case` and `2,000 cases`}
    static String of(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    static String cases(long number) {
        return of(number, "case", "cases");
    }

    /// {@return a part of a whole in per cent, with two digits that say something}
    static String share(double part, double whole) {
        double percent = whole == 0 ? 0 : 100 * part / whole;
        if (percent == 0) return "0 %";
        return (percent >= 10 ? "%.0f".formatted(percent) : new BigDecimal(percent).round(new MathContext(2)).stripTrailingZeros().toPlainString()) + " %";
    }

    /// {@return such as `310 µs`, `12 ms`, `77.0 s`, `4 min 12 s` and `3 h 5 min`}
    static String time(long nanos) {
        long seconds = nanos / SECOND;
        if (seconds >= 3600)          return "%,d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
        if (seconds >= 100)           return "%d min %d s".formatted(seconds / 60, seconds % 60);
        if (nanos >= SECOND)          return "%.1f s".formatted((double) nanos / SECOND);
        if (nanos >= 10_000_000)      return nanos / 1_000_000 + " ms";
        if (nanos >= 1_000_000)       return "%.1f ms".formatted(nanos / 1e6);
        return nanos == 0 ? "0 s" : "%,d µs".formatted(nanos / 1_000);
    }

    /// {@return a round number, such as `500`, `2k` and `1.5M`}
    static String brief(double number) {
        for (Unit unit : UNITS) if (number >= unit.size) return plain(number / unit.size) + unit.name;
        return plain(number);
    }

    /// {@return a number without digits that say nothing, always with a point}
    static String plain(double number) {
        return new BigDecimal(String.format(Locale.ROOT, "%.2f", number)).stripTrailingZeros().toPlainString();
    }
}
