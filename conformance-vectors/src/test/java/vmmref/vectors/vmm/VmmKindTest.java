/// Lives of guests, on the machines that they believe to have and under the monitor.
package vmmref.vectors.vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Sample;
import vmmref.spec.Clause;
import vmmref.spec.Guests;
import vmmref.spec.Level;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

@Tag("sampled")
class VmmKindTest {
    private static final VmmKind KIND = new VmmKind();
    private static final Reference REFERENCE = new Reference();
    private static final Seq<Draft> DRAFTS = KIND.drafts();
    private static final Seq<Draft> CORE = DRAFTS.filter(draft -> draft.tier() != Tier.FULL);
    /// It is about several processors of one guest: a case has one of each.
    private static final Seq<Guests> SEVERAL = Vector.of(Guests.PURGE_BROADCAST);

    private static Expectation model(Kind kind, Draft draft) {
        return kind.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given(kind.name()));
    }

    private static boolean isMet(Draft draft, Vmm vmm) {
        return isMet(draft, model(KIND, draft), vmm);
    }

    private static boolean isMet(Draft draft, Expectation expected, Vmm vmm) {
        Case given = draft.given("vmm");
        return KIND.answer(vmm, given) instanceof Answer.Observed answer && expected.alternatives().exists(way -> way.outcome() == answer.outcome()
            && way.post().forAll(place -> answer.delta().get(place._1).exists(got -> way.masked(place._1, place._2).equals(way.masked(place._1, got)))) && answer.delta().keySet().removeAll(way.post().keySet()).forAll(place -> KIND.free(given, place)));
    }

    @Test @DisplayName("what was typed is what the machines of guests and the maps say")
    void typed() {
        Seq<Draft> typed = DRAFTS.filter(draft -> draft.typed().isDefined());
        assertTrue(typed.size() > 35, typed.size() + " rows");
        typed.forEach(draft -> assertEquals(ways(draft.typed().get()), ways(model(KIND, draft)), draft.title()));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("what was typed is what comes of it on every host that is asked, with a monitor and without")
    @ValueSource(strings = {"merced", "itanium2", "montecito", "minimal", "maximal"})
    void hosts(String name) {
        Vmm host = Vmm.reference(Profile.named(name).get());
        Seq<Draft> asked = DRAFTS.filter(draft -> draft.typed().isDefined() && draft.needs().unmet(new Parameters(host.machine().profile().parameters())).isEmpty());
        assertTrue(asked.size() > 35, asked.size() + " rows");
        asked.forEach(draft -> {
            assertEquals(ways(draft.typed().get()), ways(KIND.expectation(host, draft.given("vmm"))), draft.title());
            assertTrue(isMet(draft, draft.typed().get(), host), draft.title());
        });
    }

    @Test @DisplayName("what a start needs of the implementation its case needs, and its title is words")
    void needs() {
        Draft hashed = DRAFTS.find(draft -> draft.title().equals("data-tlb: ld8 r33=[r35] with r35 20010, rr0 10141 and cr.pta 813d")).get();
        assertEquals("Some(=xor)", hashed.needs().conditions().get("vhpt-hash").toString());
        Draft nowhere = DRAFTS.find(draft -> draft.title().equals("unimplemented-data-address: ld8 r33=[r35] with r35 0010000000008010 and r34 0")).get();
        assertEquals("Some(<61)", nowhere.needs().conditions().get("va").toString());
        assertEquals(Vector.empty(), DRAFTS.map(Draft::title).filter(title -> title.length() < 8 || title.matches(".*(needs\\.|psr[-+~]| -$).*")).toVector());
    }

    @Test @DisplayName("an access to a device names the clause on devices, one to memory does not")
    void devices() {
        Seq<Draft> devices = DRAFTS.filter(draft -> draft.topic().equals("device") && draft.title().contains(" of a register") && !draft.title().startsWith("lfetch"));
        assertTrue(devices.size() > 60, devices.size() + " rows");
        assertEquals(Vector.empty(), devices.reject(draft -> model(KIND, draft).by().containsValue("DEVICE_REACHED")).map(Draft::title).toVector());
        assertEquals(Vector.empty(), DRAFTS.filter(draft -> draft.topic().equals("device") && draft.title().contains(" of memory") && model(KIND, draft).by().containsValue("DEVICE_REACHED")).map(Draft::title).toVector());
    }

    private static Seq<String> ways(Expectation expectation) {
        return expectation.alternatives().map(way -> way.outcome() + " " + TreeMap.ofEntries(way.post()) + " " + TreeMap.ofEntries(way.mask()));
    }

    @Test @DisplayName("the monitor and its machine come to the same as the machines of guests and the maps")
    void monitored() {
        assertEquals(Vector.empty(), Sample.of(CORE, 12, Draft::topic).reject(draft -> isMet(draft, REFERENCE.meeting(draft.needs()).get())).map(Draft::title).toVector());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a wrong monitor does not")
    @CsvSource({"EmulatesForUsers", "FlushesCachesAlone", "ForgetsTableInPurge", "LosesNatOnSwitch", "PurgesFirstPiece", "ReusesIdentifiers", "TellsHostItir"})
    void wrong(String name) {
        Member member = Zoo.named(name).get();
        Vmm wrong = member.vmm(Profile.named("itanium2").get());
        assertTrue(CORE.filter(draft -> REFERENCE.meeting(draft.needs()).get().machine().profile().name().equals("itanium2")).exists(draft -> isMissed(draft, member, wrong)));
    }

    /// A monitor that does not get on answers nothing that could differ.
    private static boolean isMissed(Draft draft, Member member, Vmm wrong) {
        try {
            return member.breaks().map(Clause::name).exists(model(KIND, draft).clauses()::contains) && !isMet(draft, wrong);
        } catch (IllegalStateException stuck) {
            return false;
        }
    }

    @Test @DisplayName("each clause of the chapter decides an outcome or a value in a row that was typed for one of the kinds on guests, and in the row that is near to it something else is expected")
    void clauses() {
        Seq<Near> rows = rows();
        Seq<Guests> all = Vector.of(Guests.values()).filter(clause -> clause.level() == Level.MUST && !SEVERAL.contains(clause));
        assertEquals(Vector.empty(), all.reject(clause -> rows.exists(row -> row.isTold(clause.name()))));
    }

    private static Seq<Near> rows() {
        Map<String, vmmref.vectors.format.Vector> typed = Pack.open(Path.of("vectors")).vectors(Tier.FULL, family -> family.startsWith("vmm/") || family.startsWith("gpmap/")).filter(vector -> !vector.source().equals("model")).toVector().toLinkedMap(vmmref.vectors.format.Vector::id, vector -> vector);
        return typed.values().flatMap(vector -> vector.near().flatMap(typed::get).map(near -> new Near(vector.expect(), near.expect())));
    }

    /// A row, and the one that it is near to.
    private record Near(Expectation row, Expectation near) {
        boolean isTold(String clause) {
            return row.outcome() != near.outcome() && row.because().contains(clause)
                || row.by().exists(part -> part._2.equals(clause) && !near.by().get(part._1).contains(clause) && row.places().exists(place -> isOf(part._1, place._1) && !near.places().get(place._1).contains(place._2)));
        }

        private static boolean isOf(String part, String place) {
            return part.equals(place) || part.startsWith(place + ".");
        }
    }

    @Test @DisplayName("what is written of lives is read again, and a near case is one of them")
    void writtenAndRead() {
        Set<Stimulus> made = HashSet.ofAll(DRAFTS.map(Draft::stimulus));
        CORE.forEach(draft -> {
            Life read = Life.read(draft.stimulus().start(), draft.stimulus().in());
            assertEquals(draft.stimulus().in(), read.in(), draft.title());
            assertTrue(draft.near().forAll(made::contains), draft.title());
        });
    }

    private static ObjectNode json(String text) {
        return Json.fields(text.replace('\'', '"')).json();
    }

    @ParameterizedTest(name = "{2}: {3}") @DisplayName("what cannot be read is told with its place")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "{}                                                 ~                                                  ~ $.in.events              ~ lists 0",
        "{'guests':{'2':{}}}                                ~ {'step':1}                                       ~ $.pre.guests             ~ not all or too much",
        "{}                                                 ~ {'step':1,'switch':0}                            ~ $.in.events[0].step      ~ not all that happens",
        "{}                                                 ~ {'sleep':1}                                      ~ $.in.events[0].sleep     ~ nothing that happens",
        "{}                                                 ~ {'switch':1}                                     ~ $.in.events[0].switch    ~ is 1",
        "{}                                                 ~ {'remap':{'guest':0,'map':{}}}                   ~ $.in.events[0].remap.map ~ is empty",
        "{}                                                 ~ {'remap':{'guest':0,'map':{'0000000000008000':'ram#1 x2','0000000000009000':'ram#7'}}} ~ 0000000000009000 ~ written twice",
        "{}                                                 ~ {'remap':{'guest':0,'map':{'0000000000009000':'mmio#1','0000000000008000':'none x2'}}} ~ 0000000000009000 ~ written twice",
        "{}                                                 ~ {'remap':{'guest':0,'map':{'0000000000008000':'nothing'}}} ~ 0000000000008000 ~ none x3",
        "{}                                                 ~ {'relate':{'one':0}}                             ~ one                      ~ no touch",
        "{}                                                 ~ {'raise':1}                                      ~ $.in.events[0].raise     ~ no external interrupt",
        "{}                                                 ~ {'touch':{'op':'rse.ld8','r3':'0000000000000000','level':0}} ~ op          ~ rse.ld8",
        "{'guests':{'0':{'ar.rsc':'0000000000000000'}}}     ~ {'step':1}                                       ~ ar.rsc                   ~ level 0",
        "{'guests':{'0':{'psr':'0000000100002000'}}}        ~ {'step':1}                                       ~ psr                      ~ level 1",
        "{'guests':{'0':{'mem':{'0000000000100000':'0100000000000000'}}}} ~ {'step':1}                         ~ mem                      ~ no frame"})
    void mistakes(String pre, String events, String place, String problem) {
        Stimulus stimulus = Stimulus.of(json("{'events':[" + (events == null ? "" : events) + "]}")).from(new Base("guest-code@1", Plot.of(GuestBase.FLAT).code("nop.m 0x0").step(1).stimulus().start()), json(pre));
        String told = KIND.unreadable(new Case("vmm", Needs.none(), stimulus)).get().getMessage();
        assertTrue(told.contains(place) && told.contains(problem), told);
    }
}
