/// How one text of a value differs from another, as an assembler's reader sees it.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text is perhaps a predicate in parentheses, then a word with completers after dots, then operands; what is not of that form is a value.
record Wording(Manner manner, String pattern) {

    private static final Pattern PREDICATE = Pattern.compile("^\\(p\\d+\\) ");
    private static final Pattern NUMBER    = Pattern.compile(
        "(?<![A-Za-z0-9])(?<register>[a-z]{1,2}(?=\\d))?(?<number>[-+]?(?:0x[0-9a-f]+|\\d+))(?![A-Za-z0-9])");

    private record Number(boolean register, BigInteger value) {
        static Number of(MatchResult found) {
            String text   = found.group("number").replace("+", "");
            boolean minus = text.startsWith("-");
            String digits = minus ? text.substring(1) : text;
            BigInteger size = digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
            return new Number(found.group("register") != null, minus ? size.negate() : size);
        }
    }

    /// {@return how `got` differs from `expected`; letter case differs only where nothing else does}
    static Wording between(String expected, String got) {
        if (letters(expected).equals(letters(got))) return new Wording(Manner.SPELLING, "");
        return lower(expected).equals(expected) ? exactly(expected, lower(got)) : exactly(expected, got);
    }

    private static Wording exactly(String expected, String got) {
        if (bare(expected).equals(bare(got))) return new Wording(Manner.PREDICATE, "");
        String wanted = word(expected);
        String found  = word(got);
        if (!instruction(expected) && !instruction(got)) return new Wording(Manner.VALUE, got + " for " + expected);
        if (!stem(wanted).equals(stem(found))) return new Wording(Manner.INSTRUCTION, named(found, got) + " for " + named(wanted, expected));
        if (!wanted.equals(found)) return new Wording(Manner.COMPLETER, completers(wanted, found));
        return shape(expected).equals(shape(got)) ? numbers(numbers(expected), numbers(got)) : new Wording(Manner.OPERANDS, "");
    }

    private static Wording numbers(Seq<Number> expected, Seq<Number> got) {
        return expected.zip(got).map(pair -> new Wording(manner(pair._1, pair._2), Differs.bits(pair._1.value(), pair._2.value())))
            .find(wording -> !wording.pattern().isEmpty()).getOrElse(new Wording(Manner.SPELLING, ""));
    }

    private static Manner manner(Number expected, Number got) {
        if (expected.register()) return Manner.REGISTER;
        return expected.value().signum() * got.value().signum() < 0 ? Manner.SIGN : Manner.NUMBER;
    }

    private static String completers(String wanted, String found) {
        Seq<String> before = List.of(wanted.split("(?=\\.)"));
        Seq<String> after  = List.of(found.split("(?=\\.)"));
        String lost  = before.removeAll(after).mkString();
        String added = after.removeAll(before).mkString();
        return added.isEmpty() ? "without " + lost : lost.isEmpty() ? "with " + added : added + " for " + lost;
    }

    /// An instruction has operands, or stands against one that has.
    private static boolean instruction(String text) {
        return bare(text).contains(" ");
    }

    private static String named(String word, String text) {
        return instruction(text) ? stem(word) : word;
    }

    private static String letters(String text) {
        return lower(text).replaceAll("\\s+", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return PREDICATE.matcher(text).replaceFirst("");
    }

    private static String word(String text) {
        return bare(text).split(" ", 2)[0];
    }

    private static String stem(String word) {
        return word.split("\\.", 2)[0];
    }

    private static String shape(String text) {
        return NUMBER.matcher(bare(text)).replaceAll("${register}#");
    }

    private static Seq<Number> numbers(String text) {
        return List.ofAll(NUMBER.matcher(bare(text)).results().map(Number::of).toList());
    }
}
