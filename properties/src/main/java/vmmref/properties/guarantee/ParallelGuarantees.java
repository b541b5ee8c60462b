package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Integers.COUNT_UNASSIGNED;
import static vmmref.spec.Integers.DIFFERENCES_ADDED;
import static vmmref.spec.Integers.ELEMENTS_ADDED;
import static vmmref.spec.Integers.ELEMENTS_AVERAGED;
import static vmmref.spec.Integers.ELEMENTS_CHOSEN;
import static vmmref.spec.Integers.ELEMENTS_COMPARED;
import static vmmref.spec.Integers.ELEMENTS_MIXED;
import static vmmref.spec.Integers.ELEMENTS_MULTIPLIED;
import static vmmref.spec.Integers.ELEMENTS_PACKED;
import static vmmref.spec.Integers.ELEMENTS_PERMUTED;
import static vmmref.spec.Integers.ELEMENTS_SHIFTED;
import static vmmref.spec.Integers.ELEMENTS_UNPACKED;
import static vmmref.spec.Integers.ELEMENT_SATURATED;
import static vmmref.spec.Integers.PRODUCTS_SHIFTED;
import static vmmref.spec.Integers.SHIFTED_ADDED;

import io.vavr.Function2;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.machine.Executed;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Integers;

/// What holds of instructions that compute with the elements of words.
class ParallelGuarantees {
    private static final String OF_TWO = " r10=r8,r9";

    /// {@return the word that an instruction makes of two words}
    private static long word(Subject subject, String mnemonic, long first, long second) {
        return Worked.word(subject, mnemonic + OF_TWO, first, second);
    }

    /// {@return the word of what a function says of each pair of elements}
    private static long each(Seq<Long> first, Seq<Long> second, int bytes, Function2<Long, Long, Long> function) {
        return Elements.word(first.zipWith(second, function), bytes);
    }

    private static Seq<Long> elements(long word, int bytes, boolean signed) {
        return signed ? Elements.signed(word, bytes) : Elements.unsigned(word, bytes);
    }

    /// The completers of sums and differences with the least and the greatest result in one byte and in two.
    private static final Map<String, Seq<Long>> LIMITS = HashMap.of(
        ".sss", Vector.of(-128L, 127L, -32768L, 32767L),
        ".uuu", Vector.of(0L, 255L, 0L, 65535L),
        ".uus", Vector.of(0L, 255L, 0L, 65535L));

    private static long limited(long number, long least, long greatest) {
        return number < least ? least : number > greatest ? greatest : number;
    }

