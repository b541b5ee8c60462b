package vmmref.model.execute;

import static vmmref.spec.Integers.ELEMENT_SATURATED;

import java.util.Locale;
import vmmref.model.word.Bits;
import vmmref.spec.Integers;

/// Which elements have a sign, and what becomes of a result that an element cannot hold.
///
/// A completer names the result, the first source and the second: `s` for signed, `u` for unsigned.
enum Saturation {
    SSS, UUU, UUS, USS;

    /// {@return the saturation that a completer such as `uus` names}
    static Saturation named(String completer) {
        return valueOf(completer.toUpperCase(Locale.ROOT));
    }

    boolean resultSigned() {
        return this == SSS;
    }

    boolean firstSigned() {
        return this == SSS || this == USS;
    }

    boolean secondSigned() {
        return this != UUU;
    }

    /// {@return the number closest to another one that an element of a width can hold}
    @Integers.Rule(ELEMENT_SATURATED)
    long limited(long number, int width) {
        long greatest = Bits.ones(resultSigned() ? width - 1 : width);
        return Math.clamp(number, resultSigned() ? ~greatest : 0, greatest);
    }
}
