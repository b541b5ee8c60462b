/// Verdicts where the architecture leaves a choice, where only some bits are compared, and on faults.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.vectors.fill.CountKind;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.run.Examples.ITANIUM2;
import static vmmref.vectors.run.Examples.answered;

class AlternativesTest {

    /// Beyond the limit a counter faults or stops; where it stops, only the lowest of its flags is defined.
    private static final Expectation FAULTS = expect("{'outcome':'fault','fault':{'kind':'beyond-limit','at':'1e'},'because':'KEY_MISS','by':{'fault.at':'ISR_CODE'},'choice':{'beyond':'faults'}}");
    private static final Expectation STOPS  = expect("{'outcome':'done','post':{'count':'20','flags':'01'},'mask':{'flags':'01'},'because':'TLB_MISS','by':{'count':'VA_BITS'},'choice':{'beyond':'stops'}}");
    private static final Expectation WRAPS  = expect("{'outcome':'done','post':{'count':'03','flags':'00','carry':'1'},'because':'TLB_MISS','by':{'count':'RID_BITS'},'choice':{'beyond':'wraps'}}");

    private static final Map<String, String> NOTHING = HashMap.empty();

    private static Expectation expect(String text) {
        return Expectation.of(Json.fields(text.replace('\'', '"')));
    }

    private static Vector vector(Expectation... alternatives) {
        Vector codec = Examples.vector("codec/beyond/0001", Level.MUST, Needs.none(), CountKind.add("05"), Expectation.any(List.of(alternatives)), "manual");
        return new Vector("count/beyond/0001", codec.hash(), "count", codec.level(), codec.title(), codec.flags(), codec.clauses(), codec.needs(), codec.near(),
            codec.stimulus(), codec.expect(), codec.frame(), codec.source(), codec.since());
    }

    private static Judge judge(boolean frameRequired, String... observed) {
        Hello codec = Examples.hello(ITANIUM2);
        Hello hello = new Hello(1, codec.impl(), List.of("count"), codec.profile(), "observe", observed.length == 0 ? Option.none() : Option.some(HashSet.of(observed)), 1, 2000);
        return new Judge(hello, List.of(CountKind.of()), HashMap.empty(), frameRequired);
    }

    private static Judgement judged(Vector vector, Reply reply) {
        return judge(false).judge(vector, reply);
    }

    private static Reply done(Map<String, String> delta) {
        return Examples.done(delta);
    }

    private static Reply done(Map<String, String> delta, String beyond) {
        return answered(new Answer.Observed(Outcome.DONE, NOTHING, delta, HashMap.of("beyond", beyond)));
    }

    private static Reply fault(Map<String, String> fault) {
        return answered(new Answer.Observed(Outcome.FAULT, fault, NOTHING, NOTHING));
    }

    private static Seq<String> places(Judgement judgement) {
        return judgement.differences().map(Difference::place);
    }

    // Alternatives.

    @Test @DisplayName("an answer passes that one alternative expects wholly, and that one explains it")
    void oneOfThem() {
        Vector vector = vector(FAULTS, STOPS, WRAPS);
        Judgement stops  = judged(vector, done(HashMap.of("count", "20", "flags", "01")));
        Judgement faults = judged(vector, fault(HashMap.of("kind", "beyond-limit", "at", "1e")));
        assertEquals(List.of(Verdict.PASS, Verdict.PASS), List.of(stops, faults).map(Judgement::verdict));
        assertEquals(List.of(STOPS, FAULTS), List.of(stops, faults).map(Judgement::expectation));
        assertEquals(Option.none(), stops.reason());
    }

    @Test @DisplayName("an answer fails that takes a bit of one alternative and a bit of another, against the nearest of them")
    void mixture() {
        Judgement judgement = judged(vector(FAULTS, STOPS, WRAPS), done(HashMap.of("count", "03", "flags", "01")));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertEquals(List.of(new Difference("count", Option.some("20"), Option.some("03"), List.of("VA_BITS"))), judgement.differences());
        assertEquals(Option.some("none of the 3 alternatives matches wholly; this is the nearest one"), judgement.reason());
        assertEquals(STOPS, judgement.expectation());
    }

    @Test @DisplayName("the nearest has the same outcome, whatever else; then it has the fewest places wrong; then it comes first")
    void nearest() {
        assertEquals(WRAPS, judged(vector(FAULTS, STOPS, WRAPS), done(HashMap.of("count", "04", "carry", "1", "flags", "00"))).expectation());
        assertEquals(STOPS, judged(vector(FAULTS, STOPS, WRAPS), done(HashMap.of("x", "1", "y", "1", "z", "1"))).expectation());
        assertEquals(FAULTS, judged(vector(FAULTS, STOPS, WRAPS), answered(new Answer.Observed(Outcome.REFUSED, NOTHING))).expectation());
        assertEquals(STOPS, judged(vector(STOPS, STOPS.chosen(HashMap.of("beyond", "never"))), done(HashMap.of("count", "21", "flags", "01"))).expectation());
    }

