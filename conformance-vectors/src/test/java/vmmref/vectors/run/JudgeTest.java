/// Verdicts, case by case.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.run.Examples.ITANIUM2;
import static vmmref.vectors.run.Examples.THASH;
import static vmmref.vectors.run.Examples.answered;
import static vmmref.vectors.run.Examples.decode;
import static vmmref.vectors.run.Examples.done;
import static vmmref.vectors.run.Examples.hello;
import static vmmref.vectors.run.Examples.observing;
import static vmmref.vectors.run.Examples.reserved;
import static vmmref.vectors.run.Examples.thash;
import static vmmref.vectors.run.Examples.thashPlaces;
import static vmmref.vectors.run.Examples.vector;

class JudgeTest {

    /// A long branch, which not every implementation has.
    private static final String BRL = "0500000001000000000000e0000000c0";

    private static Judge judge(Hello hello) {
        return new Judge(hello, HashMap.empty(), false);
    }

    private static Judgement judged(Reply reply) {
        return judge(hello(ITANIUM2)).judge(thash(), reply);
    }

    private static Difference differs(String place, String expected, String got, String clause) {
        return new Difference(place, Option.some(expected), Option.some(got), List.of(clause));
    }

    @Test @DisplayName("what the vector expects passes, wholly observed")
    void pass() {
        Judgement judgement = judged(done(thashPlaces()));
        assertEquals(Verdict.PASS, judgement.verdict());
        assertTrue(judgement.full());
    }

    @Test @DisplayName("another spelling of the same instruction passes")
    void spelling() {
        assertEquals(Verdict.PASS, judged(done(thashPlaces().put("slot1", "nop.i 0").put("slot0", "(p0) thash r8 = r32"))).verdict());
    }

    @Test @DisplayName("another instruction fails, and the clause of its slot decides")
    void fail() {
        Judgement judgement = judged(done(thashPlaces().put("slot0", "ttag r8=r32")));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertEquals(List.of(differs("slot0", "thash r8=r32", "ttag r8=r32", "TRANSLATION_FORM")), judgement.differences());
        assertEquals(List.of("TRANSLATION_FORM"), judgement.decidedBy());
    }

    @Test @DisplayName("an operand that differs brings its own clause beside that of its form")
    void operand() {
        Expectation expect = new Expectation(Outcome.DONE, HashMap.of("slot0", "adds r8=-1,r9"), Option.some("TEMPLATE_ASSIGNED"),
            HashMap.of("slot0", "INTEGER_ALU_FORM", "slot0.imm14", "IMMEDIATE_SIGNED", "slot0.r1", "REGISTER_NUMBER", "slot0.r3", "REGISTER_NUMBER"));
        Vector adds = vector("codec/adds/0001", decode(THASH), expect);
        Judge judge = judge(hello(ITANIUM2));
        assertEquals(List.of("INTEGER_ALU_FORM", "IMMEDIATE_SIGNED"), judge.judge(adds, done(HashMap.of("slot0", "adds r8=8191,r9"))).decidedBy());
        assertEquals(List.of("INTEGER_ALU_FORM", "REGISTER_NUMBER"), judge.judge(adds, done(HashMap.of("slot0", "adds r8=-1,r10"))).decidedBy());
        assertEquals(List.of("INTEGER_ALU_FORM"), judge.judge(adds, done(HashMap.of("slot0", "sub r8=r9,r10"))).decidedBy());
    }

    @Test @DisplayName("a bundle that differs brings the clauses of the slots and operands whose bits differ")
    void encodedOperand() {
        var slots = vmmref.vectors.format.Json.object().put("template", "MII;");
        slots.set("slots", vmmref.vectors.format.Json.texts(List.of("thash r8=r32", "nop.i 0x0", "nop.i 0x0")));
        var in = vmmref.vectors.format.Json.object();
        in.set("encode", slots);
        Expectation expect = new Expectation(Outcome.DONE, HashMap.of("bundle", THASH), Option.some("TEMPLATE_ASSIGNED"), HashMap.of("bundle", "BUNDLE_FIELDS",
            "bundle.slot0", "TRANSLATION_FORM", "bundle.slot0.r1", "REGISTER_NUMBER", "bundle.slot1", "NOP_FORM", "bundle.slot1.imm21", "IMMEDIATE_UNSIGNED"));
        Vector encode = vector("codec/encode/0001", in, expect);
        Judge judge = judge(hello(ITANIUM2));
        String r9 = "014800401a0400000002000000000400";
        assertEquals(List.of("TRANSLATION_FORM", "REGISTER_NUMBER"), judge.judge(encode, done(HashMap.of("bundle", r9))).decidedBy());
        String template = "004000401a0400000002000000000400";
        assertEquals(List.of("BUNDLE_FIELDS"), judge.judge(encode, done(HashMap.of("bundle", template))).decidedBy());
    }

