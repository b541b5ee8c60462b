/// Failures cluster by cause.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Sample;
import vmmref.spec.Clause;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Implementation;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.ReferenceImplementation;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Verdict;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Tag("sampled")
class ClustersTest {

    private static final int MANY = 1_000;
    private static final int FEW  = 5;
    /// A trace goes on after what went wrong first.
    private static final int SOME = 8;
    private static final int SOME_OF_GUESTS = 24;

    /// Some that break what guests show, and some that break anything else; `vmmref zoo run`, which `.ci/run` runs, says of all that they are caught.
    static Seq<Member> zoo() {
        return Sample.of(Zoo.members(), 2, member -> isShownByGuests(member.told().map(Clause::name)));
    }

    @ParameterizedTest(name = "{0}") @MethodSource("zoo") @DisplayName("a wrong machine of the zoo has few causes, and the clauses that it breaks are among them")
    void zoo(Member member) {
        Seq<String> breaks = member.told().map(Clause::name);
        Summary summary = Judged.concerned(new ReferenceImplementation(member.name(), member.vmm(Profile.named("itanium2").get())), breaks);
        Seq<Cluster> clusters = summary.clusters().all();
        boolean shown = isShownByGuests(breaks);
        assertEquals(List.empty(), breaks.removeAll(shown ? summary.clauses().failing().map(ClauseTally.Row::clause) : clusters.flatMap(Cluster::clauses)).toList());
        assertTrue(clusters.size() <= (shown ? SOME_OF_GUESTS : SOME), () -> clusters.size() + ": " + clusters);
    }

