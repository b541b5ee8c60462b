package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Integers.ANSWER_ALTERNATED;
import static vmmref.spec.Integers.ANSWER_COMPLEMENTED;
import static vmmref.spec.Integers.ANSWER_CONJOINED;
import static vmmref.spec.Integers.ANSWER_DISJOINED;
import static vmmref.spec.Integers.ANSWER_NAT;
import static vmmref.spec.Integers.BIT_TESTED;
import static vmmref.spec.Integers.NAT_TESTED;
import static vmmref.spec.Integers.PREDICATES_CLEARED;
import static vmmref.spec.Integers.PREDICATES_EQUAL;
import static vmmref.spec.Integers.PREDICATE_ZERO_KEPT;
import static vmmref.spec.Integers.RELATION_NARROWED;
import static vmmref.spec.Integers.RELATION_TESTED;
import static vmmref.spec.Integers.RESULT_ALONE;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;

/// What holds of instructions that write a pair of predicates.
class CompareGuarantees {
    private static final Machine MACHINE = new Started(1, Starts.PLAIN, Cfm.of(8, 0, 0), 0).machine();

    /// What p1 and p2 become by the last completer when the answer is yes, no, or hangs on what is not a thing, and when the qualifying predicate is 0; a dash stands for what they were.
    private static final Map<String, Seq<String>> TYPES = HashMap.of(
        "",         Vector.of("10", "01", "00", "--"),
        "unc",      Vector.of("10", "01", "00", "00"),
        "and",      Vector.of("--", "00", "00", "--"),
        "or",       Vector.of("11", "--", "--", "--"),
        "or.andcm", Vector.of("10", "--", "--", "--"));
    private static final int NULLIFIED = 3;