    @Test @DisplayName("another outcome fails by the clause of the outcome")
    void outcome() {
        Judgement judgement = judged(answered(new Answer.Observed(Outcome.MALFORMED, HashMap.empty())));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertEquals(List.of(differs("outcome", "done", "malformed", "TEMPLATE_ASSIGNED")), judgement.differences());
    }

    @Test @DisplayName("a place that nobody expects is a change that the frame does not allow; it belongs to the place that it is a part of")
    void frame() {
        Judgement judgement = judged(done(thashPlaces().put("slot0.unassigned", "nop").put("cr.isr", "0")));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertEquals(List.of(
            new Difference("cr.isr", Option.none(), Option.some("0"), List.of("TEMPLATE_ASSIGNED")),
            new Difference("slot0.unassigned", Option.none(), Option.some("nop"), List.of("TRANSLATION_FORM"))), judgement.differences());
    }

    @Test @DisplayName("silence about a place that was announced is an error, not a pass")
    void silence() {
        Judgement judgement = judged(done(thashPlaces().remove("slot2")));
        assertEquals(Verdict.ERROR, judgement.verdict());
        assertEquals(Option.some("the answer says nothing of slot2, which the hello announces"), judgement.reason());
    }

    @Test @DisplayName("silence beside a difference is part of the failure")
    void silenceBeside() {
        Judgement judgement = judged(done(thashPlaces().remove("slot2").put("template", "MII")));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertEquals(List.of("template", "slot2"), judgement.differences().map(Difference::place));
    }

    @Test @DisplayName("a place that is not observed is not compared, and the frame is partial")
    void partial() {
        Judgement judgement = judge(observing("template", "slot0")).judge(thash(), done(thashPlaces().remove("slot1").remove("slot2")));
        assertEquals(Verdict.PASS, judgement.verdict());
        assertFalse(judgement.full());
        assertEquals("partial", judgement.frame());
    }

    @Test @DisplayName("what is reported is compared even if nobody announced it")
    void unannounced() {
        assertEquals(Verdict.FAIL, judge(observing("template")).judge(thash(), done(HashMap.of("template", "MII;", "slot0", "ttag r8=r32"))).verdict());
    }

    @Test @DisplayName("--require-frame fails what is observed partly")
    void requireFrame() {
        Judge strict = new Judge(observing("template", "slot0", "slot1"), HashMap.empty(), true);
        Judgement judgement = strict.judge(thash(), done(thashPlaces().remove("slot2")));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertEquals(List.of("slot2"), judgement.differences().map(Difference::place));
        assertEquals(Verdict.PASS, new Judge(hello(ITANIUM2), HashMap.empty(), true).judge(thash(), done(thashPlaces())).verdict());
    }

    @Test @DisplayName("crash, time-out, garbage and a confessed failure have verdicts of their own")
    void noAnswer() {
        assertEquals(Verdict.CRASH, judged(new Reply.Crashed("exited with code 1", "oops")).verdict());
        assertEquals(Verdict.TIMEOUT, judged(new Reply.TimedOut(300, true, "")).verdict());
        assertEquals(Verdict.ERROR, judged(new Reply.Garbled(new Breach(3, "$", "is no JSON", "mend it", "x"), "")).verdict());
        assertEquals(Verdict.ERROR, judged(answered(new Answer.Failed("no such unit"))).verdict());
        assertEquals(Option.some("the implementation says: no such unit"), judged(answered(new Answer.Failed("no such unit"))).reason());
        assertEquals(List.of("TEMPLATE_ASSIGNED"), judged(new Reply.Crashed("exited with code 1", "")).decidedBy());
    }

