package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Memories.FLOAT_LOADED;
import static vmmref.spec.Memories.FLOAT_STORED;
import static vmmref.spec.Memories.FORMAT_NARROWED;
import static vmmref.spec.Memories.FORMAT_WIDENED;
import static vmmref.spec.Memories.IMAGE_ORDERED;
import static vmmref.spec.Memories.PAIR_LOADED;
import static vmmref.spec.Memories.PAIR_PARITY_ILLEGAL;
import static vmmref.spec.Memories.REGISTER_READ;
import static vmmref.spec.Memories.REGISTER_SET;
import static vmmref.spec.Memories.SIGN_MERGED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Memories;

/// What holds of floating-point values in memory and in general registers.
class FloatImageGuarantees {
    private static final long AT = Started.DATA + 32;

    /// What an instruction leaves in memory of a register; bytes in hexadecimal, the lowest address first, while PSR.be is 0.
    private record Typed(String store, FloatingValue value, String bytes) { }

    private static final Seq<Typed> IMAGES = Vector.of(
        new Typed("stf.spill", new FloatingValue(false, 0, 0),                         "00000000000000000000000000000000"),
        new Typed("stf.spill", new FloatingValue(false, 0xffff, 1L << 63),             "0000000000000080ffff000000000000"),
        new Typed("stf.spill", new FloatingValue(true, 0x10000, 1L << 63),             "00000000000000800000030000000000"),
        new Typed("stf.spill", FloatingValue.NATVAL,                                   "0000000000000000feff010000000000"),
        new Typed("stf.spill", FloatingValue.integer(0x0123456789abcdefL),             "efcdab89674523013e00010000000000"),
        new Typed("stf.spill", new FloatingValue(false, 0x1ffff, 1L << 63),            "0000000000000080ffff010000000000"),
        new Typed("stf.spill", new FloatingValue(true, 0x1ffff, 3L << 62),             "00000000000000c0ffff030000000000"),
        new Typed("stfs", FloatingValue.ONE,                                           "0000803f"),
        new Typed("stfs", new FloatingValue(true, 0x10000, 0xc000000000000000L),       "000040c0"),
        new Typed("stfs", new FloatingValue(false, 0xff81, 0x0000010000000000L),       "01000000"),
        new Typed("stfs", new FloatingValue(true, 0x1ffff, 1L << 63),                  "000080ff"),
        new Typed("stfd", FloatingValue.ONE,                                           "000000000000f03f"),
        new Typed("stfd", new FloatingValue(true, 0x10001, 0xa000000000000000L),       "00000000000014c0"),
        new Typed("stfd", new FloatingValue(false, 0xfc01, 0x7ffffffffffff800L),       "ffffffffffff0f00"),
        new Typed("stfe", FloatingValue.ONE,                                           "0000000000000080ff3f"),
        new Typed("stfe", new FloatingValue(true, 0x10000, 0x8123456789abcdefL),       "efcdab896745238100c0"),
        new Typed("stfe", new FloatingValue(false, 0x1ffff, 3L << 62),                 "00000000000000c0ff7f"),
        new Typed("stf8", new FloatingValue(true, 0x12345, 0x0123456789abcdefL),       "efcdab8967452301"));

