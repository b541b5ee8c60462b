package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/// Finds out which arguments of a failing case matter: the case is tried with other values of each, from the cases that the search makes.
final class Explaining {
    private static final int VALUES = 100;

    private Explaining() { }

    /// @param deadline in nanoseconds of [System#nanoTime()], after which no other value is tried
    static Seq<Role> of(Seat seat, List<Object> failing, long deadline) {
        return seat.law().parameters().zipWithIndex().map(parameter -> role(seat, failing, parameter._1, parameter._2, deadline)).toVector();
    }

    private static Role role(Seat seat, List<Object> failing, String parameter, int place, long deadline) {
        Seq<Object> others = Vector.range(0, VALUES).map(number -> seat.at(Stage.SEARCH, number).value().get(place)).filter(other -> !other.equals(failing.get(place)));
        int tried = 0;
        int fails = 0;
        for (Object other : others) {
            if (System.nanoTime() > deadline) break;
            tried++;
            if (seat.tried(with(failing, place, other)) instanceof Trial.Failed) fails++;
        }
        return new Role(parameter, tried, fails);
    }

    private static List<Object> with(List<Object> arguments, int place, Object other) {
        List<Object> changed = new ArrayList<>(arguments);
        changed.set(place, other);
        return changed;
    }
}