    @Guarantee
    @Label("elements are added and subtracted modulo their width, or saturate at the limits of the completer")
    @Integers.Checks({ELEMENTS_ADDED, ELEMENT_SATURATED})
    void sums(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll("mnemonics") String mnemonic) {
        int bytes = mnemonic.charAt(4) - '0';
        String completer = mnemonic.substring(5);
        Seq<Long> firsts = elements(first, bytes, completer.equals(".sss"));
        Seq<Long> seconds = elements(second, bytes, completer.matches("\\...s"));
        long least = LIMITS.get(completer).map(limits -> limits.get(2 * bytes - 2)).getOrElse(Long.MIN_VALUE);
        long greatest = LIMITS.get(completer).map(limits -> limits.get(2 * bytes - 1)).getOrElse(Long.MAX_VALUE);
        long expected = each(firsts, seconds, bytes, (one, other) -> limited(mnemonic.startsWith("padd") ? one + other : one - other, least, greatest));
        assertEquals(expected, word(subject, mnemonic, first, second), mnemonic);
        Outcomes.label("mnemonic").collect(mnemonic).coverage(checker -> SUMS.forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a half that is no whole number becomes the odd one of its neighbours, or the greater one")
    @Integers.Checks(ELEMENTS_AVERAGED)
    void averages(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll boolean wide) {
        int bytes = wide ? 2 : 1;
        Seq<Long> firsts = Elements.unsigned(first, bytes);
        Seq<Long> seconds = Elements.unsigned(second, bytes);
        assertEquals(each(firsts, seconds, bytes, (one, other) -> oddHalf(one + other)), word(subject, "pavg" + bytes, first, second));
        assertEquals(each(firsts, seconds, bytes, (one, other) -> (long) Math.ceil((one + other) / 2.0)), word(subject, "pavg" + bytes + ".raz", first, second));
        assertEquals(each(firsts, seconds, bytes, (one, other) -> oddHalf(one - other)), word(subject, "pavgsub" + bytes, first, second));
    }

    private static long oddHalf(long number) {
        long below = (long) Math.floor(number / 2.0);
        long above = (long) Math.ceil(number / 2.0);
        return below % 2 == 0 ? above : below;
    }

    @Guarantee
    @Costs(2)
    @Label("elements that are equal or greater become ones, all others zeros")
    @Integers.Checks(ELEMENTS_COMPARED)
    void comparisons(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll("like") long like, @ForAll @IntRange(max = 2) int log) {
        int bytes = 1 << log;
        long near = first & like | second & ~like;
        Seq<Long> firsts = Elements.signed(first, bytes);
        Seq<Long> seconds = Elements.signed(near, bytes);
        assertEquals(each(firsts, seconds, bytes, (one, other) -> one.equals(other) ? -1L : 0L), word(subject, "pcmp" + bytes + ".eq", first, near));
        assertEquals(each(firsts, seconds, bytes, (one, other) -> Vector.of(one, other).max().get() > other ? -1L : 0L), word(subject, "pcmp" + bytes + ".gt", first, near));
    }

    @Guarantee
    @Costs(2)
    @Label("of two elements the first or the last in order is chosen: bytes without a sign, pairs of bytes with one")
    @Integers.Checks(ELEMENTS_CHOSEN)
    void choices(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll boolean wide) {
        int bytes = wide ? 2 : 1;
        String completer = wide ? "" : ".u";
        Seq<Long> firsts = elements(first, bytes, wide);
        Seq<Long> seconds = elements(second, bytes, wide);
        assertEquals(each(firsts, seconds, bytes, (one, other) -> Vector.of(one, other).sorted().head()), word(subject, "pmin" + bytes + completer, first, second));
        assertEquals(each(firsts, seconds, bytes, (one, other) -> Vector.of(one, other).sorted().last()), word(subject, "pmax" + bytes + completer, first, second));
    }

    @Guarantee
    @Costs(2)
    @Label("distances of bytes are added, in either order")
    @Integers.Checks(DIFFERENCES_ADDED)
    void distances(Subject subject, @ForAll("words") long first, @ForAll("words") long second) {
        long expected = Elements.unsigned(first, 1).zip(Elements.unsigned(second, 1)).map(pair -> pair._1 < pair._2 ? pair._2 - pair._1 : pair._1 - pair._2).sum().longValue();
        assertEquals(expected, word(subject, "psad1", first, second));
        assertEquals(expected, word(subject, "psad1", second, first));
    }

    @Guarantee
    @Label("every other element is multiplied into one twice as wide, or each and a piece of the product kept")
    @Integers.Checks({ELEMENTS_MULTIPLIED, PRODUCTS_SHIFTED})
    void products(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll("counts") int count) {
        Seq<Long> signed = Elements.signed(first, 2).zipWith(Elements.signed(second, 2), (one, other) -> one * other);
        Seq<Long> unsigned = Elements.unsigned(first, 2).zipWith(Elements.unsigned(second, 2), (one, other) -> one * other);
        assertEquals(Elements.word(Vector.of(signed.get(0), signed.get(2)), 4), word(subject, "pmpy2.l", first, second));
        assertEquals(Elements.word(Vector.of(signed.get(1), signed.get(3)), 4), word(subject, "pmpy2.r", first, second));
        String operands = " r10=r8,r9,%d".formatted(count);
        assertEquals(Elements.word(signed.map(product -> Math.floorDiv(product, 1L << count)), 2), Worked.word(subject, "pmpyshr2" + operands, first, second));
        assertEquals(Elements.word(unsigned.map(product -> product / (1L << count)), 2), Worked.word(subject, "pmpyshr2.u" + operands, first, second));
        Outcomes.label("count").collect(count).coverage(checker -> Vector.of(0, 7, 15, 16).forEach(each -> checker.check(each).count(times -> times > 0)));
    }

    @Guarantee
    @Label("elements are multiplied by a power of two, or divided and rounded down, whatever the count")
    @Integers.Checks(ELEMENTS_SHIFTED)
    void shifts(Subject subject, @ForAll("words") long word, @ForAll("words") long any, @ForAll @IntRange(max = 31) int count, @ForAll boolean wide, @ForAll boolean fixed) {
        int bytes = wide ? 4 : 2;
        long shift = fixed || any % 2 == 0 ? count : any;
        long power = 1L << (Long.compareUnsigned(shift, 32) < 0 ? shift : 32);
        String operands = fixed ? " r10=r8,%d".formatted(count) : OF_TWO;
        assertEquals(Elements.word(Elements.unsigned(word, bytes).map(element -> element * power), bytes), Worked.word(subject, "pshl" + bytes + operands, word, shift));
        assertEquals(Elements.word(Elements.signed(word, bytes).map(element -> Math.floorDiv(element, power)), bytes), Worked.word(subject, "pshr" + bytes + operands, word, shift));
        assertEquals(Elements.word(Elements.unsigned(word, bytes).map(element -> element / power), bytes), Worked.word(subject, "pshr" + bytes + ".u" + operands, word, shift));
        Outcomes.label("beyond").collect(Long.compareUnsigned(shift, 8L * bytes) >= 0, fixed, wide).coverage(checker -> Vector.of(true, false).forEach(each ->
            checker.check(each, false, true).count(times -> times > 0)));
    }

    @Guarantee
    @Costs(2)
    @Label("elements are shifted and others added to them; what the shift pushed beyond a limit stays at the limit")
    @Integers.Checks(SHIFTED_ADDED)
    void shiftsWithSums(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll @IntRange(min = 1, max = 3) int count) {
        Seq<Long> firsts = Elements.signed(first, 2);
        Seq<Long> seconds = Elements.signed(second, 2);
        String operands = " r10=r8,%d,r9".formatted(count);
        int factor = Vector.of(2, 4, 8).get(count - 1);
        assertEquals(each(firsts, seconds, 2, (one, other) -> one * factor > 32767 ? 32767L : one * factor < -32768 ? -32768L : limited(one * factor + other, -32768, 32767)),
            Worked.word(subject, "pshladd2" + operands, first, second));
        assertEquals(each(firsts, seconds, 2, (one, other) -> limited(Math.floorDiv(one, factor) + other, -32768, 32767)), Worked.word(subject, "pshradd2" + operands, first, second));
    }

    @Guarantee
    @Label("nothing is said of the fourth count of a shift with a sum")
    @Integers.Checks(COUNT_UNASSIGNED)
    void fourthCount(Subject subject, @ForAll("words") long first, @ForAll("words") long second) {
        Vector.of("pshladd2", "pshradd2").forEach(mnemonic -> assertEquals(new Executed.Unspecified(COUNT_UNASSIGNED), Worked.executed(subject, mnemonic + " r10=r8,4,r9", first, second)));
    }

    /// Where bytes go: the first word is abcdefgh, the second ABCDEFGH, the most significant byte first.
    private static final Seq<Tuple2<String, String>> ORDERS = Vector.of(
        "mix1.l r10=r8,r9    ; aAcCeEgG", "mix1.r r10=r8,r9    ; bBdDfFhH",
        "mix2.l r10=r8,r9    ; abABefEF", "mix2.r r10=r8,r9    ; cdCDghGH",
        "mix4.l r10=r8,r9    ; abcdABCD", "mix4.r r10=r8,r9    ; efghEFGH",
        "unpack1.h r10=r8,r9 ; aAbBcCdD", "unpack1.l r10=r8,r9 ; eEfFgGhH",
        "unpack2.h r10=r8,r9 ; abABcdCD", "unpack2.l r10=r8,r9 ; efEFghGH",
        "unpack4.h r10=r8,r9 ; abcdABCD", "unpack4.l r10=r8,r9 ; efghEFGH",
        "mux1 r10=r8,@rev    ; hgfedcba", "mux1 r10=r8,@brcst  ; hhhhhhhh",
        "mux1 r10=r8,@mix    ; aecgbfdh", "mux1 r10=r8,@shuf   ; aebfcgdh",
        "mux1 r10=r8,@alt    ; acegbdfh", "mux2 r10=r8,0xe4    ; abcdefgh",
        "mux2 r10=r8,0x1b    ; ghefcdab", "mux2 r10=r8,0x8d    ; cdghabef").map(line -> new Tuple2<>(line.split(" *; ")[0], line.split(" *; ")[1]));

    @Guarantee
    @Label("bytes go where the manual's figures show")
    @Integers.Checks({ELEMENTS_MIXED, ELEMENTS_UNPACKED, ELEMENTS_PERMUTED})
    void orders(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll @IntRange(max = 19) int order) {
        Seq<Long> bytes = Elements.unsigned(first, 1).appendAll(Elements.unsigned(second, 1));
        Tuple2<String, String> figure = ORDERS.get(order);
        Seq<Long> expected = Vector.range(0, 8).map(index -> bytes.get("abcdefghABCDEFGH".indexOf(figure._2.charAt(index))));
        assertEquals(expected, Elements.unsigned(Worked.word(subject, figure._1, first, second), 1), figure._1);
        Outcomes.label("figure").collect(figure._1).coverage(checker -> ORDERS.forEach(each -> checker.check(each._1).count(times -> times > 0)));
    }

    @Guarantee
    @Label("any order of four elements is two binary digits for each")
    @Integers.Checks(ELEMENTS_PERMUTED)
    void anyOrder(Subject subject, @ForAll("words") long word, @ForAll @IntRange(max = 255) int order) {
        Seq<Long> elements = Elements.unsigned(word, 2).reverse();
        String digits = Worked.bits(order).substring(56);
        Seq<Long> expected = Vector.of(0, 2, 4, 6).map(index -> elements.get(Integer.parseInt(digits.substring(index, index + 2), 2)));
        assertEquals(expected, Elements.unsigned(Worked.word(subject, "mux2 r10=r8,0x%x".formatted(order), word, 77), 2));
    }

    @Guarantee
    @Label("elements are packed into half the width, the second word's first, and saturate")
    @Integers.Checks(ELEMENTS_PACKED)
    void packs(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll @IntRange(max = 15) int small) {
        long near = small % 2 == 0 ? first : first & 0x81ff01ff00ff80ffL;
        Seq<Long> shorts = Elements.signed(second, 2).appendAll(Elements.signed(near, 2));
        assertEquals(Elements.word(shorts.map(element -> limited(element, -128, 127)), 1), word(subject, "pack2.sss", near, second));
        assertEquals(Elements.word(shorts.map(element -> limited(element, 0, 255)), 1), word(subject, "pack2.uss", near, second));
        Seq<Long> words = Elements.signed(second, 4).appendAll(Elements.signed(near, 4));
        assertEquals(Elements.word(words.map(element -> limited(element, -32768, 32767)), 2), word(subject, "pack4.sss", near, second));
    }

    private static final Seq<String> EXAMPLES = Vector.of("""
        padd1 r10=r8,r9      ; ff7f800000000001 ; 0101800000000001 ; 0080000000000002
        padd1.sss r10=r8,r9  ; ff7f800000000001 ; 0101800000000001 ; 007f800000000002
        padd1.uuu r10=r8,r9  ; ff7f800000000001 ; 0101800000000001 ; ff80ff0000000002
        padd1.uus r10=r8,r9  ; ff7f800000000001 ; 01018000000000ff ; ff80000000000000
        psub2.sss r10=r8,r9  ; 80007fff00000000 ; 0001ffff00010000 ; 80007fffffff0000
        psub2.uuu r10=r8,r9  ; 80007fff00000000 ; 0001ffff00010000 ; 7fff000000000000
        psub2.uus r10=r8,r9  ; 80007fff00000000 ; 0001ffff00010000 ; 7fff800000000000
        padd4 r10=r8,r9      ; ffffffff7fffffff ; 0000000100000001 ; 0000000080000000
        pavg1 r10=r8,r9      ; 0001000000000005 ; 0102000000000004 ; 0101000000000005
        pavg1.raz r10=r8,r9  ; 0001000000000006 ; 0102000000000005 ; 0102000000000006
        pavgsub2 r10=r8,r9   ; 0000000500000000 ; 0001000200040000 ; ffff0001fffe0000
        pcmp1.gt r10=r8,r9   ; 0180000000000000 ; 007f000000000000 ; ff00000000000000
        pmin2 r10=r8,r9      ; 80000000ffff0000 ; 0000ffff00000000 ; 8000ffffffff0000
        pmax1.u r10=r8,r9    ; 80ff000000000000 ; 7f00000000000000 ; 80ff000000000000
        psad1 r10=r8,r9      ; ff00000000000001 ; 00ff000000000003 ; 200
        pmpy2.l r10=r8,r9    ; 80000002ffff0003 ; 8000000500020007 ; 40000000fffffffe
        pmpyshr2.u r10=r8,r9,16 ; ffff000000000000 ; ffff000000000000 ; fffe000000000000
        pshl2 r10=r8,r9      ; 8001800180018001 ;               10 ; 0
        pshr4 r10=r8,r9      ; 8000000040000000 ;               20 ; ffffffff00000000
        pshladd2 r10=r8,1,r9 ; 4000c00000000000 ; 8000000000000000 ; 7fff800000000000
        pack2.uss r10=r8,r9  ; 00ff0100ffff8000 ; 0000000000000001 ; 00000001ffff0000""".split("\n"));

    @Guarantee
    @Label("parallel instructions have the values that the manual's definitions give by hand")
    @Integers.Checks({ELEMENTS_ADDED, ELEMENT_SATURATED, ELEMENTS_AVERAGED, ELEMENTS_COMPARED, ELEMENTS_CHOSEN, DIFFERENCES_ADDED, ELEMENTS_MULTIPLIED, PRODUCTS_SHIFTED, ELEMENTS_SHIFTED, SHIFTED_ADDED, ELEMENTS_PACKED})
    void examplesOfElements(Subject subject, @ForAll("examples") String line) {
        Worked.example(subject, line);
    }

    private static final Seq<String> SUMS = Vector.of("padd1", "padd1.sss", "padd1.uuu", "padd1.uus", "padd2", "padd2.sss", "padd2.uuu", "padd2.uus", "padd4",
        "psub1", "psub1.sss", "psub1.uuu", "psub1.uus", "psub2", "psub2.sss", "psub2.uuu", "psub2.uus", "psub4");

    @Provide
    Arbitrary<String> mnemonics() {
        return Arbitraries.of(SUMS.asJava());
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    /// Bytes that are 0 or all ones.
    @Provide
    Arbitrary<Long> like() {
        return Combinators.combine(Arbitraries.of(0L, 0xffffL, 0xffffffffL), Arbitraries.of(0L, 0xffff0000L, 0xffffffff00000000L, 0xffffff000000L)).as((low, high) -> low ^ high);
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.of(0, 7, 15, 16);
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(EXAMPLES.asJava());
    }
}