    @Test @DisplayName("silence about an announced place is an error where no other place differs from the nearest")
    void silence() {
        Judgement judgement = judged(vector(FAULTS, STOPS, WRAPS), done(HashMap.of("count", "20")));
        assertEquals(Verdict.ERROR, judgement.verdict());
        assertEquals(Option.some("the answer says nothing of flags, which the hello announces; none of the 3 alternatives matches wholly; this is the nearest one"), judgement.reason());
    }

    @Test @DisplayName("a choice that is announced rules out the other alternatives")
    void chosen() {
        Vector vector = vector(FAULTS, STOPS, WRAPS);
        Map<String, String> stopped = HashMap.of("count", "20", "flags", "01");
        assertEquals(Verdict.PASS, judged(vector, done(stopped, "stops")).verdict());
        Judgement lied = judged(vector, done(stopped, "wraps"));
        assertEquals(Verdict.FAIL, lied.verdict());
        assertEquals(List.of("count", "flags", "carry"), places(lied));
        assertEquals(Option.some("none of the 3 alternatives matches wholly; this is the nearest one of the 1 that agree with the choice in the answer"), lied.reason());
    }

    @Test @DisplayName("a choice that the architecture does not leave fails, with those that it leaves")
    void notPermitted() {
        Judgement judgement = judged(vector(FAULTS, STOPS, WRAPS), done(HashMap.of("count", "20", "flags", "01"), "sulks"));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertEquals(List.of(new Difference("choice.beyond", Option.some("faults or stops or wraps"), Option.some("sulks"), List.of("KEY_MISS"))), judgement.differences());
        assertEquals(Option.some("none of the 3 alternatives agrees with the choice in the answer"), judgement.reason());
    }

    @Test @DisplayName("choices that are permitted one by one, but not together, fail by the one that does not fit the others")
    void notTogether() {
        Vector vector = vector(STOPS.chosen(HashMap.of("beyond", "stops", "late", "no")), WRAPS.chosen(HashMap.of("beyond", "wraps", "late", "yes")));
        Judgement judgement = judged(vector, answered(new Answer.Observed(Outcome.DONE, NOTHING, HashMap.of("count", "20", "flags", "01"), HashMap.of("beyond", "stops", "late", "yes"))));
        assertEquals(List.of("choice.late: no, not yes"), judgement.differences().map(each -> each.place() + ": " + each.expected().get() + ", not " + each.got().get()));
    }

    @Test @DisplayName("a choice of something that the vector does not mention is the implementation's own affair")
    void otherChoice() {
        Reply reply = answered(new Answer.Observed(Outcome.DONE, NOTHING, HashMap.of("count", "20", "flags", "01"), HashMap.of("walker", "aborts")));
        assertEquals(Verdict.PASS, judged(vector(FAULTS, STOPS), reply).verdict());
        assertEquals(Verdict.PASS, judged(vector(STOPS.chosen(NOTHING)), reply).verdict());
    }

    @Test @DisplayName("with the frame required an alternative passes only if all of it was observed")
    void frame() {
        Vector vector = vector(WRAPS, STOPS);
        Reply  reply  = done(HashMap.of("count", "20", "flags", "01"));
        assertEquals(Verdict.PASS, judge(true, "count", "flags").judge(vector, reply).verdict());
        assertEquals(Verdict.PASS, judge(false, "count").judge(vector, reply).verdict());
        Judgement partial = judge(true, "count").judge(vector, reply);
        assertEquals(Verdict.FAIL, partial.verdict());
        assertEquals(List.of("flags"), places(partial));
    }

    @Test @DisplayName("a vector is asked if something of one alternative is observed")
    void unasked() {
        assertEquals(Option.none(), judge(false, "carry").unasked(vector(STOPS, WRAPS)));
        assertEquals(Option.some("the implementation observes none of count, flags, carry"), judge(false, "cr.isr").unasked(vector(STOPS, WRAPS)).flatMap(Judgement::reason));
        assertEquals(Option.none(), judge(false, "cr.isr").unasked(vector(STOPS, FAULTS)), "how it ends is always observed");
    }

    @Test @DisplayName("the level unspecified asserts nothing, and a crash is blamed on the clause of the first alternative")
    void others() {
        Vector vector = vector(FAULTS, STOPS);
        assertEquals(Verdict.CRASH, judged(vector, new Reply.Crashed("exited with code 1", "")).verdict());
        assertEquals(List.of("KEY_MISS"), judged(vector, new Reply.Crashed("exited with code 1", "")).decidedBy());
        assertTrue(judged(vector, new Reply.Crashed("exited with code 1", "")).concerns("VA_BITS"));
    }

    // Masks.

    @ParameterizedTest @ValueSource(strings = {"01", "ff", "81"})
    @DisplayName("bits that the mask leaves out may be anything")
    void masked(String flags) {
        assertEquals(Verdict.PASS, judged(vector(STOPS), done(HashMap.of("count", "20", "flags", flags))).verdict());
    }

