package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Shrinkable;

/// Finds out which arguments of a failing case matter: the case is tried with other values of each, from the cases that the search makes.
final class Explaining {
    private static final int VALUES = 100;

    private Explaining() { }

    /// {@return what was found out about each argument; nothing if somebody says stop meanwhile}
    /// @param deadline in nanoseconds of [System#nanoTime()], after which no other value is tried
    static Option<Seq<Role>> of(Seat seat, List<Object> failing, long deadline, BooleanSupplier stop) {
        BooleanSupplier end = () -> stop.getAsBoolean() || System.nanoTime() > deadline;
        Seq<List<Object>> cases = Vector.range(0, VALUES).flatMap(number -> seat.made(Stage.SEARCH, number)).map(Shrinkable::value);
        Seq<Role> roles = seat.law().parameters().zipWithIndex().map(parameter -> role(seat, failing, parameter._1, parameter._2, cases, end)).toVector();
        return Option.when(!stop.getAsBoolean(), roles);
    }

    private static Role role(Seat seat, List<Object> failing, String parameter, int place, Seq<List<Object>> cases, BooleanSupplier end) {
        int tried = 0;
        int fails = 0;
        for (Object other : cases.map(each -> each.get(place)).filter(other -> !other.equals(failing.get(place)))) {
            if (end.getAsBoolean()) break;
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