    @Guarantee
    @Label("registers leave the images that were typed from the manual, and in the opposite order while data is big-endian; the same load gives the value back")
    @Memories.Checks({FLOAT_STORED, IMAGE_ORDERED, FORMAT_NARROWED})
    void typedImages(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 17) int which) {
        Typed typed = IMAGES.get(which);
        Seq<Integer> bytes = Vector.ofAll(HexFormat.of().parseHex(typed.bytes())).map(each -> each & 0xff);
        Machine machine = Prepared.with(Prepared.with(Prepared.enabled(start.machine()), 9, AT), 10, typed.value());
        Ran ran = Ran.of(subject, machine, typed.store() + " [r9]=f10");
        Seq<Integer> expected = Prepared.bytes(machine, Started.DATA, 64).patch(32, start.psr().be() ? bytes.reverse() : bytes, bytes.size());
        assertEquals(expected, observed(observed(Prepared.bytes(ran.after(), Started.DATA, 64), IMAGE_ORDERED), FORMAT_NARROWED));
        Ran back = Ran.of(subject, ran.after(), typed.store().replace("st", "ld").replace("spill", "fill") + " f8=[r9]");
        assertEquals(typed.store().equals("stf8") ? FloatingValue.integer(typed.value().significand()) : typed.value(), back.floating(8));
        Outcomes.label("images").collect(which, start.psr().be()).coverage(Combinations.each(Vector.range(0, IMAGES.size()), Combinations.EITHER));
    }

    @Guarantee
    @Label("a value that is loaded is the number that Java reads in the same bits, its exponent and integer bit as the manual's table says")
    @Memories.Checks({FLOAT_LOADED, FORMAT_WIDENED})
    void floatsAreLoaded(Subject subject, @ForAll("starts") Started start, @ForAll("singles") int single, @ForAll("doubles") long number, @ForAll("extended") int head) {
        Machine machine = Prepared.with(Prepared.enabled(start.machine()), 9, AT);
        FloatingValue value = loaded(subject, machine, "ldfs", 4, Integer.toUnsignedLong(single));
        assertIs(Float.intBitsToFloat(single), single < 0, value);
        assertEquals(kind(single >>> 23 & 0xff, 0xff, single << 9 != 0, 0xff81), kind(value));
        FloatingValue twice = loaded(subject, machine, "ldfd", 8, number);
        assertIs(Double.longBitsToDouble(number), number < 0, twice);
        assertEquals(kind((int) (number >>> 52) & 0x7ff, 0x7ff, number << 12 != 0, 0xfc01), kind(twice));
        assertEquals(FloatingValue.integer(number), loaded(subject, machine, "ldf8", 8, number));
        FloatingValue extended = extended(subject, machine, number, head);
        int exponent = head & 0x7fff;
        assertEquals(new FloatingValue(head >> 15 != 0, exponent == 0 ? 0 : exponent == 0x7fff ? 0x1ffff : exponent - 16383 + 65535, number), observed(extended, FORMAT_WIDENED));
        Ran ran = Ran.of(subject, machine, "ldfd f8=[r9]");
        ran.didOnly(new Place.Floating(8), Place.Status.PSR);
        assertEquals(ran.before().psr().with(4, true), ran.after().psr());
        Outcomes.label("doubles").collect(Math.getExponent(Double.longBitsToDouble(number)) == -1023 ? "small" : Double.isFinite(Double.longBitsToDouble(number)) ? "normal" : "special")
            .coverage(checker -> Vector.of("small", "normal", "special").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    /// {@return 0, denormal, special or normal, with the exponent of those where it does not vary, and with the integer bit}
    private static String kind(int exponent, int special, boolean fraction, int denormal) {
        return exponent == 0 ? fraction ? "%x without integer bit".formatted(denormal) : "0 without integer bit" : exponent == special ? "1ffff with integer bit" : "normal with integer bit";
    }

    private static String kind(FloatingValue value) {
        int exponent = value.exponent();
        boolean integer = value.significand() < 0;
        return (integer && exponent != 0x1ffff ? "normal" : "%x".formatted(exponent)) + (integer ? " with integer bit" : " without integer bit");
    }

    private static void assertIs(double expected, boolean negative, FloatingValue value) {
        assertEquals(negative, value.sign());
        double magnitude = Math.scalb((double) (value.significand() >>> 11), value.exponent() - 65535 - 52);
        if (Double.isFinite(expected)) assertEquals(Math.abs(expected), magnitude);
        else assertEquals(Double.isNaN(expected), value.significand() << 1 != 0);
    }

    private static FloatingValue loaded(Subject subject, Machine machine, String name, int size, long bits) {
        return Ran.of(subject, Ran.of(subject, Prepared.with(machine, 10, bits), "st" + size + " [r9]=r10").after(), name + " f8=[r9]").floating(8);
    }

    /// {@return the value of ten bytes that are put into memory one by one}
    private static FloatingValue extended(Subject subject, Machine machine, long significand, int head) {
        Seq<Integer> bytes = Prepared.bytes(significand).append(head & 0xff).append(head >> 8);
        Seq<Integer> ordered = machine.psr().be() ? bytes.reverse() : bytes;
        Machine holding = ordered.zipWithIndex().foldLeft(machine, (some, each) -> new Place.Bytes(new PhysicalAddress(AT + each._2), 1).with(some, (long) each._1));
        return Ran.of(subject, holding, "ldfe f8=[r9]").floating(8);
    }

    @Guarantee
    @Costs(2)
    @Label("a register that is stored leaves its sign, bits of its exponent and the highest bits of its fraction, and no number is rounded")
    @Memories.Checks({FLOAT_STORED, FORMAT_NARROWED})
    void floatsAreStored(Subject subject, @ForAll("starts") Started start, @ForAll boolean sign, @ForAll @IntRange(max = 0x1ffff) int exponent, @ForAll("words") long significand) {
        Machine machine = Prepared.with(Prepared.with(Prepared.enabled(start.machine()), 9, AT), 10, new FloatingValue(sign, exponent, significand));
        String e = binary(exponent, 17);
        String s = binary(significand, 64);
        boolean integer = s.charAt(0) == '1';
        String one = sign ? "1" : "0";
        assertEquals(one + (integer ? e.charAt(0) + e.substring(10) : "00000000") + s.substring(1, 24), observed(stored(subject, machine, "stfs", 4), FORMAT_NARROWED));
        assertEquals(one + (integer ? e.charAt(0) + e.substring(7) : "00000000000") + s.substring(1, 53), stored(subject, machine, "stfd", 8));
        assertEquals(one + e.charAt(0) + e.substring(3) + s, stored(subject, machine, "stfe", 10));
        assertEquals(s, stored(subject, machine, "stf8", 8));
        Outcomes.label("integer bit").collect(integer).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    /// {@return the bits of a number, the highest first}
    private static String binary(long number, int width) {
        return Vector.range(0, width).map(bit -> (number >>> width - 1 - bit & 1) == 0 ? "0" : "1").mkString();
    }

    private static String stored(Subject subject, Machine machine, String name, int bytes) {
        Ran ran = Ran.of(subject, machine, name + " [r9]=f10");
        ran.didOnly(new Place.Bytes(new PhysicalAddress(AT), 8), new Place.Bytes(new PhysicalAddress(AT + 8), 2));
        assertEquals(Prepared.bytes(machine, AT + bytes, 8), Prepared.bytes(ran.after(), AT + bytes, 8));
        Seq<Integer> found = Prepared.bytes(ran.after(), AT, bytes);
        return (machine.psr().be() ? found : found.reverse()).map(each -> binary(each, 8)).mkString();
    }

    @Guarantee
    @Costs(2)
    @Label("a pair is two loads, to an even and an odd register")
    @Memories.Checks({PAIR_LOADED, PAIR_PARITY_ILLEGAL})
    void pairs(Subject subject, @ForAll("starts") Started start, @ForAll("kinds") String kind, @ForAll @IntRange(min = 2, max = 127) int f1, @ForAll @IntRange(min = 2, max = 127) int f2, @ForAll boolean updates) {
        int size = kind.equals("s") ? 4 : 8;
        Machine machine = Prepared.with(Prepared.enabled(start.machine()), 9, AT);
        Slot slot = encoded("ldfp" + kind + " f8,f9=[r9]" + (updates ? "," + 2 * size : ""));
        Single single = Single.of(Unit.M, Slot.of(slot.bits() & ~(0x7fL << 6 | 0x7fL << 13) | (long) f1 << 6 | (long) f2 << 13));
        int turned = start.cfm().rrbFr();
        boolean legal = (f1 + (f1 < 32 ? 0 : turned)) % 2 != (f2 + (f2 < 32 ? 0 : turned)) % 2;
        if (legal) {
            Ran ran = Ran.of(subject, machine, single, Choice.USUAL);
            assertEquals(Ran.of(subject, machine, "ldf" + kind + " f8=[r9]").floating(8), ran.floating(f1));
            assertEquals(Ran.of(subject, Prepared.with(machine, 9, AT + size), "ldf" + kind + " f8=[r9]").floating(8), ran.floating(f2));
            ran.didOnly(new Place.Floating(f1), new Place.Floating(f2), new Place.General(9), Place.Status.PSR);
            boolean low = f1 < 32 || f2 < 32 || start.psr().bits() << 59 < 0;
            boolean high = f1 > 31 || f2 > 31 || start.psr().bits() << 58 < 0;
            assertEquals((low ? 16 : 0) | (high ? 32 : 0), ran.after().psr().bits() & 48);
        } else {
            Executed executed = observed(single.on(subject, machine));
            assertEquals(PAIR_PARITY_ILLEGAL, executed.because());
        }
        Outcomes.label("legal").collect(legal).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    private static Slot encoded(String text) {
        return ((Assembled.Done) Assembler.architected().assemble(Unit.M, text)).instruction().encode();
    }

    @Guarantee
    @Label("setf does what a store and a load of the same bits do, and getf what a store and a load of the same register do; NaT and NaTVal become each other")
    @Memories.Checks({REGISTER_SET, REGISTER_READ})
    void transfers(Subject subject, @ForAll("starts") Started start, @ForAll("doubles") long bits) {
        Machine machine = Prepared.with(Prepared.with(Prepared.enabled(start.machine()), 9, AT), 10, bits);
        Machine stored = Ran.of(subject, machine, "st8 [r9]=r10").after();
        Machine four = Ran.of(subject, machine, "st4 [r9]=r10").after();
        assertEquals(Ran.of(subject, stored, "ldf8 f8=[r9]").floating(8), Ran.of(subject, machine, "setf.sig f8=r10").floating(8));
        assertEquals(Ran.of(subject, stored, "ldfd f8=[r9]").floating(8), Ran.of(subject, machine, "setf.d f8=r10").floating(8));
        assertEquals(Ran.of(subject, four, "ldfs f8=[r9]").floating(8), Ran.of(subject, machine, "setf.s f8=r10").floating(8));
        assertEquals(new FloatingValue((bits & 0x20000) != 0, (int) (bits % 0x20000 + 0x20000) % 0x20000, Long.MIN_VALUE), Ran.of(subject, machine, "setf.exp f8=r10").floating(8));
        FloatingValue value = machine.floating(11);
        Machine thing = value.isNatVal() ? Prepared.with(machine, 11, FloatingValue.ONE) : machine;
        for (String kind : Vector.of("8", "d", "s")) {
            int size = kind.equals("s") ? 4 : 8;
            GeneralValue expected = Ran.of(subject, Ran.of(subject, thing, "stf" + kind + " [r9]=f11").after(), "ld" + size + " r8=[r9]").general(8);
            assertEquals(expected, Ran.of(subject, thing, "getf." + (kind.equals("8") ? "sig" : kind) + " r8=f11").general(8));
        }
        assertEquals(GeneralValue.of(thing.floating(11).exponent() + (thing.floating(11).sign() ? 0x20000L : 0)), Ran.of(subject, thing, "getf.exp r8=f11").general(8));
        for (String kind : Vector.of("sig", "exp", "s", "d")) {
            Machine nat = Prepared.with(Prepared.with(machine, 10, new GeneralValue(bits, true)), 11, FloatingValue.NATVAL);
            assertEquals(FloatingValue.NATVAL, Ran.of(subject, nat, "setf." + kind + " f8=r10").floating(8));
            assertEquals(true, Ran.of(subject, nat, "getf." + kind + " r8=f11").general(8).nat());
        }
    }

    @Guarantee
    @Label("fmerge takes the sign, its opposite, or sign and exponent of one register and the rest of another")
    @Memories.Checks(SIGN_MERGED)
    void merges(Subject subject, @ForAll("starts") Started start) {
        int f2 = 9;
        int f3 = 40;
        Machine machine = Prepared.enabled(start.machine());
        String one = machine.floating(f2).toString();
        String other = machine.floating(f3).toString();
        boolean nat = machine.floating(f2).isNatVal() || machine.floating(f3).isNatVal();
        String opposite = one.charAt(0) == '0' ? "1" : "0";
        String operands = " f8=f" + f2 + ",f" + f3;
        assertEquals(nat ? FloatingValue.NATVAL.toString() : one.charAt(0) + other.substring(1), merged(subject, machine, "fmerge.s" + operands));
        assertEquals(nat ? FloatingValue.NATVAL.toString() : opposite + other.substring(1), merged(subject, machine, "fmerge.ns" + operands));
        assertEquals(nat ? FloatingValue.NATVAL.toString() : one.substring(0, 7) + other.substring(7), merged(subject, machine, "fmerge.se" + operands));
        Outcomes.label("NaTVal").collect(nat).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    private static String merged(Subject subject, Machine machine, String text) {
        Ran ran = Ran.of(subject, machine, Unit.F, text, Choice.USUAL);
        ran.didOnly(new Place.Floating(8), Place.Status.PSR);
        return ran.floating(8).toString();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    /// Bits of single values: their exponents are at an end in half of the cases.
    @Provide
    Arbitrary<Integer> singles() {
        return Arbitraries.integers().withDistribution(net.jqwik.api.RandomDistribution.uniform()).flatMap(bits ->
            Arbitraries.of(bits, bits & 0x807fffff, bits | 0x7f800000, bits & 0x80000000));
    }

    /// The same of double ones.
    @Provide
    Arbitrary<Long> doubles() {
        return Arbitraries.longs().withDistribution(net.jqwik.api.RandomDistribution.uniform()).flatMap(bits ->
            Arbitraries.of(bits, bits & 0x800fffffffffffffL, bits | 0x7ff0000000000000L, bits & Long.MIN_VALUE, bits | 0x7ff0000000000000L & bits << 52));
    }

    /// Sign and exponent of extended ones.
    @Provide
    Arbitrary<Integer> extended() {
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 0xffff), Arbitraries.of(0, 1, 0x3fff, 0x7ffe, 0x7fff, 0x8000, 0xffff));
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of("s", "d", "8");
    }
}
