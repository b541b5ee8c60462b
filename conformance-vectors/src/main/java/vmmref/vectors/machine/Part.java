/// A part of a machine that vectors name.
package vmmref.vectors.machine;

import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.collection.Vector;
import vmmref.model.register.InterruptSet;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.word.Bits;

/// @param name     as the manual names it: `r33`, `r33.nat`, `p6`, `ar.lc`
/// @param notation how its value is written
/// @param value    what it holds in a machine; equal values are written alike
/// @param of       its value in a machine, as it is written
/// @param with     a machine that has another value here
record Part(String name, Notation notation, Function1<Machine, ?> value, Function1<Machine, String> of, Function2<Machine, String, Machine> with) {
    /// What is added to the name of a general register to name its NaT bit.
    static final String NAT = ".nat";

    Part(String name, Notation notation, Function1<Machine, String> of, Function2<Machine, String, Machine> with) {
        this(name, notation, of, of, with);
    }

    /// A word at a place that is named as it is in the model.
    static Part word(Place<Long> place) {
        return new Part(place.toString(), Notation.WORD, place::of, machine -> Bits.hexadecimal(place.of(machine)), (machine, text) -> place.with(machine, word(text)));
    }

    /// A set of vectors, the bit of vector 255 first.
    static Part vectors(String name, Place<InterruptSet> place) {
        return new Part(name, Notation.SET, place::of, machine -> Vector.of(3, 2, 1, 0).map(number -> Bits.hexadecimal(place.of(machine).word(number))).mkString(),
            (machine, text) -> place.with(machine, new InterruptSet(word(text.substring(48)), word(text.substring(32, 48)), word(text.substring(16, 32)), word(text.substring(0, 16)))));
    }

    static Part bit(String name, Place<Boolean> place) {
        return new Part(name, Notation.BIT, place::of, machine -> bit(place.of(machine)), (machine, text) -> place.with(machine, text.equals("1")));
    }

    /// A general register, however it is found.
    record Register(Function1<Machine, GeneralValue> of, Function2<Machine, GeneralValue, Machine> with) { }

    static Part general(String name, Register register) {
        return new Part(name, Notation.WORD, machine -> Bits.hexadecimal(register.of.apply(machine).bits()),
            (machine, text) -> register.with.apply(machine, new GeneralValue(word(text), register.of.apply(machine).nat())));
    }

    static Part nat(String name, Register register) {
        return new Part(name + NAT, Notation.BIT, machine -> bit(register.of.apply(machine).nat()),
            (machine, text) -> register.with.apply(machine, new GeneralValue(register.of.apply(machine).bits(), text.equals("1"))));
    }

    static Part floating(Place<FloatingValue> place) {
        return new Part(place.toString(), Notation.FLOATING, machine -> place.of(machine).toString(), (machine, text) -> place.with(machine, floating(text)));
    }

    static long word(String text) {
        return Long.parseUnsignedLong(text, 16);
    }

    static String bit(boolean value) {
        return value ? "1" : "0";
    }

    static FloatingValue floating(String text) {
        return new FloatingValue(text.charAt(0) == '1', Integer.parseInt(text.substring(2, 7), 16), word(text.substring(8)));
    }

    boolean isZero(Machine machine) {
        return of.apply(machine).equals(notation.zero());
    }
}
