/// Whether the judge is judged.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.codec.CodecKind;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Vector;
import vmmref.vmm.Vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.run.Examples.ITANIUM2;
import static vmmref.vectors.run.Examples.THASH;
import static vmmref.vectors.run.Examples.decode;
import static vmmref.vectors.run.Examples.done;
import static vmmref.vectors.run.Examples.hello;
import static vmmref.vectors.run.Examples.observing;
import static vmmref.vectors.run.Examples.reserved;
import static vmmref.vectors.run.Examples.reservedOnes;
import static vmmref.vectors.run.Examples.thash;
import static vmmref.vectors.run.Examples.thashPlaces;
import static vmmref.vectors.run.Examples.vector;

class CanariesTest {

    /// The codec, except that any two values of a slot are the same.
    private record Lenient(Kind codec) implements Kind {
        @Override public String name()                                                       { return codec.name(); }
        @Override public Expectation expectation(Vmm reference, Case given)                  { return codec.expectation(reference, given); }
        @Override public Answer answer(Vmm subject, Case given)                              { return codec.answer(subject, given); }
        @Override public boolean same(Case given, String place, String expected, String got) { return place.startsWith("slot"); }
        @Override public Seq<String> unlike(String place, String value)                      { return codec.unlike(place, value); }
        @Override public Seq<Draft> drafts()                                                 { return codec.drafts(); }
    }

    private static final Seq<Vector> VECTORS = reservedOnes(40).appendAll(List.rangeClosed(1, 40)
        .map(number -> vector("codec/thash/%04d".formatted(number), decode(THASH), thash().expect())));

    private static Judge judge(Hello hello) {
        return new Judge(hello, HashMap.empty(), false);
    }

    private static Run.Result run(Judge judge) {
        Conversation reference = Implementations.open("direct:reference", null);
        return new Run(reference, judge, new Waivers(KnownFailures.none()), false).of(VECTORS.iterator(), VECTORS::iterator, judgement -> { });
    }

    private static Sensitivity of(Judge judge, Vector vector, Reply reply) {
        Canaries canaries = new Canaries(judge);
        canaries.judged(judge.judge(vector, reply));
        return canaries.sensitivity();
    }

    @Test @DisplayName("32 answers that passed are judged again, and every altered expectation is noticed")
    void whole() {
        Run.Result result = run(judge(hello(ITANIUM2)));
        assertEquals(new Sensitivity(32, List.empty()), result.sensitivity());
        assertEquals("sensitivity: 32 of 32 altered expectations were noticed", result.sensitivity().text());
        assertEquals(80, result.tally().judged());
        assertEquals(Exit.CONFORMS, result.exit(false));
    }

    @Test @DisplayName("a kind that calls different instructions the same is found out: exit 7, and what went unnoticed is named")
    void lenientKind() {
        Run.Result result = run(new Judge(hello(ITANIUM2), List.of(new Lenient(new CodecKind())), HashMap.empty(), false));
        assertEquals(Exit.INSENSITIVE, result.exit(false));
        assertEquals(7, Exit.INSENSITIVE.code());
        assertTrue(result.sensitivity().caught() > 0, "outcomes and missing places are still noticed");
        Sensitivity.Missed missed = result.sensitivity().missed().head();
        assertTrue(missed.id().startsWith("codec/thash/") && missed.place().startsWith("slot"), missed.text());
    }

    @Test @DisplayName("a judge that passes everything misses everything, and always the same 32")
    void blindJudge() {
        Judge judge = judge(hello(ITANIUM2));
        Seq<Judgement> passed = VECTORS.map(vector -> judge.judge(vector, new Reply.Answered(
            new Answer.Observed(vector.expect().outcome(), vector.expect().post()), Option.none(), "")));
        Canaries forwards  = blind(judge);
        Canaries backwards = blind(judge);
        passed.forEach(forwards::judged);
        passed.reverse().forEach(backwards::judged);
        assertEquals(32, forwards.sensitivity().missed().size());
        assertEquals(0, forwards.sensitivity().caught());
        assertEquals(forwards.sensitivity(), backwards.sensitivity());
    }

    private static Canaries blind(Judge judge) {
        return new Canaries(judge, (vector, expected, reply) -> new Judgement(vector, expected, Verdict.PASS, true, List.empty(), Option.none(), Option.some(reply)));
    }

    @Test @DisplayName("values, places that go, places that come and outcomes are altered, all of them in turn")
    void rotation() {
        Judge judge = judge(hello(ITANIUM2));
        Canaries blind = blind(judge);
        VECTORS.filter(vector -> vector.id().startsWith("codec/thash"))
            .forEach(vector -> blind.judged(judge.judge(vector, done(thashPlaces()))));
        Seq<Sensitivity.Missed> missed = blind.sensitivity().missed();
        assertTrue(missed.exists(each -> each.place().equals("outcome")), missed.toString());
        assertTrue(missed.exists(each -> each.altered().equals("-")), missed.toString());
        assertTrue(missed.exists(each -> each.expected().equals("-")), missed.toString());
        assertTrue(missed.count(each -> !each.place().equals("outcome") && !each.altered().equals("-") && !each.expected().equals("-")) > 1, missed.toString());
    }