    @Test @DisplayName("what the implementation does not do is unsupported")
    void unsupported() {
        assertEquals(Verdict.UNSUPPORTED, judged(answered(new Answer.Unsupported("only decodes"))).verdict());
        assertEquals(Option.none(), judge(hello(ITANIUM2)).unasked(thash()).map(Judgement::verdict));
        assertEquals(Option.some(Verdict.UNSUPPORTED), judge(observing("bundle")).unasked(thash()).map(Judgement::verdict));
        assertEquals(Option.none(), judge(observing("bundle")).unasked(reserved(1)).map(Judgement::verdict));
        Hello other = hello(ITANIUM2);
        Hello xlate = new Hello(1, other.impl(), List.of("xlate"), other.profile(), "observe", Option.none(), 1, 2000);
        assertEquals(Option.some(Verdict.UNSUPPORTED), judge(xlate).unasked(thash()).map(Judgement::verdict));
    }

    @Test @DisplayName("needs that the announced profile does not meet are inexpressible, and the parameter is named")
    void inexpressible() {
        Vector needing = vector("codec/long/0001", Level.MUST, new Needs(HashMap.of("brl", "true")), decode(BRL), thash().expect(), "model");
        Option<Judgement> without = judge(hello(ITANIUM2.put("brl", "false"))).unasked(needing);
        assertEquals(Option.some(Verdict.INEXPRESSIBLE), without.map(Judgement::verdict));
        assertEquals(Option.some("the vector needs brl true, and the implementation announces false"), without.flatMap(Judgement::reason));
        Option<Judgement> silent = judge(hello(ITANIUM2.remove("brl"))).unasked(needing);
        assertEquals(Option.some("the vector needs brl true, and the implementation announces nothing of it"), silent.flatMap(Judgement::reason));
        assertEquals(Option.none(), judge(hello(ITANIUM2)).unasked(needing).map(Judgement::verdict));
    }

    @Test @DisplayName("a withdrawn vector is not asked")
    void revoked() {
        Judge judge = new Judge(hello(ITANIUM2), HashMap.of("codec/thash/0001", "it was wrong"), false);
        assertEquals(Option.some(Verdict.REVOKED), judge.unasked(thash()).map(Judgement::verdict));
        assertEquals(Option.none(), judge.unasked(reserved(1)).map(Judgement::verdict));
    }

    @Test @DisplayName("where nothing is specified, any well-formed answer passes, and a crash does not")
    void unspecified() {
        Vector free = vector("codec/thash/0002", Level.UNSPECIFIED, Needs.none(), decode(THASH), thash().expect(), "model");
        Judge judge = judge(hello(ITANIUM2));
        assertEquals(Verdict.PASS, judge.judge(free, done(HashMap.of("slot0", "anything"))).verdict());
        assertEquals(Verdict.PASS, judge.judge(free, answered(new Answer.Observed(Outcome.REFUSED, HashMap.empty()))).verdict());
        assertEquals(Verdict.CRASH, judge.judge(free, new Reply.Crashed("exited with code 1", "")).verdict());
    }

    @Test @DisplayName("what the model expects is filled anew for the announced profile, what other sources expect never")
    void refilled() {
        Map<String, String> none = ITANIUM2.put("brl", "false");
        Expectation withLong = new Expectation(Outcome.DONE, HashMap.of("slot1", "brl.cond.sptk.few .+0x0"), Option.some("LONG_INSTRUCTION_SLOTS"), HashMap.empty());
        Vector model  = vector("codec/long/0001", Level.MUST, Needs.none(), decode(BRL), withLong, "model");
        Vector manual = vector("codec/long/0002", Level.MUST, Needs.none(), decode(BRL), withLong, "manual");
        Judgement anew = judge(hello(none)).judge(model, done(HashMap.empty()));
        assertEquals(Option.some("unassigned"), anew.expectation().post().get("slot1"));
        assertEquals(withLong, judge(hello(none)).judge(manual, done(HashMap.empty())).expectation());
        assertEquals(withLong, judge(hello(ITANIUM2)).judge(model, done(HashMap.empty())).expectation());
    }

    @Test @DisplayName("a parameter that no machine has is the adapter's fault")
    void impossible() {
        String said = assertThrows(AdapterBreakdown.class, () -> judge(hello(ITANIUM2.put("brl", "perhaps")))).getMessage();
        assertTrue(said.contains("brl is true or false, not perhaps"), said);
    }
}