    /// {@return whether vectors tell of guests, where many clauses decide together, and one cause shows in many ways}
    private static boolean isShownByGuests(Seq<String> clauses) {
        return Judged.CORE.exists(vector -> List.of("gpmap", "vmm", "keys", "scratch", "patch").contains(vector.given().kind()) && vector.clauses().exists(clauses::contains));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a decoder that fails a thousand vectors has few causes, and the right clause is named")
    @CsvSource(delimiter = '|', value = {
        "CUTS_REGISTER_NUMBERS | slotN names another register (bit 6); decided by REGISTER_NUMBER (numbers of registers)",
        "SWAPS_TEMPLATES       | template has another value (MMI; for MII;); decided by TEMPLATE_ASSIGNED (assigned template codes)",
        "SHOUTS                | slotN is right, but for the way in which it is written",
        "SAYS_NOTHING          | the answer says nothing of slotN, template, which the hello announces",
        "IS_WRONG_THRICE       | template has another value (MMI; for MII;); decided by TEMPLATE_ASSIGNED (assigned template codes)"
            + " + slotN names another register (bit 6); decided by REGISTER_NUMBER (numbers of registers)"
            + " + slotN.unassigned has another value (nop for illegal-if-predicated); decided by UNASSIGNED_PREDICATED (unassigned, illegal if predicated)"})
    void many(WrongDecoder decoder, String sentences) {
        Clusters clusters = Judged.core(decoder).clusters();
        Seq<String> expected = List.of(sentences.split(" \\+ "));
        assertTrue(clusters.failures() >= MANY, () -> clusters.failures() + " failures");
        assertTrue(clusters.all().size() <= FEW, () -> clusters.text(new Ink(false)));
        assertEquals(expected, clusters.all().map(Cluster::sentence).take(expected.size()));
    }

    @Test @DisplayName("one manner of being wrong that is spread over many clauses is one cause")
    void spread() {
        Seq<Cluster> clusters = Judged.core(WrongDecoder.MISTAKES_UNITS).clusters().all();
        assertTrue(clusters.head().cases() >= MANY && clusters.size() <= FEW, clusters::toString);
        assertTrue(clusters.head().sentence().matches("slotN holds another instruction; decided by \\d+ clauses, most often NOP_FORM, .*"), clusters.head().sentence());
    }

    @Test @DisplayName("a sign that is lost is seen in the operand, though no instruction has that value")
    void signs() {
        Seq<Cluster> clusters = Judged.core(WrongDecoder.LOSES_SIGNS).clusters().all();
        assertEquals(List.of("IMMEDIATE_SIGNED"), clusters.head().clauses());
        assertTrue(clusters.head().sentence().startsWith("slotN.imm"), clusters.head().sentence());
        assertTrue(clusters.head().sentence().contains("differs in the sign of a number (bits 63-14)"), clusters.head().sentence());
        assertTrue(clusters.size() <= FEW, clusters::toString);
    }

    @Test @DisplayName("4,000 failures, made up, have 3 causes")
    void madeUp() {
        Seq<Judgement> failures = List.rangeClosed(1, 4_000).map(number -> switch (number % 8) {
            case 0, 1, 2, 3 -> Judged.failure(number, "slot" + number % 3, "add r%d=r2,r3".formatted(64 + number % 50), "add r%d=r2,r3".formatted(number % 50), form(number), "REGISTER_NUMBER");
            case 4, 5       -> Judged.failure(number, "cr.isr", "0000000400000000", "%016x".formatted(number % 3 == 0 ? 0 : 0x800000000L), "UNUSED_BITS");
            default         -> Judged.without(number, new Reply.Crashed("exited with code %d at 0x%x".formatted(128 + number % 16, number), "frame " + number));
        });
        Clusters clusters = Judged.of(failures).clusters();
        assertEquals("""
            4,000 failures have 3 causes
              1  2,000 cases, fail: slotN names another register (bit 6); decided by REGISTER_NUMBER (numbers of registers)
                 for example codec/example/0001, codec/example/0002, codec/example/0003
              2  1,000 cases, crash: the adapter exited with code N at N; most of these vectors are about TEMPLATE_RESERVED (reserved template codes)
                 for example codec/reserved/0006, codec/reserved/0007, codec/reserved/0014
              3  1,000 cases, fail: cr.isr differs in bits; decided by UNUSED_BITS (unused bits)
                 cr.isr: bits 35-34 in 667 cases, bit 34 in 333 cases
                 for example codec/example/0004, codec/example/0005, codec/example/0012
            """, clusters.text(new Ink(false)));
    }

    private static String form(int number) {
        return List.of("INTEGER_ALU_FORM", "COMPARE_FORM", "SHIFT_FORM", "LOAD_FORM", "STORE_FORM", "PARALLEL_FORM", "MOVE_FORM").get(number % 7);
    }

    @Test @DisplayName("different outcomes, and different clauses, are different causes")
    void apart() {
        Clusters clusters = Judged.of(List.of(
            Judged.failure(1, "outcome", "malformed", "done", "TEMPLATE_RESERVED"),
            Judged.failure(2, "outcome", "done", "malformed", "TEMPLATE_RESERVED"),
            Judged.failure(3, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM"),
            Judged.failure(4, "slot0", "add r8=r9,r3", "sub r8=r9,r3", "INTEGER_ALU_FORM"))).clusters();
        assertEquals(List.of(
            "outcome is another (done for malformed); decided by TEMPLATE_RESERVED (reserved template codes)",
            "outcome is another (malformed for done); decided by TEMPLATE_RESERVED (reserved template codes)",
            "slotN holds another instruction (sub for add); decided by INTEGER_ALU_FORM (integer arithmetic and logic)",
            "slotN holds another instruction (ttag for thash); decided by TRANSLATION_FORM (insertions, purges and questions to the TLB)"),
            clusters.all().map(Cluster::sentence).sorted().toList());
    }

    @Test @DisplayName("bits that are not compared split no cluster, and a choice that is not permitted is called one")
    void masksAndChoices() {
        Clusters clusters = Judged.of(List.rangeClosed(1, 20).map(number -> {
            Difference masked = new Difference("cr.isr", Option.some("0000000400000000"), Option.some("%016x".formatted((long) number)), Option.some("ffffffff00000000"), List.of("UNUSED_BITS"));
            Difference chosen = new Difference("choice.walker", Option.some("walks or aborts"), Option.some("sulks"), List.of("NOP_FORM"));
            Judgement judgement = Judged.failure(number, "cr.isr", "0", "1", "UNUSED_BITS");
            return new Judgement(judgement.vector(), judgement.expectation(), Verdict.FAIL, true, List.of(number % 4 == 0 ? chosen : masked), Option.none(), judgement.reply());
        })).clusters();
        assertEquals(List.of(
            "cr.isr differs in bits (bit 34); decided by UNUSED_BITS (unused bits)",
            "choice.walker is not among what may be chosen (sulks for walks or aborts); decided by NOP_FORM (nop and hint)"),
            clusters.all().map(Cluster::sentence));
    }

    @Test @DisplayName("the simplest vector is the example: one of tier smoke, then the shortest")
    void simplest() {
        String smoke = Judged.CORE.find(vector -> vector.id().startsWith("codec/manual/")).get().id();
        Judgement long1 = Judged.failure(1, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM");
        Judgement manual = new Judgement(Judged.CORE.find(vector -> vector.id().equals(smoke)).get(), long1.expectation(), Verdict.FAIL, true, long1.differences(), long1.reason(), long1.reply());
        Cluster cluster = Judged.of(List.of(long1, Judged.failure(2, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM"), manual)).clusters().all().head();
        assertEquals(List.of(smoke, "codec/example/0001", "codec/example/0002"), cluster.examples().map(Exhibit::id));
        assertEquals("cluster 1 of 1: 3 cases", cluster.place());
    }

    @Test @DisplayName("answers that fail are about a clause, if most of them are and other vectors are not")
    void about() {
        Implementation noTlb = new Implementation() {
            @Override
            public Hello hello() {
                return WrongDecoder.SHOUTS.hello();
            }

            @Override
            public Answer answer(Case given) {
                Answer right = WrongDecoder.RIGHT.answer(given);
                return given.kind().equals("codec") && (right.toString().contains("thash") || right.toString().contains("ttag")) ? new Answer.Failed("no TLB at " + given.hash()) : right;
            }
        };
        assertEquals(List.of("the implementation says: no TLB at shaN:N; most of these vectors are about TRANSLATION_FORM (insertions, purges and questions to the TLB)"),
            Judged.core(noTlb).clusters().all().map(Cluster::sentence));
    }

    @Test @DisplayName("what is kept is bounded, whatever an implementation answers, and however often")
    void bounded() {
        int count = 15_000;
        Clusters clusters = Judged.of(() -> IntStream.rangeClosed(1, count).mapToObj(ClustersTest::erratic).iterator()).clusters();
        assertEquals(count, clusters.failures());
        assertEquals(count, clusters.all().map(Cluster::cases).sum().intValue());
        assertEquals(10_000, clusters.all().map(cluster -> cluster.ids().size()).sum().intValue());
        assertTrue(clusters.all().size() < 2_100, () -> "" + clusters.all().size());
        assertTrue(clusters.all().flatMap(Cluster::traits).size() < 2_000, "ways");
        assertTrue(clusters.all().flatMap(Cluster::examples).forAll(exhibit -> exhibit.rows().forAll(row -> row.got().length() <= 400)), "values are cut");
    }

    private static Judgement erratic(int number) {
        String noise = Integer.toString(number, 36).replaceAll("\\d", "z") + (char) ('a' + number % 26);
        return number % 2 == 0
            ? Judged.failure(number, "place." + noise, "value", noise.repeat(number % 500), "UNUSED_BITS")
            : Judged.without(number, Examples.answered(new Answer.Failed(noise)));
    }
}