    @Test @DisplayName("the alterations of an expectation: other instructions, templates, places less, places more, other outcomes")
    void ways() {
        Judge judge = judge(hello(ITANIUM2));
        Seq<Seq<Alteration>> ways = Alteration.ways(judge.judge(thash(), done(thashPlaces())), hello(ITANIUM2), new CodecKind());
        assertEquals(List.of("thash r9=r32", "thash r8=r33", "(p1) thash r8=r32", "unassigned", "unmodelled"),
            ways.get(0).filter(alteration -> alteration.place().equals("slot0")).map(Alteration::altered));
        assertTrue(ways.get(0).map(Alteration::altered).contains("MI;I"), ways.get(0).toString());
        assertEquals(List.of("slot0", "slot1", "slot2", "template"), ways.get(1).map(Alteration::place));
        assertEquals(HashMap.of("slot0", "TRANSLATION_FORM", "slot1", "NOP_FORM", "slot2", "NOP_FORM"),
            HashMap.ofEntries(ways.get(1).last().expectation().by()), "no clause is left of a place that is gone");
        assertEquals(List.of("canary"), ways.get(2).map(Alteration::place));
        assertEquals(List.of("fault", "trap", "interrupt", "loaded", "abort", "exit", "refused", "malformed"), ways.get(3).map(Alteration::altered));
    }

    @Test @DisplayName("where a place holds hexadecimal digits, one bit of one digit is flipped")
    void bits() {
        Vector encode = vector("codec/encode/0001", decode(THASH), new Expectation(Outcome.DONE, HashMap.of("bundle", "0f"), Option.none(), HashMap.empty()));
        Seq<Seq<Alteration>> ways = Alteration.ways(judge(hello(ITANIUM2)).judge(encode, done(HashMap.of("bundle", "0f"))), hello(ITANIUM2), new CodecKind());
        assertEquals(List.of("1f", "0d"), ways.head().map(Alteration::altered));
    }

    @Test @DisplayName("only what was observed is altered, and only an announced place is expected in addition")
    void observed() {
        Hello some = observing("template", "slot0", "bundle");
        Seq<Seq<Alteration>> ways = Alteration.ways(judge(some).judge(thash(), done(thashPlaces().remove("slot1").remove("slot2"))), some, new CodecKind());
        assertEquals(List.of("slot0", "template"), ways.get(1).map(Alteration::place));
        assertEquals(List.of("bundle"), ways.get(2).map(Alteration::place));
    }

    @Test @DisplayName("where nothing but the outcome is expected, the outcome is altered")
    void outcomeOnly() {
        Reply malformed = Examples.answered(new Answer.Observed(Outcome.MALFORMED, HashMap.empty()));
        Seq<Seq<Alteration>> ways = Alteration.ways(judge(hello(ITANIUM2)).judge(reserved(1), malformed), hello(ITANIUM2), new CodecKind());
        assertEquals(List.of(0, 0, 0, 8), ways.map(Seq::size));
        assertEquals(new Sensitivity(1, List.empty()), of(judge(hello(ITANIUM2)), reserved(1), malformed));
    }

    @Test @DisplayName("what is altered is what was expected under the announced parameters")
    void refilled() {
        Hello without = hello(ITANIUM2.put("brl", "false"));
        String brl = "0500000001000000000000e0000000c0";
        Vector model = vector("codec/long/0001", decode(brl), new Expectation(Outcome.DONE, HashMap.of("slot1", "brl.cond.sptk.few .+0x0"), Option.none(), HashMap.empty()));
        Reply reply = done(HashMap.of("template", "MLX;", "slot0", "nop.m 0x0", "slot1", "unassigned", "slot1.unassigned", "illegal-if-predicated"));
        assertEquals(new Sensitivity(1, List.empty()), of(judge(without), model, reply));
        assertTrue(Alteration.ways(judge(without).judge(model, reply), without, new CodecKind()).head().exists(alteration ->
            alteration.place().equals("slot1.unassigned") && alteration.altered().equals("nop")));
    }

    @Test @DisplayName("what failed, and what nothing is specified of, is no canary")
    void ineligible() {
        Judge judge = judge(hello(ITANIUM2));
        assertEquals(0, of(judge, thash(), done(thashPlaces().put("slot0", "ttag r8=r32"))).altered());
        Vector free = vector("codec/thash/0002", Level.UNSPECIFIED, Needs.none(), decode(THASH), thash().expect(), "model");
        assertEquals(0, of(judge, free, done(thashPlaces())).altered());
        Vector open = vector("codec/thash/0003", Level.MUST, Needs.none(), decode(THASH), Expectation.typed(Outcome.UNSPECIFIED, HashMap.empty()), "manual");
        assertEquals(0, of(judge, open, done(thashPlaces())).altered());
        assertEquals("sensitivity: no answer passed whose expectation could be altered", of(judge, open, done(thashPlaces())).text());
    }

    @Test @DisplayName("what went unnoticed, as an object and as a sentence")
    void json() {
        Sensitivity sensitivity = new Sensitivity(2, List.of(new Sensitivity.Missed("codec/thash/0001", "slot0", "thash r8=r32", "thash r9=r32")));
        assertFalse(sensitivity.whole());
        assertEquals("sensitivity: 1 of 2 altered expectations were noticed", sensitivity.text());
        assertEquals("codec/thash/0001: the answer still passed when slot0 was expected to be thash r9=r32 instead of thash r8=r32", sensitivity.missed().head().text());
        assertEquals("{\"altered\":2,\"caught\":1,\"missed\":[{\"id\":\"codec/thash/0001\",\"place\":\"slot0\",\"expected\":\"thash r8=r32\",\"altered\":\"thash r9=r32\"}]}",
            sensitivity.json().toString());
    }
}
