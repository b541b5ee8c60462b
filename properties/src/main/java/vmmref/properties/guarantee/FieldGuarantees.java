package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Integers.FIELD_DEPOSITED;
import static vmmref.spec.Integers.FIELD_EXTENDED;
import static vmmref.spec.Integers.FIELD_EXTRACTED;
import static vmmref.spec.Integers.ONES_COUNTED;
import static vmmref.spec.Integers.PAIR_SHIFTED;
import static vmmref.spec.Integers.WORD_SHIFTED;
import static vmmref.spec.Integers.ZERO_FOUND;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Integers;

/// What holds of shifts, fields of words, and what is found in words.
class FieldGuarantees {

    @Guarantee
    @Label("a shift multiplies by a power of two or divides by it and rounds down, whatever the count")
    @Integers.Checks(WORD_SHIFTED)
    void shifts(Subject subject, @ForAll("words") long word, @ForAll("counts") long count) {
        int power = Worked.number(count).min(BigInteger.valueOf(200)).intValue();
        assertEquals(Worked.number(word).multiply(BigInteger.TWO.pow(power)).longValue(), Worked.word(subject, "shl r10=r8,r9", word, count));
        assertEquals(Worked.number(word).divide(BigInteger.TWO.pow(power)).longValue(), Worked.word(subject, "shr.u r10=r8,r9", word, count));
        BigInteger signed = BigInteger.valueOf(word);
        assertEquals(signed.subtract(signed.mod(BigInteger.TWO.pow(power))).divide(BigInteger.TWO.pow(power)).longValue(), Worked.word(subject, "shr r10=r8,r9", word, count));
        Outcomes.label("count").collect(power < 63 ? "less than 63" : power == 63 ? "63" : power == 64 ? "64" : "more").coverage(checker ->
            Vector.of("less than 63", "63", "64", "more").forEach(each -> checker.check(each).count(times -> times > 0)));
    }

    @Guarantee
    @Label("two words side by side are shifted to the right as one number")
    @Integers.Checks(PAIR_SHIFTED)
    void pairs(Subject subject, @ForAll("words") long high, @ForAll("words") long low, @ForAll @IntRange(max = 63) int count) {
        String digits = Worked.bits(high) + Worked.bits(low);
        String expected = digits.substring(64 - count, 128 - count);
        assertEquals(expected, Worked.bits(Worked.word(subject, "shrp r10=r8,r9,%d".formatted(count), high, low)));
        Outcomes.label("count").collect(count == 0 ? "0" : count == 63 ? "63" : "between").coverage(checker -> Vector.of("0", "63", "between").forEach(each -> checker.check(each).count(times -> times > 0)));
    }

    @Guarantee
    @Costs(2)
    @Label("an extracted field is a piece of the digits of a word, with its first digit or 0 before it; it ends at bit 63")
    @Integers.Checks(FIELD_EXTRACTED)
    void extracts(Subject subject, @ForAll("words") long word, @ForAll @IntRange(max = 63) int position, @ForAll @IntRange(min = 1, max = 64) int length) {
        String digits = Worked.bits(word);
        String field = digits.substring(Math.max(0, 64 - position - length), 64 - position);
        int missing = 64 - field.length();
        assertEquals("0".repeat(missing) + field, Worked.bits(Worked.word(subject, "extr.u r10=r9,%d,%d".formatted(position, length), 77, word)));
        assertEquals(field.substring(0, 1).repeat(missing) + field, Worked.bits(Worked.word(subject, "extr r10=r9,%d,%d".formatted(position, length), 77, word)));
        Outcomes.label("end").collect(Integer.signum(position + length - 64)).coverage(checker -> Vector.of(-1, 0, 1).forEach(each -> checker.check(each).count(times -> times > 0)));
    }

    @Guarantee
    @Label("a deposited field replaces a piece of the digits of a word, or of zeros; it ends at bit 63")
    @Integers.Checks(FIELD_DEPOSITED)
    void deposits(Subject subject, @ForAll("words") long word, @ForAll("words") long other, @ForAll @IntRange(max = 63) int position, @ForAll @IntRange(min = 1, max = 64) int length, @ForAll @IntRange(min = -128, max = 127) int immediate) {
        String zeros = "0".repeat(64);
        assertEquals(spliced(zeros, Worked.bits(word), position, length), Worked.bits(Worked.word(subject, "dep.z r10=r8,%d,%d".formatted(position, length), word, other)));
        assertEquals(spliced(zeros, Worked.bits(immediate), position, length), Worked.bits(Worked.word(subject, "dep.z r10=%d,%d,%d".formatted(immediate, position, length), word, other)));
        int bit = immediate < 0 ? -1 : 0;
        assertEquals(spliced(Worked.bits(other), Worked.bits(bit), position, length), Worked.bits(Worked.word(subject, "dep r10=%d,r9,%d,%d".formatted(bit, position, length), word, other)));
        int few = (length - 1) % 16 + 1;
        assertEquals(spliced(Worked.bits(other), Worked.bits(word), position, few), Worked.bits(Worked.word(subject, "dep r10=r8,r9,%d,%d".formatted(position, few), word, other)));
    }

    /// {@return digits whose piece of a length that ends before as many digits as a position is the end of other digits}
    private static String spliced(String digits, String other, int position, int length) {
        int inside = Math.min(length, 64 - position);
        return digits.substring(0, 64 - position - inside) + other.substring(64 - inside) + digits.substring(64 - position);
    }

