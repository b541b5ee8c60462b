package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Integers.BITS_COMBINED;
import static vmmref.spec.Integers.DIFFERENCE_FORMED;
import static vmmref.spec.Integers.IMMEDIATE_MOVED;
import static vmmref.spec.Integers.NAT_PROPAGATED;
import static vmmref.spec.Integers.POINTER_FORMED;
import static vmmref.spec.Integers.RESULT_ALONE;
import static vmmref.spec.Integers.SUM_FORMED;
import static vmmref.spec.Integers.SUM_SHIFTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;
import vmmref.spec.RegisterFiles;

/// What holds of sums, differences and logical functions, and of all instructions that compute one general register.
class ArithmeticGuarantees {
    private static final GeneralValue NAT = new GeneralValue(0, true);

    @Guarantee
    @Label("sums and differences are those of numbers, as far as 64 bits hold them")
    @Integers.Checks({SUM_FORMED, DIFFERENCE_FORMED, SUM_SHIFTED})
    void sums(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll @IntRange(max = 7) int form) {
        BigInteger one = Worked.number(first);
        BigInteger other = Worked.number(second);
        BigInteger expected = switch (form) {
            case 0  -> one.add(other);
            case 1  -> one.add(other).add(BigInteger.ONE);
            case 2  -> one.subtract(other);
            case 3  -> one.subtract(other).subtract(BigInteger.ONE);
            default -> one.multiply(BigInteger.valueOf(Vector.of(2, 4, 8, 16).get(form - 4))).add(other);
        };
        String text = Vector.of("add r10=r8,r9", "add r10=r8,r9,1", "sub r10=r8,r9", "sub r10=r8,r9,1", "shladd r10=r8,1,r9", "shladd r10=r8,2,r9", "shladd r10=r8,3,r9", "shladd r10=r8,4,r9").get(form);
        assertEquals(expected.longValue(), Worked.word(subject, text, first, second), text);
        Outcomes.label("form").collect(form).coverage(checker -> Vector.range(0, 8).forEach(each -> checker.check(each).percentage(share -> share > 2)));
    }

    @Guarantee
    @Label("a difference and the word that was subtracted make the first word again")
    @Integers.Checks({SUM_FORMED, DIFFERENCE_FORMED})
    void sumsUndoDifferences(Subject subject, @ForAll("words") long first, @ForAll("words") long second) {
        assertEquals(first, Worked.word(subject, "add r10=r8,r9", Worked.word(subject, "sub r10=r8,r9", first, second), second));
        assertEquals(first, Worked.word(subject, "add r10=r8,r9,1", Worked.word(subject, "sub r10=r8,r9,1", first, second), second));
    }

    @Guarantee
    @Costs(2)
    @Label("an immediate is a number with a sign, and the form with a register that holds it does the same")
    @Integers.Checks({SUM_FORMED, DIFFERENCE_FORMED, BITS_COMBINED, POINTER_FORMED})
    void immediates(Subject subject, @ForAll @IntRange(max = 7) int form, @ForAll("words") long bits, @ForAll("words") long second) {
        int width = Vector.of(14, 22, 8, 8, 8, 8, 8, 14).get(form);
        long immediate = BigInteger.valueOf(bits).mod(BigInteger.TWO.pow(width)).subtract(bits >> width - 1 << 63 == 0 ? BigInteger.ZERO : BigInteger.TWO.pow(width)).longValue();
        String text = Vector.of("adds r10=%d,r9", "addl r10=%d,r2", "sub r10=%d,r9", "and r10=%d,r9", "andcm r10=%d,r9", "or r10=%d,r9", "xor r10=%d,r9", "addp4 r10=%d,r9").get(form);
        String registers = Vector.of("add", "add", "sub", "and", "andcm", "or", "xor", "addp4").get(form) + " r10=r8,r9";
        assertEquals(Worked.word(subject, registers, immediate, second), Worked.word(subject, text.formatted(immediate), 77, second), text);
        Outcomes.label("sign").collect(form, immediate < 0).coverage(Combinations.each(Vector.range(0, 8), Combinations.EITHER));
    }

    /// The results for the bits 0 and 0, 0 and 1, 1 and 0, 1 and 1.
    private static final Seq<String> TRUTH = Vector.of("and 0001", "andcm 0010", "or 0111", "xor 0110");

    @Guarantee
    @Label("logical functions combine each bit of two words by their table of truth")
    @Integers.Checks(BITS_COMBINED)
    void bits(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll("truth") String truth) {
        String ones = Worked.bits(first);
        String others = Worked.bits(second);
        String table = truth.substring(truth.indexOf(' ') + 1);
        String expected = Vector.range(0, 64).map(bit -> table.charAt(2 * (ones.charAt(bit) - '0') + others.charAt(bit) - '0')).mkString();
        assertEquals(expected, Worked.bits(Worked.word(subject, truth.replace(" " + table, "") + " r10=r8,r9", first, second)), truth);
    }

