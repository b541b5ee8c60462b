package vmmref.vectors.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Forms;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vmm.Vmm;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Member;
import vmmref.vmm.recognize.Own;

class RecognizeKindTest {
    private static final RecognizeKind KIND = new RecognizeKind();
    private static final Vmm ITANIUM2 = Vmm.reference(Profile.named("itanium2").get());
    private static final String THASH = "014000401a0400000002000000000400";
    private static final Code CODE = new Code(new VirtualAddress(0x4000), Vector.of(Bundle.ofHex(THASH)));
    private static final InstructionPattern HASH = InstructionPattern.of(Cases.FORMS.get("thash r1=r3").get());

    private static Case given(String in) {
        return new Case("recognize", Needs.none(), Json.fields(in.replace('\'', '"')).json());
    }

    private static Case hash(String rest) {
        return given("{'code':['" + THASH + "']," + rest + "}");
    }

    private static String told(Case given) {
        return KIND.expectation(ITANIUM2, given).post().map(place -> place._1 + "=" + place._2).mkString(" ");
    }

    static Stream<Draft> typed() {
        return ManualDrafts.all().toJavaStream();
    }

    /// Filling compares values; which clause decided them was typed as well.
    @ParameterizedTest(name = "{0}") @DisplayName("what was typed is what the model says, by the clause that was typed")
    @MethodSource("typed")
    void typedClauses(Draft draft) {
        Expectation model = KIND.expectation(new Reference().meeting(draft.needs()).get(), draft.given("recognize"));
        assertEquals(draft.typed().get().post(), model.post(), draft.title());
        assertEquals(draft.typed().get().because(), model.because(), draft.title());
    }

    @Test @DisplayName("all drafts can be read, are written as they are read, and are titled differently")
    void drafts() {
        Seq<Draft> drafts = KIND.drafts();
        assertEquals(List.empty(), drafts.filter(draft -> KIND.unreadable(draft.given("recognize")).isDefined()).map(Draft::title).toList());
        assertEquals(List.empty(), drafts.reject(draft -> Query.read(draft.stimulus().in()).json().equals(draft.stimulus().in())).map(Draft::title).toList());
        assertEquals(List.empty(), drafts.groupBy(Draft::title).filter(same -> same._2.size() > 1).keySet().toList());
        assertTrue(drafts.size() >= 650, drafts.size() + " drafts");
        assertTrue(drafts.count(draft -> draft.typed().isDefined()) >= 20);
    }

    /// Patterns of blocks are of all forms that a profile may lack; so no expectation but that of sensitive instructions depends on it.
    @Test @DisplayName("every profile that meets the needs of a draft recognises the same")
    void profiles() {
        Seq<Vmm> all = Profile.all().map(Vmm::reference);
        assertEquals(List.empty(), KIND.drafts().filter(draft -> all
            .filter(vmm -> draft.needs().unmet(new vmmref.vectors.format.Parameters(vmm.machine().profile().parameters())).isEmpty())
            .map(vmm -> KIND.expectation(vmm, draft.given("recognize"))).distinct().size() != 1).map(Draft::title).toList());
    }

    @Test @DisplayName("each clause of the chapter decides a draft that was typed, and several of the others")
    void clauses() {
        Reference reference = new Reference();
        Seq<String> decided = KIND.drafts().flatMap(draft -> KIND.expectation(reference.meeting(draft.needs()).get(), draft.given("recognize")).because());
        Seq<String> typed = ManualDrafts.all().flatMap(draft -> draft.typed().get().because());
        for (String clause : List.of("PATTERN_MATCHED", "PATTERN_DIFFERS", "BLOCK_MATCHED", "BINDING_DIFFERS", "BLOCK_CUT", "OWN_PASSED", "SENSITIVE_PATCHED", "SENSITIVE_EMULATED", "SENSITIVE_PROTECTED")) {
            assertTrue(typed.contains(clause), clause);
            assertTrue(decided.count(clause::equals) >= 5, clause);
        }
    }

