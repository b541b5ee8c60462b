package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vmm.recognize.Action;

/// Values that a place might hold instead of its value, each of them valid and none the same.
final class Unlike {
    private static final Seq<String> NAMES = Vector.of("thash r1=r3", "ttag r1=r3", "cover");
    private static final int SIGN = 63;

    private Unlike() { }

    static Seq<String> of(String place, String value) {
        if (place.endsWith(".action")) return Vector.of(Action.values()).map(Action::text).filter(word -> !word.equals(value));
        if (place.matches("\\d+\\.\\d(#\\d+)?")) return NAMES.append(value.endsWith(Found.CUT) ? value.substring(0, value.length() - Found.CUT.length()) : value + Found.CUT).filter(name -> !name.equals(value));
        return Numeral.read(value).toVector().flatMap(number -> Vector.of(number ^ 1, number + 2, number ^ 1L << SIGN)).map(String::valueOf);
    }
}
