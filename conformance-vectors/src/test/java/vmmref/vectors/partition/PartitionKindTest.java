package vmmref.vectors.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.spec.Level;
import vmmref.spec.Partitions;
import vmmref.vectors.codec.CodecKind;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Leaves;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.xlate.XlateKind;
import vmmref.vmm.Vmm;

class PartitionKindTest {
    private static final PartitionKind KIND = new PartitionKind();
    private static final Reference REFERENCE = new Reference();
    private static final Vmm ITANIUM2 = vmm("itanium2");
    private static final Seq<Draft> DRAFTS = KIND.drafts();

    private static Vmm vmm(String profile) {
        return Vmm.reference(Profile.named(profile).get());
    }

    private static ObjectNode json(String text) {
        return Json.fields(text.replace('\'', '"')).json();
    }

    private static Case given(String pre, String events) {
        Stimulus stimulus = Stimulus.of(json("{'do':[" + events + "]}")).from(State.BASE, json(pre));
        return new Case("partition", new Needs(HashMap.of("cells", ">=8", "processors", ">=4", "partitions", ">=8", "report-lines", ">=64", "status-lines", ">=64")), stimulus);
    }

    private static Expectation expected(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given("partition"));
    }

    private static boolean asks(Draft draft, Vmm vmm) {
        return draft.needs().unmet(new Parameters(vmm.machine().profile().parameters())).isEmpty();
    }

    static Stream<Draft> typed() {
        return ManualDrafts.all().toJavaStream();
    }

    /// Filling compares values; which clause decided the last event was typed as well.
    @ParameterizedTest(name = "{0}") @DisplayName("what was typed is what comes of it, on every profile that is asked")
    @MethodSource("typed")
    void typed(Draft draft) {
        Seq<Vmm> asked = Profile.all().map(Vmm::reference).filter(vmm -> asks(draft, vmm));
        assertTrue(asks(draft, ITANIUM2), draft.title());
        asked.forEach(vmm -> {
            Expectation model = KIND.expectation(vmm, draft.given("partition"));
            assertEquals(draft.typed().get().because(), model.because(), draft.title());
            assertEquals(draft.typed().get().post(), model.post(), draft.title() + " under " + vmm.machine().profile().name());
        });
    }

    @Test @DisplayName("all drafts can be read and asked, and no two are titled alike")
    void drafts() {
        assertEquals(List.empty(), DRAFTS.filter(draft -> KIND.unreadable(draft.given("partition")).isDefined()).map(Draft::title).toList());
        assertEquals(List.empty(), DRAFTS.filter(draft -> REFERENCE.meeting(draft.needs()).isEmpty()).map(Draft::title).toList());
        assertEquals(DRAFTS.size(), DRAFTS.map(Draft::title).distinct().size());
        assertTrue(DRAFTS.size() > 4_500, DRAFTS.size() + " drafts");
        assertTrue(DRAFTS.count(draft -> draft.typed().isDefined()) > 100);
        assertTrue(DRAFTS.count(draft -> draft.near().isDefined()) > 2_500);
    }

    @Test @DisplayName("every clause decides somewhere, where it was typed, and in one of two near cases")
    void clauses() {
        Map<Stimulus, Set<String>> decided = DRAFTS.toLinkedMap(Draft::stimulus, draft -> expected(draft).clauses().toSet());
        Set<String> typed = ManualDrafts.all().flatMap(draft -> expected(draft).clauses()).toSet();
        Set<String> parted = DRAFTS.filter(draft -> draft.near().isDefined()).flatMap(draft -> {
            Set<String> here  = decided.get(draft.stimulus()).get();
            Set<String> there = decided.get(draft.near().get()).get();
            return here.diff(there).addAll(there.diff(here));
        }).toSet();
        Seq<String> musts = List.of(Partitions.values()).filter(clause -> clause.level() == Level.MUST).map(Partitions::name);
        assertEquals(List.empty(), musts.reject(typed::contains), "clauses for which nothing was typed");
        assertEquals(List.empty(), musts.reject(parted::contains), "clauses without a pair of near cases");
    }

    @Test @DisplayName("near cases differ in one field, or in the last event, and another clause decides")
    void near() {
        DRAFTS.filter(draft -> draft.near().isDefined()).take(500).forEach(draft -> {
            Map<String, String> here  = Leaves.of(draft.stimulus().json());
            Map<String, String> there = Leaves.of(draft.near().get().json());
            Seq<String> fields = here.keySet().addAll(there.keySet()).filter(leaf -> !here.get(leaf).equals(there.get(leaf))).toList();
            String common = fields.reduce((one, other) -> List.range(0, Math.min(one.length(), other.length())).takeWhile(at -> one.charAt(at) == other.charAt(at)).map(one::charAt).mkString());
            assertTrue(fields.size() == 1 || common.matches("pre\\.\\w+\\.\\d\\.\\w+\\..*|in\\.do\\.\\d+\\.|pre\\.\\w+\\.\\d\\.|pre\\.secure\\..*"), draft.title() + fields);
        });
    }

    @Test @DisplayName("each profile is asked most cases, and answers what it expects")
    void profiles() {
        for (Profile profile : Profile.all()) {
            Vmm vmm = Vmm.reference(profile);
            Seq<Draft> asked = DRAFTS.filter(draft -> asks(draft, vmm));
            assertTrue(asked.size() > 3_000, profile.name() + " is asked " + asked.size());
            asked.zipWithIndex().filter(each -> each._2 % 10 == 0).forEach(each -> {
                Expectation expected = KIND.expectation(vmm, each._1.given("partition"));
                assertEquals(expected.post(), ((Answer.Observed) KIND.answer(vmm, each._1.given("partition"))).places(), each._1.title());
            });
        }
    }

    @Test @DisplayName("events are written as they are read")
    void events() {
        for (Draft draft : DRAFTS) {
            ObjectNode in = draft.stimulus().in();
            assertEquals(in, Story.in(Story.read(draft.stimulus().start(), in).events()), draft.title());
        }
    }

    @ParameterizedTest(name = "{2}: {3}") @DisplayName("what cannot be read is told with its place")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "{}                                                    ~                                                     ~ $.in.do             ~ is empty",
        "{}                                                    ~ {'event':'tick'}                                    ~ $.in.do[0].ev       ~ is missing",
        "{}                                                    ~ {'ev':'tock'}                                       ~ $.in.do[0].ev       ~ which is no event",
        "{}                                                    ~ {'ev':'tick'},{'ev':'start'}                        ~ $.in.do[1].cell     ~ is missing",
        "{}                                                    ~ {'ev':'start','cell':8}                             ~ $.in.do[0].cell     ~ is 8, which is no cell",
        "{}                                                    ~ {'ev':'start','cell':'0'}                           ~ $.in.do[0].cell     ~ is the string",
        "{}                                                    ~ {'ev':'post','cell':0,'partition':9}                ~ $.in.do[0].partition ~ is 9, which is no partition",
        "{}                                                    ~ {'ev':'leave','by':'0'}                             ~ $.in.do[0].by       ~ is \"0\"",
        "{}                                                    ~ {'ev':'leave','by':'0.4'}                           ~ $.in.do[0].by       ~ is \"0.4\"",
        "{}                                                    ~ {'ev':'read','by':'0.0','partition':0,'register':'mask'} ~ $.in.do[0].register ~ is \"mask\"",
        "{}                                                    ~ {'ev':'write','by':'0.0','partition':0,'register':'general','value':'1'} ~ $.in.do[0].value ~ is \"1\"",
        "{}                                                    ~ {'ev':'instruct','by':'0.0','partition':0,'cell':0,'kind':'go'} ~ $.in.do[0].kind ~ is \"go\"",
        "{}                                                    ~ {'ev':'answer','by':'0.0','partition':0,'other':1}  ~ $.in.do[0].consent  ~ is missing",
        "{}                                                    ~ {'ev':'answer','by':'0.0','partition':0,'other':1,'consent':'yes'} ~ $.in.do[0].consent ~ is \"yes\"",
        "{}                                                    ~ {'ev':'packet','by':'0.0','partition':0,'configures':true,'payload':'0000000000000000','claim':'safe'} ~ $.in.do[0].claim ~ is \"safe\"",
        "{}                                                    ~ {'ev':'reach','by':'0.0','partition':0,'page':'10'} ~ $.in.do[0].page     ~ is \"10\"",
        "{}                                                    ~ {'ev':'interrupt','by':'0.0','partition':0,'vector':'100'} ~ $.in.do[0].vector ~ is \"100\"",
        "{}                                                    ~ {'ev':'stick','path':'road 0','line':0,'level':0}   ~ $.in.do[0].path     ~ is \"road 0\"",
        "{}                                                    ~ {'ev':'stick','path':'report 0','line':64,'level':0} ~ $.in.do[0].line    ~ is 64, which is no line",
        "{}                                                    ~ {'ev':'stick','path':'report 0','line':0,'level':2} ~ $.in.do[0].level    ~ is 2",
        "{'secure':['0.9']}                                    ~ {'ev':'tick'}                                       ~ $.pre.secure        ~ lists \"0.9\"",
        "{'cells':{'8':{}}}                                    ~ {'ev':'tick'}                                       ~ $.pre.cells['8']    ~ is no number of one",
        "{'cells':{'0':{'phase':'asleep'}}}                    ~ {'ev':'tick'}                                       ~ $.pre.cells['0'].phase ~ is \"asleep\"",
        "{'cells':{'0':{'software':'firmware'}}}               ~ {'ev':'tick'}                                       ~ $.pre.cells['0'].software ~ is \"firmware\"",
        "{'cells':{'0':{'software':{'4':'other'}}}}            ~ {'ev':'tick'}                                       ~ $.pre.cells['0'].software['4'] ~ is no processor",
        "{'cells':{'0':{'change':{'kind':'join','partition':0,'next':'remove'}}}} ~ {'ev':'tick'}                    ~ $.pre.cells['0'].change.next ~ is no step of a join",
        "{'cells':{'0':{'stuck':{'64':1}}}}                    ~ {'ev':'tick'}                                       ~ $.pre.cells['0'].stuck['64'] ~ is no line",
        "{'partitions':{'0':{'route':[9]}}}                    ~ {'ev':'tick'}                                       ~ $.pre.partitions['0'].route ~ holds 9",
        "{'partitions':{'0':{'route':2}}}                      ~ {'ev':'tick'}                                       ~ $.pre.partitions['0'].route ~ holds 2",
        "{'partitions':{'0':{'route':[1]},'1':{'route':[1]}}}  ~ {'ev':'tick'}                                       ~ $.pre.partitions    ~ has cell 1 in 2 masks",
        "{'cells':{'0':{'change':{'kind':'leave','partition':0,'next':'determine'}}}} ~ {'ev':'tick'}                ~ $.pre.cells         ~ about to leave a mask",
        "{'partitions':{'0':{'firewall':'12'}}}                ~ {'ev':'tick'}                                       ~ $.pre.partitions['0'].firewall ~ is \"12\""})
    void unreadable(String pre, String events, String path, String problem) {
        var mistake = KIND.unreadable(given(pre, Option.of(events).getOrElse(""))).get();
        assertEquals(path, mistake.path(), mistake.getMessage());
        assertTrue(mistake.problem().contains(problem), mistake.getMessage());
        assertFalse(mistake.remedy().isBlank());
    }

    @ParameterizedTest(name = "{2}") @DisplayName("a case that names more than it needs is no case")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "{}                                      ~ {'ev':'start','cell':2}                                ~ cells 3",
        "{'cells':{'3':{'assigned':0}}}          ~ {'ev':'tick'}                                          ~ cells 4",
        "{'secure':['1']}                        ~ {'ev':'tick'}                                          ~ cells 2",
        "{'secure':['0.2']}                      ~ {'ev':'tick'}                                          ~ processors 3",
        "{'cells':{'0':{'software':{'1':'other'}}}} ~ {'ev':'tick'}                                       ~ processors 2",
        "{}                                      ~ {'ev':'leave','by':'0.3'}                              ~ processors 4",
        "{'cells':{'0':{'assigned':4}}}          ~ {'ev':'tick'}                                          ~ partitions 5",
        "{'partitions':{'0':{'route':[5]}}}      ~ {'ev':'tick'}                                          ~ cells 6",
        "{'partitions':{'0':{'enabled':[1]}}}    ~ {'ev':'tick'}                                          ~ partitions 2",
        "{'partitions':{'2':{'general':'0000000000000001'}}} ~ {'ev':'tick'}                              ~ partitions 3",
        "{}                                      ~ {'ev':'request','one':0,'other':6}                     ~ partitions 7",
        "{}                                      ~ {'ev':'stick','path':'status 1','line':0,'level':1}    ~ partitions 2",
        "{}                                      ~ {'ev':'stick','path':'status 0','line':9,'level':1}    ~ status-lines 10",
        "{}                                      ~ {'ev':'stick','path':'report 0','line':1,'level':1}    ~ report-lines 2",
        "{'cells':{'0':{'stuck':{'3':0}}}}       ~ {'ev':'tick'}                                          ~ report-lines 4"})
    void needs(String pre, String events, String need) {
        Stimulus stimulus = given(pre, events).stimulus();
        String parameter = need.split(" ")[0];
        String number = need.split(" ")[1];
        assertEquals(HashMap.of(parameter, ">=" + number), HashMap.ofEntries(Requirements.of(stimulus.start(), stimulus.in(), HashMap.empty()).conditions()));
        var mistake = KIND.unreadable(new Case("partition", Needs.none(), stimulus)).get();
        assertEquals("$.needs", mistake.path());
        assertTrue(mistake.problem().contains(parameter) && mistake.remedy().contains(">=" + number), mistake.getMessage());
        assertEquals(Option.none(), KIND.unreadable(new Case("partition", new Needs(HashMap.of(parameter, "=" + number)), stimulus)));
    }

    @Test @DisplayName("each event tells its reply, what it changed, and the clause of each")
    void stories() {
        Case given = given("{'secure':['0'],'cells':{'0':{'phase':'rendezvous','assigned':0,'software':'trusted'}},'partitions':{'0':{'general':'00000000000000ab'}}}",
            "{'ev':'leave','by':'0.1'},{'ev':'read','by':'0.0','partition':0,'register':'general'},{'ev':'hand-off','cell':0},{'ev':'tick'},{'ev':'tick'}");
        Expectation expected = KIND.expectation(ITANIUM2, given);
        assertEquals(Outcome.DONE, expected.outcome());
        assertEquals(Option.some("TRANSFER_DONE"), expected.because());
        assertEquals("e1=done e1.software.c0.1=leaving e1.status.c0.1=unsecure e2=value e2.value=00000000000000ab e3=refused e4=done e5=done e5.seen.p0.c0.1=unsecure e5.seen.p1.c0.1=unsecure "
            + "e5.seen.p2.c0.1=unsecure e5.software.c0.1=other", expected.post().map(place -> place._1 + "=" + place._2).mkString(" "));
        assertEquals(List.of("STATUS_LEFT", "STATUS_KEPT", "TRANSFER_BEGUN", "STATUS_OF_PARTITION", "TRANSFER_SEEN", "PHASE_WRONG", "LEAVING_DONE"),
            List.of("e1.software.c0.1", "e1.status.c0.1", "e1.path.p2", "e2.status", "e2.seen", "e3", "e5.software.c0.1").map(place -> expected.by().get(place).get()));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a refused access is told as the profile refuses it")
    @CsvSource({"itanium2, value, ffffffffffffffff", "montecito, silent, -", "merced, failed, -"})
    void refusals(String profile, String reply, String value) {
        Map<String, String> places = KIND.expectation(vmm(profile), given("{'cells':{'0':{'phase':'running','assigned':0,'software':'other'}}}", "{'ev':'read','by':'0.0','partition':0,'register':'interrupt'}")).post();
        assertEquals(reply, places.get("e1").get());
        assertEquals(value, places.getOrElse("e1.value", "-"));
    }

    @Test @DisplayName("values that a place might hold instead are others")
    void unlike() {
        for (Draft draft : DRAFTS.take(1_000)) {
            expected(draft).post().forEach((place, value) -> {
                assertFalse(KIND.unlike(place, value).contains(value), place);
                assertTrue(KIND.unlike(place, value).nonEmpty() || value.matches("[0-9a-f]{2,16}"), place + "=" + value);
            });
        }
        assertNotEquals(List.empty(), KIND.unlike("e12.change.c0", "join 1 add").toList());
    }

    @Test @DisplayName("no other kind depends on the parameters of the partition hardware")
    void parameters() {
        assertEquals(List.empty(), new XlateKind().parameters().appendAll(new CodecKind().parameters()).filter(PartitionKind.PARAMETERS::contains).toList());
        assertEquals(List.empty(), PartitionKind.PARAMETERS.removeAll(Profile.all().head().parameters().keySet()).toList());
    }
}
