package vmmref.vectors.xlate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.guarantee.Sample;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Stimulus;
import vmmref.vmm.Vmm;

@Tag("sampled")
class XlateKindTest {
    private static final XlateKind KIND = new XlateKind();
    private static final Vmm ITANIUM2 = Vmm.reference(Profile.named("itanium2").get());
    private static final String PAGE = "{'va':'2000000000004000','rid':'000101','itir':'0000000000000038','pte':'00000000012347e1'}";

    private static ObjectNode json(String text) {
        return Json.fields(text.replace('\'', '"')).json();
    }

    private static Case given(String pre, String instructions) {
        return new Case("xlate", Needs.none(), Stimulus.of(json("{'do':[" + instructions + "]}")).from(State.BASE, json(pre)));
    }

    static Stream<Draft> typed() {
        return ManualDrafts.all().toJavaStream();
    }

    /// Filling compares values; which clause decided them was typed as well.
    @ParameterizedTest(name = "{0}") @DisplayName("the clause that was typed is the clause that decides")
    @MethodSource("typed")
    void typedClauses(Draft draft) {
        Expectation model = KIND.expectation(new Reference().meeting(draft.needs()).get(), draft.given("xlate"));
        assertEquals(draft.typed().get().alternatives().map(Expectation::because), model.alternatives().map(Expectation::because), draft.title());
    }

    @Test @DisplayName("what is written of a machine and its instructions is read again")
    void writtenAndRead() {
        for (Scene scene : Scene.sound()) {
            Story story = Cases.story(scene);
            Stimulus stimulus = Cases.stimulus(story);
            assertEquals(story, Story.read(stimulus.start(), stimulus.in()).with(16));
        }
    }

    @Test @DisplayName("all drafts can be read, and hardly any two are titled alike")
    void drafts() {
        Seq<Draft> drafts = KIND.drafts();
        assertEquals(List.empty(), drafts.filter(draft -> KIND.unreadable(draft.given("xlate")).isDefined()).map(Draft::title).toList());
        assertTrue(drafts.size() > 3500, drafts.size() + " drafts");
        assertTrue(drafts.count(draft -> draft.typed().isDefined()) > 400);
    }

