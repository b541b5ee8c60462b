/// How two values of a place differ, in a few words.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigInteger;

/// Hex values differ in bits, texts in words. The bits of a bundle are named by field as well: its bytes are in memory order.
final class Differs {

    private static final String BUNDLE   = "bundle";
    private static final int    TEMPLATE = 5;
    private static final int    SLOT     = 41;
    private static final int    SHOWN    = 6;
    private static final int    WORDS    = 40;

    private Differs() { }

    /// {@return the rest of a row: what is different about `got`}
    static String between(String place, String expected, String got) {
        if (!hex(expected, got)) return words(expected, got);
        if (!place.equals(BUNDLE)) return bits(ranges(new BigInteger(expected, 16).xor(new BigInteger(got, 16))));
        return fields(new BigInteger(reversed(expected), 16).xor(new BigInteger(reversed(got), 16)));
    }

    /// {@return whether both are hex values of one width}
    static boolean hex(String expected, String got) {
        return expected.length() == got.length() && expected.matches("[0-9a-f]{4,}") && got.matches("[0-9a-f]{4,}");
    }

    /// {@return in which bits two numbers differ; negative ones are 64 bits in two's complement; empty if in none}
    static String bits(BigInteger expected, BigInteger got) {
        BigInteger difference = expected.xor(got);
        BigInteger bits = difference.signum() < 0 ? difference.mod(BigInteger.ONE.shiftLeft(Long.SIZE)) : difference;
        return bits.signum() == 0 ? "" : bits(ranges(bits));
    }

    private static String reversed(String hex) {
        return List.of(hex.split("(?<=\\G..)")).reverse().mkString();
    }

    private static String fields(BigInteger difference) {
        return List.of("template", "slot 0", "slot 1", "slot 2").zipWithIndex()
            .map(field -> {
                int low  = field._2 == 0 ? 0 : TEMPLATE + (field._2 - 1) * SLOT;
                int high = TEMPLATE + field._2 * SLOT;
                BigInteger part = difference.shiftRight(low).mod(BigInteger.ONE.shiftLeft(high - low));
                return part.signum() == 0 ? "" : field._1 + " " + bits(ranges(part));
            })
            .reject(String::isEmpty)
            .mkString(", ");
    }

    private static String bits(Seq<String> ranges) {
        boolean one = ranges.size() == 1 && !ranges.head().contains("-");
        return (one ? "bit " : "bits ") + ranges.take(SHOWN).mkString(",") + (ranges.size() > SHOWN ? ",…" : "");
    }

    /// The bits that are set, highest first, neighbours joined: `34`, `7-4`.
    private static Seq<String> ranges(BigInteger bits) {
        List<String> ranges = List.empty();
        for (int low = bits.getLowestSetBit(); low >= 0; ) {
            int high = low;
            while (bits.testBit(high + 1)) high++;
            ranges = ranges.prepend(high == low ? "" + low : high + "-" + low);
            BigInteger rest = bits.shiftRight(high + 1);
            low = rest.signum() == 0 ? -1 : high + 1 + rest.getLowestSetBit();
        }
        return ranges;
    }

    private static String words(String expected, String got) {
        Seq<String> wanted = tokens(expected);
        Seq<String> given  = tokens(got);
        int head = wanted.zip(given).takeWhile(pair -> pair._1.equals(pair._2)).size();
        Seq<String> wantedRest = wanted.drop(head);
        Seq<String> givenRest  = given.drop(head);
        int tail = wantedRest.reverse().zip(givenRest.reverse()).takeWhile(pair -> pair._1.equals(pair._2)).size();
        if (head + tail == 0) return "another value";
        String lost  = wantedRest.dropRight(tail).mkString().strip();
        String found = givenRest.dropRight(tail).mkString().strip();
        if (lost.length() + found.length() > WORDS) return "in several words";
        if (found.isEmpty()) return "without " + lost;
        return lost.isEmpty() ? "with " + found : found + " for " + lost;
    }

    private static Seq<String> tokens(String text) {
        return List.of(text.split("(?<=[^A-Za-z0-9])|(?=[^A-Za-z0-9])"));
    }
}