    @ParameterizedTest @ValueSource(strings = {"fe", "00", "1", "001", "FF", "zz", ""})
    @DisplayName("bits that it keeps must be right, and so must the width and the form of the value")
    void maskedWrong(String flags) {
        Judgement judgement = judged(vector(STOPS), done(HashMap.of("count", "20", "flags", flags)));
        assertEquals(List.of(new Difference("flags", Option.some("01"), Option.some(flags), Option.some("01"), List.of("TLB_MISS"))), judgement.differences());
        assertEquals("{\"place\":\"flags\",\"expected\":\"01\",\"got\":\"" + flags + "\",\"mask\":\"01\",\"by\":\"TLB_MISS\"}", Json.line(judgement.differences().head().json()));
    }

    // Faults.

    @Test @DisplayName("the fields of a fault are compared one by one, and each has its clause")
    void faultFields() {
        Judgement judgement = judged(vector(FAULTS), fault(HashMap.of("kind", "beyond-reach", "at", "1d", "why", "late")));
        assertEquals(List.of(
            new Difference("fault.at", Option.some("1e"), Option.some("1d"), List.of("ISR_CODE")),
            new Difference("fault.kind", Option.some("beyond-limit"), Option.some("beyond-reach"), List.of("KEY_MISS")),
            new Difference("fault.why", Option.none(), Option.some("late"), List.of("KEY_MISS"))), judgement.differences());
    }

    @Test @DisplayName("an implementation that announces a field of the fault must report it; one that does not is partial")
    void faultSilence() {
        Reply unknown = fault(NOTHING);
        assertEquals(Option.some("the answer says nothing of fault.at, fault.kind, which the hello announces"), judged(vector(FAULTS), unknown).reason());
        assertEquals(Verdict.ERROR, judge(false, "fault.kind").judge(vector(FAULTS), fault(HashMap.of("at", "1e"))).verdict());
        Judgement partial = judge(false, "fault.kind").judge(vector(FAULTS), fault(HashMap.of("kind", "beyond-limit")));
        assertEquals(Verdict.PASS, partial.verdict());
        assertFalse(partial.full());
    }

    @Test @DisplayName("a fault that is described where none was raised is more than the frame allows")
    void faultOfNothing() {
        Reply reply = answered(new Answer.Observed(Outcome.DONE, HashMap.of("kind", "beyond-limit"), HashMap.of("count", "20", "flags", "01"), NOTHING));
        assertEquals(List.of("fault.kind"), places(judged(vector(STOPS), reply)));
    }

    // Places that are free.

    @ParameterizedTest @ValueSource(strings = {"ar.itc", "ar.ruc", "pmd4", "pmd.4", "pmd[4]", "tc.0", "tc", "alat", "alat.r8"})
    @DisplayName("counters, monitors, translation caches and the ALAT may change")
    void free(String place) {
        assertEquals(Verdict.PASS, judged(vector(STOPS), done(HashMap.of("count", "20", "flags", "01", place, "7"))).verdict());
    }

    @ParameterizedTest @ValueSource(strings = {"ar.itm", "ar.itc2", "ar.k0", "pmc4", "tr.0", "tca", "x.tc", "cr.isr"})
    @DisplayName("nothing else may, and what a vector expects of a counter is compared")
    void notFree(String place) {
        assertEquals(List.of(place), places(judged(vector(STOPS), done(HashMap.of("count", "20", "flags", "01", place, "7")))));
        Vector counting = vector(expect("{'outcome':'done','post':{'ar.itc':'08'}}"));
        assertEquals(List.of("ar.itc"), places(judged(counting, done(HashMap.of("ar.itc", "07")))));
    }

    // Canaries.

    private static Seq<Seq<String>> altered(Vector vector, Reply reply) {
        Judgement passed = judged(vector, reply);
        Seq<Seq<Alteration>> ways = Alteration.ways(passed, judge(false).hello(), CountKind.of());
        assertEquals(List.empty(), ways.flatMap(all -> all).filter(each -> judge(false).judge(vector, each.expectation(), reply).verdict() != each.due()), "all of them are noticed");
        return ways.take(2).map(all -> all.map(each -> each.place() + " " + each.altered()));
    }

    @Test @DisplayName("only compared bits of the alternative that was met are altered, fields of faults too, and a counter that goes is not noticed")
    void canaries() {
        assertEquals(List.of(List.of("count 30", "count 22", "flags 00"), List.of("count -", "flags -")), altered(vector(FAULTS, STOPS), done(HashMap.of("count", "20", "flags", "81"), "stops")));
        assertEquals(List.of(List.of("fault.at 0e", "fault.at 1c"), List.of("fault.at -", "fault.kind -")), altered(vector(FAULTS, STOPS), fault(HashMap.of("kind", "beyond-limit", "at", "1e"))));
        assertEquals(List.of(List.of("ar.itc 18", "ar.itc 0a"), List.empty()), altered(vector(expect("{'outcome':'done','post':{'ar.itc':'08'}}")), done(HashMap.of("ar.itc", "08"))));
    }
}