    @ParameterizedTest(name = "{2}: {3}") @DisplayName("what cannot be read is told with its place")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "{}                                  ~                                                    ~ $.in.do          ~ is empty",
        "{}                                  ~ {'op':'ld3','r3':'0000000000000000'}               ~ $.in.do[0].op    ~ no instruction of this kind",
        "{}                                  ~ {'op':'st8.s','r3':'0000000000000000'}             ~ $.in.do[0].op    ~ no instruction of this kind",
        "{}                                  ~ {'op':'fetchadd2','r3':'0000000000000000'}         ~ $.in.do[0].op    ~ no instruction of this kind",
        "{}                                  ~ {'op':'ld8'}                                       ~ $.in.do[0].r3    ~ is missing",
        "{}                                  ~ {'op':'ld8','r3':'0x00000000000000'}               ~ $.in.do[0].r3    ~ is \"0x00000000000000\"",
        "{}                                  ~ {'op':'ld8','r3':'0000000000000000','nat':'r4'}    ~ $.in.do[0].nat   ~ is \"r4\"",
        "{}                                  ~ {'op':'itc.d','r2':'0000000000000000','ifa':'0000000000000000'} ~ $.in.do[0].itir ~ is missing",
        "{'psr':'12'}                        ~ {'op':'ptc.e','r3':'0000000000000000'}             ~ $.pre.psr        ~ is \"12\"",
        "{'ic':'flying'}                     ~ {'op':'ptc.e','r3':'0000000000000000'}             ~ $.pre.ic         ~ is \"flying\"",
        "{'itlb.ed':'2'}                     ~ {'op':'ptc.e','r3':'0000000000000000'}             ~ $.pre['itlb.ed'] ~ is \"2\"",
        "{'rr':{'8':'0000000000000000'}}     ~ {'op':'ptc.e','r3':'0000000000000000'}             ~ $.pre.rr         ~ is no number of such a register",
        "{'dtr':{'256':{}}}                  ~ {'op':'ptc.e','r3':'0000000000000000'}             ~ $.pre.dtr        ~ is no number of such a register",
        "{'dtr':{'0':{'va':'0000000000000000'}}} ~ {'op':'ptc.e','r3':'0000000000000000'}         ~ $.pre.dtr        ~ is missing",
        "{'dtc':{'a':{'va':'0000000000000000','rid':'000101','itir':'0000000000000000','pte':'0000000000000001'}}} ~ {'op':'ptc.e','r3':'0000000000000000'} ~ $.pre.dtc ~ a page has 2^12 to 2^60 bytes",
        "{'dtc':{'a':{'va':'0000000000000000','rid':'000101','itir':'0000000000000038','pte':'0000000000000009'}}} ~ {'op':'ptc.e','r3':'0000000000000000'} ~ $.pre.dtc ~ is reserved"})
    void unreadable(String pre, String instructions, String path, String problem) {
        var mistake = KIND.unreadable(given(pre, Option.of(instructions).getOrElse(""))).get();
        assertTrue(mistake.path().startsWith(path), mistake.getMessage());
        assertTrue(mistake.problem().contains(problem), mistake.getMessage());
    }

    @Test @DisplayName("a freedom that changes the answer makes an alternative, and names its clause")
    void alternatives() {
        Case cached = given("{'dtc':{'a':" + PAGE + "}}", "{'op':'ld8','r3':'2000000000004008'}");
        Expectation expected = KIND.expectation(ITANIUM2, cached);
        assertEquals(List.of(Outcome.DONE, Outcome.FAULT), expected.alternatives().map(Expectation::outcome).toList());
        assertEquals(List.of("TRANSLATION_MATCHED", "CACHE_ENTRY_GONE"), expected.alternatives().flatMap(Expectation::because).toList());
        assertEquals(List.of(Tuple.of("cache", "kept"), Tuple.of("cache", "gone")), expected.alternatives().flatMap(each -> each.choice().toList()).toList());
        assertEquals(Option.some("MISS_ALTERNATE"), expected.alternatives().get(1).by().get("fault.kind"));

        assertEquals(Outcome.DONE, ((Answer.Observed) KIND.answer(ITANIUM2, cached)).outcome());
        assertEquals(Outcome.FAULT, ((Answer.Observed) KIND.answer(ITANIUM2, Choice.of(Freedom.CACHE), cached)).outcome());
    }

    /// Every choice among the freedoms that translation asks for.
    private static final Seq<Choice> TRANSLATING = Choice.among(List.of(Freedom.values()).removeAll(List.of(Freedom.ALAT, Freedom.CHECK, Freedom.STACK)));

    /// Expectations are looked for under several freedoms only if one of them changes something by itself.
    @Test @DisplayName("where no freedom changes an answer alone, no others do together")
    void freedoms() {
        Seq<Draft> fixed = KIND.drafts().filter(draft -> KIND.expectation(ITANIUM2, draft.given("xlate")).alternatives().size() == 1 && draft.level() != Level.UNSPECIFIED);
        assertTrue(fixed.size() > 3000);
        for (Draft draft : Sample.of(fixed, 25, Draft::topic)) {
            Story story = Story.read(draft.stimulus().start(), draft.stimulus().in()).with(16);
            Expectation usual = story.under(ITANIUM2.machine(), Choice.USUAL);
            assertEquals(List.empty(), TRANSLATING.filter(choice -> !story.under(ITANIUM2.machine(), choice).verdict().equals(usual.verdict())).toList(), draft.title());
        }
    }

    @Test @DisplayName("instructions go on until one does not succeed, and each that was done is told")
    void stories() {
        Case given = given("{'psr':'0000001008020000','pkr':{'2':'0000000000005501'}}",
            "{'op':'itr.d','r3':'0000000000000001','r2':'00000000012347e1','ifa':'2000000000004000','itir':'0000000000000038'},"
                + "{'op':'mov.pkr','r3':'0000000000000004','r2':'0000000000005503'},"
                + "{'op':'ld8','r3':'2000000000004008'},"
                + "{'op':'itc.d','r2':'00000000012347e1','ifa':'2000000000007000','itir':'0000000000000030'},"
                + "{'op':'ld8','r3':'2000000000004008'}");
        Expectation expected = KIND.expectation(ITANIUM2, given);
        assertEquals(Outcome.ABORT, expected.outcome());
        assertEquals(Option.some("REGISTER_OVERLAPPED"), expected.because());
        assertEquals("op0=done op1=done pkr2=0000000000005500 pkr4=0000000000005503", expected.post().map(place -> place._1 + "=" + place._2).mkString(" "));
        assertEquals(Option.some("KEY_UNIQUE"), expected.by().get("pkr2"));
    }

    @Test @DisplayName("values that a place might hold instead are others")
    void unlike() {
        assertTrue(KIND.unlike("fault.kind", "dirty-bit").contains("data-access-bit"));
        assertTrue(KIND.unlike("ma", "wb").contains("uc"));
        for (String place : List.of("fault.kind", "ma", "op0")) {
            String value = place.equals("ma") ? "wb" : place.equals("op0") ? "done" : "dirty-bit";
            assertNotEquals(List.empty(), KIND.unlike(place, value).toList());
            assertTrue(!KIND.unlike(place, value).contains(value), place);
        }
    }
}