    @Guarantee
    @Costs(2)
    @Label("what was deposited can be extracted again")
    @Integers.Checks({FIELD_DEPOSITED, FIELD_EXTRACTED})
    void depositsComeBack(Subject subject, @ForAll("words") long word, @ForAll("words") long other, @ForAll @IntRange(max = 48) int position, @ForAll @IntRange(min = 1, max = 16) int length) {
        long deposited = Worked.word(subject, "dep r10=r8,r9,%d,%d".formatted(position, length), word, other);
        long extracted = Worked.word(subject, "extr.u r10=r9,%d,%d".formatted(position, length), 77, deposited);
        assertEquals(Worked.word(Worked.bits(word).substring(64 - length)), extracted);
    }

    @Guarantee
    @Costs(2)
    @Label("an extension fills what is left of one, two or four bytes with zeros or with copies of their first bit")
    @Integers.Checks(FIELD_EXTENDED)
    void extensions(Subject subject, @ForAll("words") long word, @ForAll @IntRange(max = 2) int log) {
        int bytes = 1 << log;
        String field = Worked.bits(word).substring(64 - 8 * bytes);
        assertEquals("0".repeat(64 - 8 * bytes) + field, Worked.bits(Worked.word(subject, "zxt%d r10=r9".formatted(bytes), 77, word)));
        assertEquals(field.substring(0, 1).repeat(64 - 8 * bytes) + field, Worked.bits(Worked.word(subject, "sxt%d r10=r9".formatted(bytes), 77, word)));
    }

    @Guarantee
    @Costs(2)
    @Label("the index of a zero counts the elements before it from one end, and is their number if there is none")
    @Integers.Checks(ZERO_FOUND)
    void zeros(Subject subject, @ForAll("words") long word, @ForAll("words") long mask, @ForAll boolean wide) {
        long holed = Vector.range(0, 8).map(lane -> (mask >> 8 * lane & 3) == 0 ? 0 : word & 0xffL << 8 * lane).fold(0L, (one, other) -> one | other);
        int bytes = wide ? 2 : 1;
        Seq<Long> elements = Elements.unsigned(holed, bytes);
        int number = elements.size();
        int left = elements.append(0L).indexOf(0L);
        int right = elements.reverse().append(0L).indexOf(0L);
        assertEquals(left, Worked.word(subject, "czx%d.l r10=r9".formatted(bytes), 77, holed));
        assertEquals(right, Worked.word(subject, "czx%d.r r10=r9".formatted(bytes), 77, holed));
        Outcomes.label("index").collect(bytes, left == number ? "none" : left == 0 ? "first" : "later").coverage(checker ->
            Vector.of(1, 2).forEach(each -> Vector.of("none", "first", "later").forEach(where -> checker.check(each, where).count(times -> times > 0))));
    }

    @Guarantee
    @Label("as many ones are counted as the digits of a word have")
    @Integers.Checks(ONES_COUNTED)
    void ones(Subject subject, @ForAll("words") long word) {
        assertEquals(Worked.bits(word).replace("0", "").length(), Worked.word(subject, "popcnt r10=r9", 77, word));
    }

    private static final Seq<String> EXAMPLES = Vector.of("""
        shl r10=r8,r9     ;                1 ;               3f ; 8000000000000000
        shl r10=r8,r9     ;                1 ;               40 ; 0
        shr r10=r8,r9     ; 8000000000000000 ;               40 ; ffffffffffffffff
        shr.u r10=r8,r9   ; 8000000000000000 ;               3f ; 1
        shr.u r10=r8,r9   ; 8000000000000000 ; ffffffffffffffff ; 0
        shrp r10=r8,r9,8  ;               ab ; 0123456789abcdef ; ab0123456789abcd
        extr r10=r9,60,8  ;                0 ; 8000000000000000 ; fffffffffffffff8
        extr.u r10=r9,8,8 ;                0 ; 0123456789abcdef ; cd
        dep.z r10=r8,60,8 ;               ff ;                0 ; f000000000000000
        dep.z r10=-1,4,8  ;                0 ;                0 ; ff0
        dep r10=r8,r9,8,8 ;              123 ; 0123456789abcdef ; 0123456789ab23ef
        dep r10=-1,r9,0,4 ;                0 ; 0123456789abcde0 ; 0123456789abcdef
        zxt4 r10=r9       ;                0 ; ffffffff80000000 ; 80000000
        sxt2 r10=r9       ;                0 ;            18000 ; ffffffffffff8000
        czx1.l r10=r9     ;                0 ; 1122003344005566 ; 2
        czx1.r r10=r9     ;                0 ; 1122003344005566 ; 2
        czx2.r r10=r9     ;                0 ; 1122003344005566 ; 4
        popcnt r10=r9     ;                0 ; 0123456789abcdef ; 20""".split("\n"));

    @Guarantee
    @Label("shifts and fields have the values that the manual's definitions give by hand")
    @Integers.Checks({WORD_SHIFTED, PAIR_SHIFTED, FIELD_EXTRACTED, FIELD_DEPOSITED, FIELD_EXTENDED, ZERO_FOUND, ONES_COUNTED})
    void examplesOfFields(Subject subject, @ForAll("examples") String line) {
        Worked.example(subject, line);
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    /// In two thirds of the cases 0 to 70.
    @Provide
    Arbitrary<Long> counts() {
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 70), Arbitraries.longs().between(60, 66), Instructions.words());
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(EXAMPLES.asJava());
    }
}
