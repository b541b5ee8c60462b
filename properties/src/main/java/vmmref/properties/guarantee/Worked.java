package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;

/// What an instruction makes of two words: they are in r8 and r9, the second in r2, too, and the result is in r10.
final class Worked {
    private static final Machine MACHINE = new Started(1, Starts.PLAIN, Cfm.of(8, 0, 0), 0).machine();

    private Worked() { }

    /// {@return the word in r10 after an instruction that is written as the GNU assembler reads it}
    static long word(Subject subject, String text, long r8, long r9) {
        Executed.Done done = assertInstanceOf(Executed.Done.class, executed(subject, text, r8, r9), text);
        GeneralValue value = machine(r8, r9).with(done.effects()).general(10);
        assertEquals(false, value.nat(), text);
        return value.bits();
    }

    /// {@return what comes of such an instruction}
    static Executed executed(Subject subject, String text, long r8, long r9) {
        return observed(Single.of(text.startsWith("movl") ? Unit.X : Unit.I, text).on(subject, machine(r8, r9)));
    }

    private static Machine machine(long r8, long r9) {
        return with(with(with(MACHINE, 8, r8), 9, r9), 2, r9);
    }

    private static Machine with(Machine machine, int register, long bits) {
        return new Place.General(register).with(machine, GeneralValue.of(bits));
    }

    /// Asserts what a line says: an instruction, r8, r9 and r10, the last three in hexadecimal digits.
    static void example(Subject subject, String line) {
        Seq<String> parts = Vector.of(line.split(";")).map(String::strip);
        long expected = Long.parseUnsignedLong(parts.get(3), 16);
        assertEquals(expected, word(subject, parts.get(0), Long.parseUnsignedLong(parts.get(1), 16), Long.parseUnsignedLong(parts.get(2), 16)), line);
    }

    /// {@return a word as a number from 0 to 2^64 - 1}
    static BigInteger number(long word) {
        return new BigInteger(Long.toUnsignedString(word));
    }

    /// {@return a word as 64 digits, bit 63 first}
    static String bits(long word) {
        return "0".repeat(Long.numberOfLeadingZeros(word)) + (word == 0 ? "" : Long.toBinaryString(word));
    }

    /// {@return the word that digits 0 and 1 are, the last being bit 0}
    static long word(String bits) {
        return new BigInteger("0" + bits, 2).longValue();
    }
}
