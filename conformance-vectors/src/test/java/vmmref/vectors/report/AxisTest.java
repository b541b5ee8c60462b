/// Where values lie along an axis.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AxisTest {

    private static Seq<String> labels(Axis axis) {
        return axis.ticks().map(Axis.Tick::label);
    }

    @Test @DisplayName("a linear axis ends with a round number, an exact one with the value")
    void linear() {
        assertEquals(List.of("0", "1k", "2k", "3k"), labels(Axis.linear(2_802)).toList());
        assertEquals(List.of("0", "25", "50", "75", "100"), Axis.linear(4).ticks().map(Axis.Tick::at).toList());
        assertEquals(List.of("0", "200k", "400k", "600k"), labels(Axis.exact(612_185)).toList());
        assertEquals("100", Axis.exact(612_185).at(612_185));
        assertEquals("0", Axis.linear(0).at(0));
    }

    @Test @DisplayName("on a logarithmic axis 1 has a length, and ten times as much is always as far")
    void logarithmic() {
        Axis axis = Axis.logarithmic(20_000);
        assertEquals(List.of("1", "10", "100", "1k", "10k", "100k"), labels(axis).toList());
        assertTrue(axis.share(1) > 0.05, "1 is seen");
        assertEquals(axis.share(100) - axis.share(10), axis.share(1_000) - axis.share(100), 1e-9);
        assertEquals("100", axis.at(100_000));
        assertEquals("0", axis.at(0));
    }

    @Test @DisplayName("upwards, ticks count from the top; at the ends they know the side")
    void ticks() {
        assertEquals(List.of("100", "66.67", "33.33", "0"), Axis.linear(3).upwards().map(Axis.Tick::at).toList());
        assertEquals(List.of("start", "", "", "end"), Axis.linear(3).ticks().map(Axis.Tick::side).toList());
    }

    @ParameterizedTest @ValueSource(doubles = {0, 0.3, 1, 3, 7, 99, 101, 12_345, 1e9, 9.3e18}) @DisplayName("whatever is drawn, there are few ticks, and nothing lies outside")
    void bounded(double most) {
        for (Axis axis : List.of(Axis.linear(most), Axis.exact(most))) {
            assertTrue(axis.ticks().size() >= 1 && axis.ticks().size() <= 7, axis::toString);
            assertTrue(axis.share(most) >= 0 && axis.share(most) <= 1, axis::toString);
        }
        assertTrue(Axis.logarithmic(most).share(most) <= 1, "logarithmic");
    }
}