    @Test @DisplayName("a form has one notation")
    void forms() {
        assertEquals(Forms.architected().size(), Cases.FORMS.size());
        for (String form : Cases.FORMS.keySet()) assertEquals(form, Notation.pattern(form, "$").name());
    }

    @ParameterizedTest(name = "{2}: {3}") @DisplayName("what cannot be read is told with its place, and what to write instead")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "{'sensitive':'always'}                                              ~ $.in.code ~ is missing",
        "{'code':'00','sensitive':'always'}                                  ~ $.in.code ~ is no array",
        "{'code':[],'sensitive':'always'}                                    ~ $.in.code ~ has 0 bundles",
        "{'code':[1],'sensitive':'always'}                                   ~ $.in.code ~ which is no string",
        "{'code':['00'],'sensitive':'always'}                                ~ $.in.code ~ holds \"00\" as bundle 0",
        "{'code':['014000401A0400000002000000000400'],'sensitive':'always'}  ~ $.in.code ~ as bundle 0",
        "#                                                                   ~ $.in      ~ says nothing to look for",
        "#,'sensitive':'always','blocks':[]                                  ~ $.in      ~ holds both sensitive and blocks",
        "#,'sensitive':'often'                                               ~ $.in.sensitive ~ is \"often\", which is unknown",
        "#,'sensitive':true                                                  ~ $.in.sensitive ~ is true",
        "#,'sensitive':'always','at':'4000'                                  ~ $.in.at   ~ is \"4000\"",
        "#,'sensitive':'always','at':'0000000000004008'                      ~ $.in.at   ~ where no bundle begins",
        "#,'sensitive':'always','own':{}                                     ~ $.in.own  ~ says of nothing",
        "#,'sensitive':'always','own':{'window':['0000000000000000']}        ~ $.in.own.window ~ is [0000000000000000]",
        "#,'sensitive':'always','own':{'window':['0','1']}                   ~ $.in.own.window ~ is [0, 1]",
        "#,'sensitive':'always','own':{'immediates':['0000000000000001','0000000000000001']} ~ $.in.own.immediates ~ ends before it begins",
        "#,'blocks':[]                                                       ~ $.in.blocks ~ is empty",
        "#,'blocks':[{'members':[{'form':'cover'}]}]                         ~ $.in.blocks[0].name ~ is missing",
        "#,'blocks':[{'name':' a','members':[{'form':'cover'}]}]             ~ $.in.blocks[0].name ~ is \" a\"",
        "#,'blocks':[{'name':'a cut','members':[{'form':'cover'}]}]          ~ $.in.blocks[0].name ~ as a block that is cut would be told",
        "#,'blocks':[{'name':'a','members':[{'form':'cover'}]},{'name':'a','members':[{'form':'cover'}]}] ~ $.in.blocks[1].name ~ as that of another block",
        "#,'blocks':[{'name':'a','members':[]}]                              ~ $.in.blocks[0].members ~ is empty",
        "#,'blocks':[{'name':'a','members':[{}]}]                            ~ $.in.blocks[0].members[0] ~ says of no instruction what it is",
        "#,'blocks':[{'name':'a','members':[{'any':true}]}]                  ~ $.in.blocks[0].members[0] ~ at the end of a block",
        "#,'blocks':[{'name':'a','members':[{'form':'cover'},{'any':true}]}] ~ $.in.blocks[0].members[1] ~ at the end of a block",
        "#,'blocks':[{'name':'a','members':[{'form':'cover'},{'any':false},{'form':'cover'}]}] ~ $.in.blocks[0].members[1].any ~ is false",
        "#,'blocks':[{'name':'a','members':[{'form':'cover','any':true}]}]   ~ $.in.blocks[0].members[0] ~ holds form and any",
        "#,'blocks':[{'name':'a','members':[{'either':[]}]}]                 ~ $.in.blocks[0].members[0].either ~ is empty",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1'}]}]           ~ $.in.blocks[0].members[0].form ~ did you mean thash r1=r3",
        "#,'blocks':[{'name':'a','members':[{'form':'cover'}],'action':'x'}] ~ $.in.blocks[0].action ~ is \"x\", which is unknown",
        "#,'blocks':[{'name':'a','members':[{'form':'cover','where':{'qp':'0'}}]}] ~ $.in.blocks[0].members[0].where.qp ~ is no field of cover",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','names':{'r2':'x'}}]}] ~ $.in.blocks[0].members[0].names.r2 ~ is no field of thash r1=r3",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','names':{'r1':'X'}}]}] ~ $.in.blocks[0].members[0].names.r1 ~ is \"X\"",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','names':{'r1':'action'}}]}] ~ $.in.blocks[0].members[0].names.r1 ~ tells something else by",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','names':{'r1':'r3'}}]}] ~ $.in.blocks[0].members[0].names.r1 ~ as another field",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','where':{'r1':8}}]}]   ~ $.in.blocks[0].members[0].where.r1 ~ is the number 8",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','where':{'r1':'r8'}}]}] ~ $.in.blocks[0].members[0].where.r1 ~ is \"r8\"",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','where':{'r1':'8..7'}}]}] ~ $.in.blocks[0].members[0].where.r1 ~ and no number is",
        "#,'blocks':[{'name':'a','members':[{'form':'thash r1=r3','where':{'r1':'9223372036854775808'}}]}] ~ $.in.blocks[0].members[0].where.r1 ~ is \"9223372036854775808\""})
    void unreadable(String in, String path, String problem) {
        FieldMistake mistake = KIND.unreadable(given(in.startsWith("#") ? "{'code':['" + THASH + "']" + in.substring(1) + "}" : in)).get();
        assertEquals(path, mistake.path(), mistake.getMessage());
        assertTrue(mistake.getMessage().contains(problem), mistake.getMessage());
        assertFalse(mistake.remedy().isBlank());
    }

    @Test @DisplayName("1024 bundles are read, and no more")
    void lengths() {
        assertEquals(Option.none(), KIND.unreadable(given("{'code':[" + Vector.fill(1024, "'" + THASH + "'").mkString(",") + "],'sensitive':'always'}")));
        assertEquals("has 1025 bundles", KIND.unreadable(given("{'code':[" + Vector.fill(1025, "'" + THASH + "'").mkString(",") + "],'sensitive':'always'}")).get().problem());
        String either = "{'either':[{'form':'nop.i imm21','names':{'imm21':'x'}},{'form':'nop.i imm21','names':{'qp':'x'}}]}";
        assertEquals("have more than 4096 choices of alternatives that share names",
            KIND.unreadable(given("{'code':['" + THASH + "'],'blocks':[{'name':'many','members':[" + Vector.fill(13, either).mkString(",") + "]}]}")).get().problem());
    }

    @Test @DisplayName("every place of an answer is told")
    void places() {
        assertEquals("0.0=thash r1=r3 0.0.action=patch-branch 0.0.qp=0 0.0.r1=8 0.0.r3=32 found=1", told(hash("'sensitive':'always'")));
        assertEquals("0.0=a 0.0#2=b 0.0#2.qp=0 0.0#2.r1=8 0.0#2.r3=32 0.0#3=c cut 0.0#3.members=3 0.0.qp=0 0.0.r3=32 0.0.x=8 found=3",
            told(hash("'blocks':[{'name':'a','members':[{'form':'thash r1=r3','names':{'r1':'x'}}]},{'name':'b','members':[{'form':'thash r1=r3'}]},"
                + "{'name':'c','members':[{'form':'thash r1=r3'},{'any':true},{'form':'nop.i imm21'},{'form':'cover'}]}]")));
        assertEquals(Option.some("OWN_PASSED"), KIND.expectation(ITANIUM2, given("{'code':['" + "0".repeat(32) + "'],'blocks':[{'name':'a','members':[{'form':'break.m imm21'}]}],'own':{'immediates':['0000000000000000','0000000000000001']}}")).because());
        assertEquals(KIND.expectation(ITANIUM2, hash("'sensitive':'always'")).post(), ((Answer.Observed) KIND.answer(ITANIUM2, hash("'sensitive':'always'"))).delta());
    }

    @Test @DisplayName("a number may be written in either notation, and a name in one")
    void same() {
        Case given = hash("'sensitive':'always'");
        assertTrue(KIND.same(given, "0.0.r1", "8", "0x8"));
        assertTrue(KIND.same(given, "0.0.imm64", "-1", "0xffffffffffffffff"));
        assertTrue(KIND.same(given, "0.0.imm64", "-1", "18446744073709551615"));
        assertFalse(KIND.same(given, "0.0.r1", "8", "9"));
        assertFalse(KIND.same(given, "0.0.r1", "8", "r8"));
        assertFalse(KIND.same(given, "0.0", "thash r1=r3", "THASH r1=r3"));
        assertFalse(KIND.same(given, "0.0.imm64", "-1", "99999999999999999999"));
    }

    @ParameterizedTest @DisplayName("values that a place might hold instead are others")
    @CsvSource({"found,0", "0.0,thash r1=r3", "0.0,pair cut", "0.0#2,a", "0.0.action,emulate", "0.0.members,1", "0.0.imm64,-9223372036854775808"})
    void unlike(String place, String value) {
        Seq<String> others = KIND.unlike(place, value);
        assertNotEquals(List.empty(), others.toList());
        assertEquals(List.empty(), others.filter(other -> KIND.same(hash("'sensitive':'always'"), place, value, other)).toList());
    }

    @Test @DisplayName("what a law looks for is said, if it can be")
    void said() {
        BlockPattern pair = BlockPattern.of("pair", Vector.of(Member.of(HASH.naming("r1", "x").where("r3", 32, 40)), new Member.Any(), new Member.Either(Vector.of(HASH.naming("r3", "x"), HASH.where("qp", 0, 0)))));
        Own own = new Own(new Own.Range(0x100, 0x200), new Own.Range(1, 2));
        Case said = RecognizeKind.looking(Vector.of(pair, BlockPattern.of(HASH)), CODE, own).get();
        assertEquals(Option.none(), KIND.unreadable(said));
        assertEquals(new Query(CODE, new Sought.Blocks(Vector.of(pair, BlockPattern.of(HASH))), own), Query.read(said.in()));
        assertEquals(json("{'code':['" + THASH + "'],'at':'0000000000004000','sensitive':'exact'}"), RecognizeKind.looking(true, CODE, Own.NOTHING).get().in());
    }

    @Test @DisplayName("what cannot be said is not")
    void unsaid() {
        InstructionPattern formless = new InstructionPattern("hash", HASH.unit(), HASH.mask(), HASH.value(), HASH.variables(), HASH.limits());
        assertEquals(Option.none(), RecognizeKind.looking(Vector.of(BlockPattern.of(formless)), CODE, Own.NOTHING));
        assertEquals(Option.none(), RecognizeKind.looking(Vector.of(BlockPattern.of(HASH), BlockPattern.of(HASH)), CODE, Own.NOTHING));
        assertEquals(Option.none(), RecognizeKind.looking(Vector.of(BlockPattern.of(HASH.where("r1", 0, 9).where("r1", 8, 20))), CODE, Own.NOTHING));
        assertEquals(Option.none(), RecognizeKind.looking(Vector.of(BlockPattern.of(HASH.naming("r1", "the result"))), CODE, Own.NOTHING));
        assertEquals(Option.none(), RecognizeKind.looking(Vector.empty(), CODE, Own.NOTHING));
        assertEquals(Option.none(), RecognizeKind.looking(false, new Code(new VirtualAddress(0), Vector.empty()), Own.NOTHING));
    }

    private static tools.jackson.databind.node.ObjectNode json(String text) {
        return Json.fields(text.replace('\'', '"')).json();
    }
}
