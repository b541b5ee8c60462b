package vmmref.vectors.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.spec.Builds;
import vmmref.spec.Level;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Leaves;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Stimulus;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

class BuildKindTest {
    private static final BuildKind KIND = new BuildKind();
    private static final Reference REFERENCE = new Reference();
    private static final Seq<Draft> DRAFTS = KIND.drafts();

    private static Case given(String in) {
        return new Case("build", Needs.none(), Stimulus.of((ObjectNode) Json.parse(in.replace('\'', '"'))));
    }

    private static Expectation expected(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given("build"));
    }

    static Stream<Draft> typed() {
        return ManualDrafts.all().toJavaStream();
    }

    @ParameterizedTest(name = "{0}") @DisplayName("what was typed is what comes of it, on every profile that is asked")
    @MethodSource("typed")
    void typed(Draft draft) {
        Seq<Vmm> asked = Profile.all().map(Vmm::reference).filter(vmm -> draft.needs().unmet(new Parameters(vmm.machine().profile().parameters())).isEmpty());
        assertTrue(asked.size() > 1, draft.title());
        asked.forEach(vmm -> {
            Expectation model = KIND.expectation(vmm, draft.given("build"));
            assertEquals(draft.typed().get().because(), model.because(), draft.title());
            assertEquals(draft.typed().get().post(), model.post(), draft.title());
            assertEquals(draft.typed().get().outcome(), model.outcome(), draft.title());
        });
    }

    @Test @DisplayName("all drafts can be read and asked, and no two are titled alike")
    void drafts() {
        assertEquals(List.empty(), DRAFTS.filter(draft -> KIND.unreadable(draft.given("build")).isDefined()).map(Draft::title).toList());
        assertEquals(List.empty(), DRAFTS.filter(draft -> REFERENCE.meeting(draft.needs()).isEmpty()).map(Draft::title).toList());
        assertEquals(List.empty(), DRAFTS.groupBy(Draft::title).filter((title, alike) -> alike.size() > 1).keySet().toList());
        assertTrue(DRAFTS.size() > 1_500, DRAFTS.size() + " drafts");
    }

    @Test @DisplayName("every clause decides somewhere, where it was typed, and in one of two near cases")
    void clauses() {
        Map<Case, Set<String>> decided = DRAFTS.toLinkedMap(draft -> draft.given("build"), draft -> expected(draft).clauses().toSet());
        Map<Stimulus, Set<String>> all = DRAFTS.toLinkedMap(Draft::stimulus, draft -> decided.get(draft.given("build")).get());
        Set<String> typed = ManualDrafts.all().flatMap(draft -> expected(draft).clauses()).toSet();
        Set<String> parted = DRAFTS.filter(draft -> draft.near().isDefined()).flatMap(draft -> {
            Set<String> here  = decided.get(draft.given("build")).get();
            Set<String> there = all.get(draft.near().get()).getOrElseThrow(() -> new AssertionError(draft.title() + " is near to nothing"));
            assertFalse(here.equals(there), draft.title() + here);
            return here.diff(there).addAll(there.diff(here));
        }).toSet();
        Seq<String> musts = List.of(Builds.values()).filter(clause -> clause.level() == Level.MUST).map(Builds::name);
        assertEquals(List.empty(), musts.reject(typed::contains), "clauses for which nothing was typed");
        assertEquals(List.empty(), musts.reject(parted::contains), "clauses without a pair of near cases");
    }

    @Test @DisplayName("near cases differ in one field")
    void near() {
        Seq<String> wide = DRAFTS.filter(draft -> draft.near().isDefined()).flatMap(draft -> {
            Map<String, String> here  = Leaves.of(draft.stimulus().json());
            Map<String, String> there = Leaves.of(draft.near().get().json());
            Seq<String> fields = here.keySet().addAll(there.keySet()).filter(leaf -> !here.get(leaf).equals(there.get(leaf))).toList();
            boolean oneList = fields.forAll(field -> field.matches("in\\.(insert\\.(old|new)|carry\\.instead)\\..*"));
            return fields.size() == 1 || oneList ? List.<String>empty() : List.of(draft.title() + " " + fields);
        });
        assertEquals(List.empty(), wide.toList());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a builder of the zoo is caught by a case of a clause that it breaks")
    @CsvSource({"BranchesOneBundleOff", "DropsStops", "ForgetsToSettle", "LosesPredicate", "ReturnsToThePatch", "SmearsWideValues"})
    void zoo(String name) {
        Vmm wrong = Zoo.named(name).get().vmm(Profile.named("maximal").get());
        Vmm right = Vmm.reference(Profile.named("maximal").get());
        Seq<String> breaks = Zoo.named(name).get().breaks().map(clause -> clause.name());
        assertTrue(DRAFTS.filter(draft -> draft.needs().unmet(new Parameters(right.machine().profile().parameters())).isEmpty()).exists(draft -> {
            Expectation expected = KIND.expectation(right, draft.given("build"));
            Expectation answer = KIND.expectation(wrong, draft.given("build"));
            return breaks.exists(expected.clauses()::contains) && (expected.outcome() != answer.outcome()
                || expected.post().exists(place -> !KIND.same(draft.given("build"), place._1, place._2, answer.post().get(place._1).getOrElse(""))));
        }), name);
    }

    @Test @DisplayName("an answer is the same as itself, and what is unlike it is not")
    void unlike() {
        DRAFTS.zipWithIndex().filter(each -> each._2 % 3 == 0).map(each -> each._1).forEach(draft -> expected(draft).post().forEach((place, value) -> {
            assertTrue(KIND.same(draft.given("build"), place, value, value), draft.title() + " " + place);
            KIND.unlike(place, value).forEach(other -> assertFalse(KIND.same(draft.given("build"), place, other, value), draft.title() + " " + place + " " + other));
        }));
    }

    @Test @DisplayName("other bundles with the same groups will do, if they are no more")
    void packing() {
        Case given = given("{'pack':['itc.d r2 ;;','add r10=r11,r12']}");
        String expected = "0a000000000000000000000000000000";
        String best = KIND.expectation(Vmm.reference(Profile.named("maximal").get()), given).post().get("bundles").get();
        String nopsBetween = bundle("M;MI", "itc.d r2 | nop.m 0x0 | add r10=r11,r12");
        String tooEarly    = bundle("MMI;", "itc.d r2 | add r10=r11,r12 | nop.i 0x0");
        assertTrue(KIND.same(given, "bundles", best, nopsBetween));
        assertFalse(KIND.same(given, "bundles", best, tooEarly));
        assertFalse(KIND.same(given, "bundles", best, best + " " + bundle("MII", "nop.m 0x0 | nop.i 0x0 | nop.i 0x0")));
        assertFalse(KIND.same(given, "bundles", best, bundle("M;MI", "itc.d r2 | add r10=r11,r13 | nop.i 0x0")));
        assertFalse(KIND.same(given, "bundles", best, "nonsense"));
        assertFalse(KIND.same(given, "bundles", best, expected));
    }

    private static String bundle(String template, String instructions) {
        return Cases.bundle(template, instructions).hex();
    }

    @Test @DisplayName("any writes will do that never leave a mixture")
    void inserting() {
        Case given = given("{'insert':{'at':'0000000000004000','old':['014000401a0400000002000000000400'],'new':['050000000100010000000000000000c0']}}");
        String best = KIND.expectation(Vmm.reference(Profile.named("maximal").get()), given).post().get("writes").get();
        String low  = "0000000000004000=0500000001000100";
        String high = "0000000000004008=00000000000000c0";
        String wait = "0000000000004000=1600000000100000";
        assertTrue(KIND.same(given, "writes", best, best));
        String settled = wait + " settle " + high + " settle " + low + " settle";
        assertTrue(KIND.same(given, "writes", best, settled));
        assertTrue(KIND.same(given, "writes", best, "settle " + wait + " settle " + wait + " " + high + " settle settle " + low + " settle"));
        assertFalse(KIND.same(given, "writes", best, low + " settle " + high + " settle"));
        assertFalse(KIND.same(given, "writes", best, high + " settle " + low + " settle"));
        assertFalse(KIND.same(given, "writes", best, wait + " settle " + high + " settle"));
        assertFalse(KIND.same(given, "writes", best, settled + " 0000000000004010=0000000000000000 settle"));
        assertFalse(KIND.same(given, "writes", best, ""));
        assertFalse(KIND.same(given, "writes", best, wait + "  " + low));
    }

    @Test @DisplayName("a branch that arrives will do; one that goes elsewhere, or does more, will not")
    void carrying() {
        Case given = given("{'carry':{'bundle':'014000401a0400000002000000000400','at':'0000000000004000','slot':0,'instead':['mov r8=r9'],'stub':'0000000000008000'}}");
        Map<String, String> best = KIND.expectation(Vmm.reference(Profile.named("maximal").get()), given).post();
        String entry = best.get("bundle").get();
        assertTrue(KIND.same(given, "bundle", entry, bundle("MLX;", "nop.m 0x0 | brl.cond.sptk.few .+0x4000")));
        assertTrue(KIND.same(given, "bundle", entry, bundle("BBB;", "br.cond.sptk.many .+0x4000 | nop.b 0x0 | nop.b 0x0")));
        assertFalse(KIND.same(given, "bundle", entry, bundle("MLX;", "nop.m 0x0 | brl.cond.sptk.few .+0x4010")));
        assertFalse(KIND.same(given, "bundle", entry, bundle("MLX;", "ld8 r8=[r9] | brl.cond.sptk.few .+0x4000")));
        assertFalse(KIND.same(given, "bundle", entry, bundle("MIB;", "nop.m 0x0 | nop.i 0x0 | (p6) br.cond.sptk.few .+0x4000")));
        String stub = best.get("stub").get();
        String first = stub.substring(0, 32);
        assertTrue(KIND.same(given, "stub", stub, first + " " + bundle("MLX;", "nop.m 0x0 | brl.cond.sptk.few .-0x4000")));
        assertFalse(KIND.same(given, "stub", stub, first + " " + bundle("MLX;", "nop.m 0x0 | brl.cond.sptk.few .-0x4010")));
        assertFalse(KIND.same(given, "stub", stub, bundle("MLX;", "nop.m 0x0 | brl.cond.sptk.few .-0x3ff0")));
        assertFalse(KIND.same(given, "stub", stub, first));
    }

    @Test @DisplayName("writes that have not settled may be seen or not")
    void settling() {
        Case given = given("{'insert':{'at':'0000000000004000','old':['014000401a0400000002000000000400'],'new':['050000000100010000000000000000c0']}}");
        String best = KIND.expectation(Vmm.reference(Profile.named("maximal").get()), given).post().get("writes").get();
        String low  = "0000000000004000=0500000001000100";
        String high = "0000000000004008=00000000000000c0";
        String wait = "0000000000004000=1600000000100000";
        assertFalse(KIND.same(given, "writes", best, wait + " " + high + " " + low), "no settle at all");
        assertFalse(KIND.same(given, "writes", best, wait + " " + high + " settle " + low + " settle"), "none after closing");
        assertFalse(KIND.same(given, "writes", best, wait + " settle " + high + " " + low + " settle"), "none before opening");
        assertFalse(KIND.same(given, "writes", best, wait + " settle " + high + " settle " + low), "none at the end");
        Case one = given("{'insert':{'at':'0000000000004000','old':['014000401a0400000002000000000400'],'new':['01280000000000000002000000000400']}}");
        assertTrue(KIND.same(one, "writes", "0000000000004000=0128000000000000 settle", "0000000000004000=0128000000000000 settle"));
        assertFalse(KIND.same(one, "writes", "0000000000004000=0128000000000000 settle", "0000000000004000=0128000000000000"));
        Case opened = given("{'insert':{'at':'0000000000004000','old':['16000000001000000002000000000400'],'new':['014000401a0400000002000000000400']}}");
        String open = "0000000000004000=014000401a040000";
        assertTrue(KIND.same(opened, "writes", "settle " + open + " settle", "settle " + open + " settle"));
        assertFalse(KIND.same(opened, "writes", "settle " + open + " settle", open + " settle"));
        Case same = given("{'insert':{'at':'0000000000004000','old':['16000000001000000002000000000400'],'new':['16000000001000000002000000000400']}}");
        assertTrue(KIND.same(same, "writes", "", ""));
        assertTrue(KIND.same(same, "writes", "", "settle"));
    }

    @Test @DisplayName("the same bits are another instruction in a slot of another unit")
    void units() {
        Case two = given("{'pack':['mov b0=r8','add r10=r11,r12']}");
        String right = KIND.expectation(Vmm.reference(Profile.named("maximal").get()), two).post().get("bundles").get();
        assertTrue(KIND.same(two, "bundles", right, right));
        assertFalse(KIND.same(two, "bundles", right, bundle("MMI", "mov b0=r8 | add r10=r11,r12 | nop.i 0x0")));
        assertTrue(KIND.same(two, "bundles", right, bundle("MII", "nop.m 0x0 | mov b0=r8 | add r10=r11,r12")));
    }

    @ParameterizedTest @DisplayName("what cannot be read is named, with what to do about it")
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {
        "{}                                                                             > $.in.build > is missing, and so is every other question > write one of build, branch, pack, trap, carry, insert",
        "{'pack':[],'trap':{}}                                                          > $.in.trap > is another question beside pack > write one of build, branch, pack, trap, carry, insert",
        "{'branch':{'from':'4000','to':'0000000000004000'}}                             > $.in.branch.from > is \"4000\" > write 16 lower-case hex digits",
        "{'pack':['add r1=r2,r3','frob']}                                               > $.in.pack[1] > is \"frob\", which is no instruction > write it as the GNU assembler does, with \" ;;\" behind it if a stop follows",
        "{'trap':{'bundle':'01','slot':0,'immediate':'0000000000000005'}}               > $.in.trap.bundle > is \"01\" > write a bundle of 16 bytes in memory order, as 32 lower-case hex digits",
        "{'insert':{'at':'0000000000004000','old':['01'],'new':[]}}                     > $.in.insert.old[0] > is \"01\" > write a bundle of 16 bytes in memory order, as 32 lower-case hex digits",
        "{'build':{'block':[{'unit':'L','constant':'00000000000','portions':[]}],'values':[]}} > $.in.build.block[0].unit > is \"L\", which is unknown > write one of M, I, F, B, X",
        "{'build':{'block':[],'values':['-1']}}                                         > $.in.build.values[0] > is \"-1\" > write 16 lower-case hex digits; a negative value in two's complement"})
    void unreadable(String in, String path, String problem, String remedy) {
        var mistake = KIND.unreadable(given(in.strip())).get();
        assertEquals(LinkedHashMap.of("path", path.strip(), "problem", problem.strip(), "remedy", remedy.strip()), LinkedHashMap.of("path", mistake.path(), "problem", mistake.problem(), "remedy", mistake.remedy()));
    }
}