    @Guarantee
    @Costs(2)
    @Label("what becomes of two predicates is in the table of types: by the answer, by what is not a thing, and by the qualifying predicate; nothing else changes")
    @Integers.Checks({ANSWER_COMPLEMENTED, ANSWER_CONJOINED, ANSWER_DISJOINED, ANSWER_ALTERNATED, ANSWER_NAT, PREDICATES_CLEARED, PREDICATES_EQUAL, PREDICATE_ZERO_KEPT, RESULT_ALONE})
    void types(Subject subject, @ForAll("starts") Started start, @ForAll("questions") Instruction instruction) {
        String mnemonic = instruction.form().syntax().mnemonic();
        String type = Vector.of(mnemonic.split("\\.", 3)).drop(2).mkString();
        Single single = Single.of(instruction);
        Machine before = single.in(start.machine());
        int p1 = (int) operand(instruction, "p1");
        int p2 = (int) operand(instruction, "p2");
        int outcome = !before.predicate(instruction.qualifyingPredicate()) ? NULLIFIED : answer(instruction, before);
        Executed executed = observed(single.on(subject, start.machine()));
        if (p1 == p2 && (outcome != NULLIFIED || type.equals("unc"))) {
            assertEquals(new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), PREDICATES_EQUAL), executed);
        } else {
            String pair = TYPES.get(type).get().get(outcome);
            Machine expected = written(written(before, p1, pair.charAt(0)), p2, pair.charAt(1));
            Machine after = before.with(((Executed.Done) executed).effects());
            assertEquals(expected, after.withPosition(before.position()), () -> instruction.form() + " " + outcome);
            if (p1 == 0 && pair.charAt(0) != '-' || p2 == 0 && pair.charAt(1) != '-') observed(executed, PREDICATE_ZERO_KEPT);
        }
        Outcomes.label("outcome").collect(type, outcome).coverage(checker ->
            TYPES.keySet().forEach(each -> Vector.of(0, 1, 2, 3).forEach(which -> checker.check(each, which).count(count -> count > 0))));
        Outcomes.label("predicates").collect(p1 == p2 ? "the same" : p1 == 0 || p2 == 0 ? "p0" : "two").coverage(checker ->
            Vector.of("the same", "p0", "two").forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static Machine written(Machine machine, int predicate, char value) {
        return predicate == 0 || value == '-' ? machine : new Place.Predicate(predicate).with(machine, value == '1');
    }

    private static long operand(Instruction instruction, String name) {
        return instruction.operands().find(each -> each.operand().name().equals(name)).map(each -> each.value()).getOrElse(0L);
    }

    /// {@return 0 for yes, 1 for no, 2 for what is not a thing}
    private static int answer(Instruction instruction, Machine machine) {
        Seq<String> parts = Vector.of(instruction.form().syntax().mnemonic().split("\\."));
        GeneralValue r2 = machine.general((int) operand(instruction, "r2"));
        GeneralValue r3 = machine.general((int) operand(instruction, "r3"));
        if (parts.head().equals("tnat")) return r3.nat() == parts.get(1).equals("nz") ? 0 : 1;
        if (r2.nat() || r3.nat()) return 2;
        if (parts.head().equals("tbit")) return Worked.bits(r3.bits()).charAt(63 - (int) operand(instruction, "pos6")) == (parts.get(1).equals("nz") ? '1' : '0') ? 0 : 1;
        long first = instruction.form().syntax().plain().contains("imm8") ? operand(instruction, "imm8") : r2.bits();
        return holds(parts.get(1), parts.head().equals("cmp4") ? 32 : 64, first, r3.bits()) ? 0 : 1;
    }

    /// {@return whether a relation holds of the numbers that the low bits of two words are}
    private static boolean holds(String relation, int width, long first, long second) {
        int order = number(first, width, relation.equals("ltu")).compareTo(number(second, width, relation.equals("ltu")));
        return switch (relation) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "ge" -> order >= 0;
            case "gt" -> order > 0;
            case "le" -> order <= 0;
            default   -> order < 0;
        };
    }

    private static BigInteger number(long word, int width, boolean unsigned) {
        BigInteger number = Worked.number(word).mod(BigInteger.TWO.pow(width));
        return unsigned || !number.testBit(width - 1) ? number : number.subtract(BigInteger.TWO.pow(width));
    }

    @Guarantee
    @Label("words are compared as numbers, with a sign unless the relation says otherwise, and by their low halves only in the narrow form")
    @Integers.Checks({RELATION_TESTED, RELATION_NARROWED})
    void relations(Subject subject, @ForAll("pairs") Pair pair, @ForAll @IntRange(max = 6) int relation, @ForAll boolean narrow) {
        String name = Vector.of("eq", "lt", "ltu", "gt", "ge", "le", "ne").get(relation);
        String register = relation > 2 ? "r0" : "r8";
        long first = relation > 2 ? 0 : pair.first();
        String text = "cmp%s.%s%s p6,p7=%s,r9".formatted(narrow ? "4" : "", name, relation < 3 ? "" : ".or.andcm", name.equals("ne") ? "0" : register);
        boolean expected = holds(name, narrow ? 32 : 64, first, pair.second());
        Machine after = asked(subject, text, pair);
        assertEquals(expected, after.predicate(6), text);
        assertEquals(!expected, after.predicate(7), text);
        Outcomes.label("answer").collect(name, expected).coverage(Combinations.each(Vector.of("eq", "lt", "ltu", "gt", "ge", "le", "ne"), Combinations.EITHER));
    }

    /// {@return the machine after an instruction on words in r8 and r9; p6 is 0 and p7 is 1 before}
    private static Machine asked(Subject subject, String text, Pair pair) {
        Machine words = new Place.General(9).with(new Place.General(8).with(MACHINE, GeneralValue.of(pair.first())), GeneralValue.of(pair.second()));
        Machine machine = new Place.Predicate(7).with(new Place.Predicate(6).with(words, false), true);
        return machine.with(((Executed.Done) observed(Single.of(Unit.I, text).on(subject, machine))).effects());
    }

    /// Two words.
    record Pair(long first, long second) { }

    @Guarantee
    @Costs(2)
    @Label("tbit looks at one bit, and tnat at the NaT bit, which it does not consume")
    @Integers.Checks({BIT_TESTED, NAT_TESTED, ANSWER_NAT})
    void tests(Subject subject, @ForAll("words") long word, @ForAll @IntRange(max = 63) int bit, @ForAll boolean nat) {
        Machine machine = new Place.General(8).with(MACHINE, new GeneralValue(word, nat));
        boolean set = Worked.bits(word).charAt(63 - bit) == '1';
        assertEquals(nat ? "00" : set ? "01" : "10", pair(subject, machine, "tbit.z p6,p7=r8,%d".formatted(bit)));
        assertEquals(nat ? "01" : "10", pair(subject, machine, "tnat.z p6,p7=r8"));
    }

    private static String pair(Subject subject, Machine machine, String text) {
        Machine after = machine.with(((Executed.Done) observed(Single.of(Unit.I, text).on(subject, machine))).effects());
        return (after.predicate(6) ? "1" : "0") + (after.predicate(7) ? "1" : "0");
    }

    private static final Seq<String> EXAMPLES = Vector.of("""
        cmp.lt p6,p7=r8,r9   ; ffffffffffffffff ;                0 ; yes
        cmp.ltu p6,p7=r8,r9  ; ffffffffffffffff ;                0 ; no
        cmp4.lt p6,p7=r8,r9  ;         80000000 ;                0 ; yes
        cmp4.ltu p6,p7=r8,r9 ;         80000000 ;                0 ; no
        cmp4.eq p6,p7=r8,r9  ; 0123456789abcdef ;         89abcdef ; yes
        cmp.eq p6,p7=r8,r9   ; 0123456789abcdef ;         89abcdef ; no
        cmp.ltu p6,p7=-1,r9  ;                0 ; fffffffffffffffe ; no
        cmp.lt p6,p7=-1,r9   ;                0 ; fffffffffffffffe ; no
        cmp4.eq p6,p7=-1,r9  ;                0 ;         ffffffff ; yes
        tbit.z p6,p7=r8,63   ; 8000000000000000 ;                0 ; no
        tbit.z p6,p7=r8,62   ; 8000000000000000 ;                0 ; yes
        tnat.z p6,p7=r8      ; 8000000000000000 ;                0 ; yes""".split("\n"));

    @Guarantee
    @Label("compares and tests have the answers that the manual's definitions give by hand")
    @Integers.Checks({RELATION_TESTED, RELATION_NARROWED, BIT_TESTED, NAT_TESTED, ANSWER_COMPLEMENTED})
    void examplesOfCompares(Subject subject, @ForAll("examples") String line) {
        Seq<String> parts = Vector.of(line.split(";")).map(String::strip);
        Machine after = asked(subject, parts.get(0), new Pair(Long.parseUnsignedLong(parts.get(1), 16), Long.parseUnsignedLong(parts.get(2), 16)));
        assertEquals(parts.get(3).equals("yes"), after.predicate(6), line);
        assertEquals(parts.get(3).equals("no"), after.predicate(7), line);
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Instruction> questions() {
        return Instructions.instructions(form -> form.clause() == Encodings.COMPARE_FORM || form.clause() == Encodings.BIT_TEST_FORM);
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    /// Two words: in three quarters of the cases the second is 0 or the first, or differs from it in the high half or by 1.
    @Provide
    Arbitrary<Pair> pairs() {
        return Combinators.combine(Instructions.words(), Instructions.words(), Arbitraries.integers().between(0, 7)).as((first, other, how) -> new Pair(first, switch (how) {
            case 0, 1 -> first;
            case 2, 3 -> first ^ other << 32;
            case 4    -> 0L;
            case 5    -> first + 1;
            default   -> other;
        }));
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(EXAMPLES.asJava());
    }
}
