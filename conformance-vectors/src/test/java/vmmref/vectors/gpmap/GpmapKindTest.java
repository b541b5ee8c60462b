/// References of guests, on the machine that they believe to have and under the monitor.
package vmmref.vectors.gpmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.xlate.State;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

class GpmapKindTest {
    private static final GpmapKind KIND = new GpmapKind();
    private static final Reference REFERENCE = new Reference();
    private static final Seq<Draft> DRAFTS = KIND.drafts();

    private static ObjectNode json(String text) {
        return Json.fields(text.replace('\'', '"')).json();
    }

    private static Case given(String pre, String references) {
        return new Case("gpmap", Needs.none(), Stimulus.of(json("{'do':[" + references + "]}")).from(State.BASE, json(pre)));
    }

    private static Expectation model(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given("gpmap"));
    }

    private static boolean isMet(Draft draft, Vmm vmm) {
        return isMet(draft, model(draft), vmm);
    }

    private static boolean isMet(Draft draft, Expectation expected, Vmm vmm) {
        return KIND.answer(vmm, draft.given("gpmap")) instanceof Answer.Observed answer && expected.alternatives().exists(way -> way.outcome() == answer.outcome() && way.fault().equals(answer.fault()) && way.post().removeAll(answer.unseen()).equals(answer.delta()));
    }

    @Test @DisplayName("what was typed is what the machine of a guest and the map say, and the clause that was typed decides it")
    void typed() {
        Seq<Draft> typed = DRAFTS.filter(draft -> draft.typed().isDefined());
        assertTrue(typed.size() > 50, typed.size() + " rows");
        typed.forEach(draft -> assertEquals(ways(draft.typed().get()), ways(model(draft)), draft.title()));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("what was typed is what comes of it on every host that is asked, with a monitor and without")
    @ValueSource(strings = {"merced", "itanium2", "montecito", "minimal", "maximal"})
    void hosts(String name) {
        Vmm host = Vmm.reference(Profile.named(name).get());
        Seq<Draft> asked = DRAFTS.filter(draft -> draft.typed().isDefined() && draft.needs().unmet(new Parameters(host.machine().profile().parameters())).isEmpty());
        assertTrue(asked.size() > 50, asked.size() + " rows");
        asked.forEach(draft -> {
            assertEquals(ways(draft.typed().get()), ways(KIND.expectation(host, draft.given("gpmap"))), draft.title());
            assertTrue(isMet(draft, draft.typed().get(), host), draft.title());
        });
    }

    private static Seq<String> ways(Expectation expectation) {
        return expectation.alternatives().map(way -> way.outcome() + " " + TreeMap.ofEntries(way.places()) + " " + way.because() + " " + TreeMap.ofEntries(way.choice()));
    }

    @Test @DisplayName("the monitor and its machine come to the same as the machine of the guest and the map")
    void monitored() {
        assertEquals(Vector.empty(), DRAFTS.filter(draft -> draft.tier() != Tier.FULL).reject(draft -> isMet(draft, REFERENCE.meeting(draft.needs()).get())).map(Draft::title).toVector());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a wrong monitor does not")
    @CsvSource({"LeaksGuestPhysical", "MapsPastTheEnd", "SharesStreams", "WritesReadOnly", "SetsDirtyBits", "TrustsUsers"})
    void wrong(String name) {
        Member member = Zoo.named(name).get();
        Vmm wrong = member.vmm(Profile.named("itanium2").get());
        assertTrue(DRAFTS.filter(draft -> draft.tier() != Tier.FULL && REFERENCE.meeting(draft.needs()).get().machine().profile().name().equals("itanium2")).exists(draft -> isMissed(draft, member, wrong)));
    }

    /// A monitor that does not get on answers nothing that could differ.
    private static boolean isMissed(Draft draft, Member member, Vmm wrong) {
        try {
            return member.breaks().map(Clause::name).exists(model(draft).clauses()::contains) && !isMet(draft, wrong);
        } catch (IllegalStateException stuck) {
            return false;
        }
    }

    @Test @DisplayName("what is written of references is read again")
    void writtenAndRead() {
        DRAFTS.filter(draft -> draft.tier() == Tier.CORE).forEach(draft -> {
            Referring read = Referring.read(draft.stimulus().start(), draft.stimulus().in());
            assertEquals(draft.stimulus().flat().start(), read.stimulus().flat().start(), draft.title());
            assertEquals(draft.stimulus().in(), read.stimulus().in(), draft.title());
        });
    }

    @Test @DisplayName("a map names frames, registers of devices and nothing")
    void names() {
        NamedMap map = NamedMap.read(new Fields("$", json("{'0000000000004000':'ram#3 x2','0000000000007000':'mmio#1.2 x2'}")));
        assertEquals("Some(ram#4+0123)", map.name(new PhysicalAddress(0x5123)).toString());
        assertEquals("None", map.name(new PhysicalAddress(0x6000)).toString());
        assertEquals("Some(mmio#1+3010)", map.name(new PhysicalAddress(0x8010)).toString());
        assertEquals("elsewhere", NamedMap.nameOfHost(new PhysicalAddress(0x4000)));
        assertTrue(map.names("ram#3+0000") && map.names("mmio#1+2ff8") && !map.names("ram#5+0000") && !map.names("mmio#2+2000") && !map.names("elsewhere"));
        assertEquals(json("{'0000000000004000':'ram#3 x2','0000000000007000':'mmio#1.2 x2'}"), map.json());
    }

    @ParameterizedTest(name = "{0} of {1}") @DisplayName("a prefetch that faults reaches memory, and nothing of a device; one that does not fault shows nothing")
    @CsvSource({"lfetch.fault, ram#3, Some(ram#3+0008), DONE", "lfetch.fault, mmio#1, None, DONE", "lfetch.fault, '', None, ABORT", "lfetch, ram#3, None, DONE", "lfetch, mmio#1, None, DONE", "lfetch, '', None, DONE"})
    void prefetches(String op, String behind, String at, Outcome outcome) {
        Case given = given("{'psr':'0000001008002000','map':{%s}}".formatted(behind.isEmpty() ? "" : "'0000000000004000':'" + behind + "'"), "{'op':'%s','r3':'0000000000004008'}".formatted(op));
        Expectation expected = KIND.expectation(Vmm.reference(Profile.named("itanium2").get()), given);
        Answer.Observed answer = (Answer.Observed) KIND.answer(Vmm.reference(Profile.named("itanium2").get()), given);
        assertEquals(outcome + " " + at, expected.outcome() + " " + expected.post().get("at"));
        assertEquals(outcome + " " + at, answer.outcome() + " " + answer.delta().get("at"));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("each page of each device is told from all others, by one byte")
    @CsvSource({"mmio#0, mmio#0+0008", "mmio#0.15, mmio#0+f008", "mmio#1, mmio#1+0008", "mmio#14.15, mmio#14+f008"})
    void marks(String behind, String place) {
        String map = "{'0000000000010000':'mmio#0 x16','0000000000020000':'mmio#1 x16','0000000000030000':'mmio#14 x16','0000000000004000':'%s'}".formatted(behind);
        Case given = given("{'psr':'0000001008002000','map':%s}".formatted(map), "{'op':'ld1','r3':'0000000000004008'}");
        assertEquals(place, ((Answer.Observed) KIND.answer(Vmm.reference(Profile.named("itanium2").get()), given)).delta().get("at").get());
    }

    @ParameterizedTest(name = "{2}: {3}") @DisplayName("what cannot be read is told with its place")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "{}                                    ~                                                     ~ $.in.do              ~ is empty",
        "{}                                    ~ {'op':'tpa','r3':'0000000000000000'}                ~ $.in.do[0].op        ~ no reference that reaches memory",
        "{}                                    ~ {'op':'rse.ld8','r3':'0000000000000000','level':1}  ~ $.in.do[0].level     ~ is 1",
        "{'psr':'0000001108022000'}            ~ {'op':'ld8','r3':'0000000000000000'}                ~ $.pre.psr            ~ level 1",
        "{'ic':'in-flight'}                    ~ {'op':'ld8','r3':'0000000000000000'}                ~ $.pre.ic             ~ in flight",
        "{'map':{'0000000000004001':'ram#1'}}  ~ {'op':'ld8','r3':'0000000000000000'}                ~ 0000000000004001     ~ no address of a page",
        "{'map':{'0000000000004000':'rom#1'}}  ~ {'op':'ld8','r3':'0000000000000000'}                ~ 0000000000004000     ~ rom#1",
        "{'map':{'0000000000004000':'mmio#15'}} ~ {'op':'ld8','r3':'0000000000000000'}               ~ 0000000000004000     ~ devices 0 to 14",
        "{'map':{'0000000000004000':'mmio#1.14 x3'}} ~ {'op':'ld8','r3':'0000000000000000'}          ~ 0000000000004000     ~ no page beyond .15",
        "{'map':{'0000000000004000':'ram#16777215 x2'}} ~ {'op':'ld8','r3':'0000000000000000'}       ~ 0000000000004000     ~ frames below 16777216",
        "{'map':{'0000000000004000':'ram#1 x2','0000000000005000':'ram#7'}} ~ {'op':'ld8','r3':'0000000000000000'} ~ 0000000000005000 ~ written twice",
        "{'mem':{'0000000000004000':'0100000000000000'}} ~ {'op':'ld8','r3':'0000000000000000'}      ~ $.pre.mem            ~ no frame"})
    void mistakes(String pre, String references, String place, String problem) {
        String told = KIND.unreadable(given(pre, references == null ? "" : references)).get().getMessage();
        assertTrue(told.contains(place) && told.contains(problem), told);
    }
}