    @Guarantee
    @Costs(2)
    @Label("a pointer is the low half of the sum, in the region that the two high bits of the second word's low half number")
    @Integers.Checks(POINTER_FORMED)
    void pointers(Subject subject, @ForAll("words") long first, @ForAll("words") long second, @ForAll @IntRange(max = 4) int count) {
        String sum = Worked.bits(Worked.word(subject, count == 0 ? "add r10=r8,r9" : "shladd r10=r8,%d,r9".formatted(count), first, second));
        String expected = "0" + Worked.bits(second).substring(32, 34) + "0".repeat(29) + sum.substring(32);
        assertEquals(expected, Worked.bits(Worked.word(subject, count == 0 ? "addp4 r10=r8,r9" : "shladdp4 r10=r8,%d,r9".formatted(count), first, second)));
    }

    @Guarantee
    @Label("any word can be moved to a register at once")
    @Integers.Checks(IMMEDIATE_MOVED)
    void longImmediates(Subject subject, @ForAll("words") long word) {
        assertEquals(word, Worked.word(subject, "movl r10=0x%x".formatted(word), 77, 77));
    }

    @Guarantee
    @Costs(2)
    @Label("a source that is not a thing makes the target not a thing, a target is not r0 and lies in the frame, and nothing else changes")
    @Integers.Checks({NAT_PROPAGATED, RESULT_ALONE})
    void nats(Subject subject, @ForAll("starts") Started start, @ForAll("computing") Instruction instruction, @ForAll boolean spoilt) {
        Single single = Single.of(instruction.predicatedBy(0));
        Seq<Integer> sources = instruction.operands().filter(each -> each.operand().name().matches("r[23]")).map(each -> (int) each.value());
        Machine machine = spoilt ? sources.filter(each -> each != 0 && each < 32 + start.cfm().sof()).foldLeft(start.machine(), (each, number) -> Prepared.with(each, number, NAT)) : start.machine();
        Machine before = single.in(machine);
        Executed executed = observed(single.on(subject, machine));
        int target = instruction.operands().find(each -> each.operand().name().equals("r1")).map(each -> (int) each.value()).get();
        boolean exists = target != 0 && target < 32 + start.cfm().sof();
        boolean nat = sources.exists(each -> before.general(each).nat());
        if (exists) {
            Executed.Done done = (Executed.Done) executed;
            Machine after = before.with(done.effects());
            assertEquals(nat, after.general(target).nat(), instruction.form()::toString);
            assertEquals(nat, done.because() == NAT_PROPAGATED);
            assertEquals(before, new Place.General(target).with(after, before.general(target)).withPosition(before.position()));
            assertEquals(2, done.effects().writes().size());
        } else {
            assertEquals(new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), RegisterFiles.TARGET_ILLEGAL), executed);
        }
        Outcomes.label("target").collect(!exists ? "illegal" : nat ? "NaT" : "thing").coverage(checker ->
            Vector.of("illegal", "NaT", "thing").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    private static final Seq<String> EXAMPLES = Vector.of("""
        add r10=r8,r9        ; ffffffffffffffff ;                1 ; 0
        add r10=r8,r9,1      ; 7fffffffffffffff ;                0 ; 8000000000000000
        sub r10=r8,r9        ;                3 ;                5 ; fffffffffffffffe
        sub r10=r8,r9,1      ;                3 ;                5 ; fffffffffffffffd
        sub r10=10,r9        ;                0 ;                c ; fffffffffffffffe
        adds r10=-3,r9       ;                0 ;                1 ; fffffffffffffffe
        andcm r10=r8,r9      ;             ffff ;             0ff0 ; f00f
        andcm r10=-1,r9      ;                0 ;                1 ; fffffffffffffffe
        shladd r10=r8,3,r9   ; ffffffffffffffff ; 600010001fffb418 ; 600010001fffb410
        addp4 r10=3,r9       ;                0 ;         c0000000 ; 60000000c0000003
        shladdp4 r10=r8,1,r9 ;                3 ;         c0000000 ; 60000000c0000006
        shladdp4 r10=r8,1,r9 ;         c0000000 ;                8 ; 0000000080000008
        movl r10=0x123456789abcdef0 ;         0 ;                0 ; 123456789abcdef0""".split("\n"));

    @Guarantee
    @Label("sums and logical functions have the values that the manual's definitions give by hand")
    @Integers.Checks({SUM_FORMED, DIFFERENCE_FORMED, BITS_COMBINED, SUM_SHIFTED, POINTER_FORMED, IMMEDIATE_MOVED})
    void examplesOfSums(Subject subject, @ForAll("examples") String line) {
        Worked.example(subject, line);
    }

    private static final Seq<Encodings> COMPUTING =
        Vector.of(Encodings.INTEGER_ALU_FORM, Encodings.PARALLEL_FORM, Encodings.SHIFT_FORM, Encodings.EXTEND_FORM, Encodings.LONG_IMMEDIATE_FORM);

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Instruction> computing() {
        return Instructions.instructions(form -> COMPUTING.exists(clause -> clause == form.clause())).filter(instruction -> !isFourthCount(instruction));
    }

    /// {@return whether nothing is said of an instruction, for its count is the fourth}
    private static boolean isFourthCount(Instruction instruction) {
        return instruction.form().syntax().mnemonic().matches("psh[lr]add2") && instruction.operands().exists(each -> each.operand().name().equals("count2") && each.value() == 4);
    }

    @Provide
    Arbitrary<String> truth() {
        return Arbitraries.of(TRUTH.asJava());
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(EXAMPLES.asJava());
    }
}
