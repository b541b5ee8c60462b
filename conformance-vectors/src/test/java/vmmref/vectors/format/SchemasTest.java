package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.fill.Packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SchemasTest {

    private static final Schemas SCHEMAS = Schemas.of(Path.of("vectors"));

    private static final String HELLO  = "{'proto':1,'impl':{'name':'e','version':'2','lang':'C'},'kinds':['codec'],'profile':{'brl':true,'pkr':16},'level':'observe','window':64}";
    private static final String VECTOR = "{'v':1,'id':'codec/form/0017','h':'sha256:" + "0".repeat(64) + "','kind':'codec','level':'must','title':'a hashed address',"
        + "'flags':[],'clauses':['C_ONE'],'needs':{'brl':true,'pkr':'>=16'},'in':{'decode':'014000401a0400000002000000000400'},"
        + "'expect':{'outcome':'done','post':{'template':'M;MI;','slot0':'thash r8=r32','slot1':'unassigned','slot1.unassigned':'illegal'},'because':'C_ONE'},"
        + "'frame':'rest','source':'gas-2.40','since':'0.1.0'}";

    @ParameterizedTest @DisplayName("what follows the protocol is accepted, with fields that nobody knows")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ANSWER  | {'seq':7,'outcome':'done','delta':{'template':'MII;','slot0':'nop.m 0x0'}}
        ANSWER  | {'seq':0,'outcome':'malformed'}
        ANSWER  | {'seq':7,'outcome':'refused','novelty':{}}
        ANSWER  | {'seq':7,'outcome':'unsupported','why':'no encoder'}
        ANSWER  | {'seq':7,'outcome':'error','detail':'lost the child'}
        REQUEST | {'cmd':'hello','proto':1,'pack':'0.1.0'}
        REQUEST | {'cmd':'run','seq':7,'case':{'kind':'codec','needs':{},'in':{'encode':{'template':'MLX','slots':['nop.m 0x0','brl.few .+0x40']}}}}
        REQUEST | {'cmd':'run','seq':7,'case':{'kind':'novel','needs':{},'in':{'any':'thing'}}}
        ANSWER  | {'seq':7,'outcome':'fault','fault':{'kind':'data-key-miss'},'delta':{'cr.isr':'0f'},'choice':{'walker':'walks'}}
        ANSWER  | {'seq':7,'outcome':'fault'}
        READY   | {'ok':true}
        READY   | {'ok':false,'why':'no memory there'}
        BASE    | {'name':'kernel-flat@1','state':{}}
        REQUEST | {'cmd':'base','name':'kernel-flat@1','state':{'gr':{'r8':'00'}}}
        REQUEST | {'cmd':'run','seq':7,'case':{'kind':'another','needs':{},'base':'kernel-flat@1','pre':{'gr':null},'in':{},'ask':{'watch':['cr.isr']}}}
        REQUEST | {'cmd':'flush'}
        REQUEST | {'cmd':'bye'}
        """)
    void good(Schemas.Form form, String text) {
        assertEquals(List.empty(), check(form, text));
    }

    @ParameterizedTest @DisplayName("what belongs to start states, faults and alternatives is told with its place when it is wrong")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        READY   | {'ok':'yes'}                                                                                   | $.ok
        READY   | {'okay':true}                                                                                  | $.ok
        READY   | {'ok':false}                                                                                   | $.why
        BASE    | {'name':'kernel','state':{}}                                                                   | $.name
        BASE    | {'name':'kernel@1'}                                                                            | $.state
        REQUEST | {'cmd':'base','name':'kernel@1'}                                                               | $.state
        REQUEST | {'cmd':'run','seq':7,'case':{'kind':'step','needs':{},'base':'kernel','in':{}}}                | $.case.base
        REQUEST | {'cmd':'run','seq':7,'case':{'kind':'step','needs':{},'pre':[],'in':{}}}                       | $.case.pre
        REQUEST | {'cmd':'run','seq':7,'case':{'kind':'another','needs':{},'in':{},'ask':{'watch':'cr.isr'}}}       | $.case.ask.watch
        ANSWER  | {'seq':7,'outcome':'fault','fault':'data-key-miss'}                                            | $.fault
        ANSWER  | {'seq':7,'outcome':'fault','fault':{'key':7}}                                                  | $.fault.key
        ANSWER  | {'seq':7,'outcome':'refused','choice':['walks']}                                               | $.choice
        """)
    void badStates(Schemas.Form form, String text, String path) {
        assertEquals(List.of(path), check(form, text).map(Mistake::path));
    }

    @ParameterizedTest @DisplayName("an expectation says which fault it is, lists two alternatives or none, and masks in hex")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'outcome':'fault','fault':{'kind':'data-key-miss'}}                        | -
        {'any':[{'outcome':'done'},{'outcome':'trap','fault':{'kind':'single-step'}}]} | -
        {'outcome':'done','post':{'cr.isr':'00'},'mask':{'cr.isr':'0f'}}            | -
        {'outcome':'fault'}                                                         | $.expect.fault
        {'outcome':'interrupt','fault':{'vector':'10'}}                             | $.expect.fault.kind
        {'outcome':'done','post':{'cr.isr':'00'},'mask':{'cr.isr':'0x0f'}}          | $.expect.mask['cr.isr']
        {'any':[]}                                                                  | $.expect.any
        {'any':[{'outcome':'done'}]}                                                | $.expect.any
        {'any':[{'outcome':'done'},{'outcome':'trap'}]}                             | $.expect.any[1].fault
        {'any':[{'outcome':'done'},{'post':{}}]}                                    | $.expect.any[1].outcome
        """)
    void expectations(String expect, String path) {
        String vector = VECTOR.substring(0, VECTOR.indexOf("'expect'")).replace("codec", "another") + "'expect':" + expect + VECTOR.substring(VECTOR.indexOf(",'frame'"));
        assertEquals(path.equals("-") ? List.empty() : List.of(path), check(Schemas.Form.VECTOR, vector).map(Mistake::path));
    }

    @Test @DisplayName("a hello and a vector are accepted")
    void goodHelloAndVector() {
        assertEquals(List.empty(), check(Schemas.Form.HELLO, HELLO));
        assertEquals(List.empty(), check(Schemas.Form.VECTOR, VECTOR));
    }

    @ParameterizedTest @DisplayName("the lines of results.jsonl are told apart: the first, those of vectors, the last")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'run':{'format':1,'pack':'0.1.0','tier':'core','options':[],'selected':0}}                                          | $.run.hello
        {'id':'codec/form/0017','h':'HASH','verdict':'passed'}                                     | $.verdict
        {'id':'codec/form/0017','verdict':'pass'}                                                  | $.h
        {'id':'codec/form/0017','h':'HASH','verdict':'fail','differs':[{'place':'slot0','got':'-'}]} | $.differs[0].expected
        {'summary':{'pass':1,'fail':0,'error':0,'crash':0,'timeout':0,'unsupported':0,'inexpressible':0,'waived':0}} | $.summary.revoked
        """)
    void badResults(String text, String path) {
        assertEquals(List.of(path), check(Schemas.Form.RESULTS, text.replace("HASH", "sha256:" + "0".repeat(64))).map(Mistake::path));
    }

    @Test @DisplayName("the line of a vector that failed is accepted")
    void goodResults() {
        assertEquals(List.empty(), check(Schemas.Form.RESULTS, "{'id':'codec/form/0017','h':'sha256:" + "0".repeat(64) + "','verdict':'fail','frame':'partial','why':'x',"
            + "'differs':[{'place':'slot0','expected':'nop.m 0x0','got':'-','by':'A_CLAUSE'}],'answer':{'seq':7,'outcome':'done','delta':{}},'stderr':'warning'}"));
        assertEquals(List.empty(), check(Schemas.Form.RESULTS, "{'run':{'format':1,'pack':'0.1.0','tier':'core','options':['-k','codec/*'],'selected':7,'hello':" + HELLO + "}}"));
    }

    @ParameterizedTest @DisplayName("a wrong answer is told with its place and the likely mistake")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'outcome':'refused'}                                         | $.seq            | repeats the seq
        {'seq':7}                                                     | $.outcome        | how the case ended
        {'seq':'7','outcome':'refused'}                               | $.seq            | without quotes
        {'seq':7,'outcome':'done'}                                    | $.delta          | done needs its places
        {'seq':7,'outcome':'unsupported'}                             | $.why            | needs a reason
        {'seq':7,'outcome':'error'}                                   | $.detail         | needs a detail
        {'seq':7,'outcome':'ok'}                                      | $.outcome        | is "done"
        {'seq':7,'outcome':'Reserved'}                                | $.outcome        | "malformed"
        {'seq':7,'outcome':'exception'}                               | $.outcome        | is "error"
        {'seq':7,'outcome':'skipped'}                                 | $.outcome        | "unsupported"
        {'seq':7,'outcome':'Refused'}                                 | $.outcome        | lower case
        {'seq':7,'outcome':'done','delta':{'slot0.unassigned':8}}         | $.delta['slot0.unassigned'] | put it in quotes
        {'seq':7,'outcome':'done','delta':{'slot0':null}}             | $.delta.slot0    | leave the place out
        {'seq':7,'outcome':'done','delta':['slot0']}                  | $.delta          | compare it with the description
        {'seq':7,'outcome':'error','detail':null}                     | $.detail         | leave the field out
        [{'seq':7,'outcome':'refused'}]                               | $                | one object a line
        """)
    void badAnswers(String text, String path, String likely) {
        expect(check(Schemas.Form.ANSWER, text), path, likely);
    }

    @ParameterizedTest @DisplayName("a wrong hello is told with its place and the likely mistake")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'proto':1,          | ''                    | $.proto        | answered with proto
        'profile':{         | 'profile':{'rid':1.5, | $.profile.rid  | whole numbers
        {'brl':true,'pkr':16} | []                  | $.profile      | object of parameters
        ['codec']           | 'codec'               | $.kinds        | array of strings
        'observe'           | 'Observe'             | $.level        | lower case
        'name':'e',         | ''                    | $.impl.name    | misspelling
        'window':64         | 'window':0            | $.window       | at least 1, or leave the field out
        """)
    void badHellos(String text, String replacement, String path, String likely) {
        expect(check(Schemas.Form.HELLO, replaced(HELLO, text, replacement)), path, likely);
    }

    @ParameterizedTest @DisplayName("a wrong vector is told with its place and the likely mistake")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        014000401a0400000002000000000400 | 0x14000401a040000000200000000040 | $.in.decode           | no 0x
        014000401a0400000002000000000400 | 014000401A0400000002000000000400 | $.in.decode           | lower case
        014000401a0400000002000000000400 | 14000401a0400000002000000000400  | $.in.decode           | leading zeros
        'M;MI;'                          | 'mmi'                            | $.expect.post.template| capital units
        'M;MI;'                          | 'M_MI_'                          | $.expect.post.template| semicolon after the slot
        'slot0':                         | 'slot3':                         | $.expect.post.slot3   | places of this kind
        {'decode':                       | {'encode':{'template':'MII','slots':['a','b']},'decode': | $.in | either decode or encode
        'source':'gas-2.40'              | 'source':'gas'                   | $.source              | compare it with the description
        'frame':'rest',                  | ''                               | $.frame               | misspelling
        """)
    void badVectors(String text, String replacement, String path, String likely) {
        expect(check(Schemas.Form.VECTOR, replaced(VECTOR, text, replacement)), path, likely);
    }

    @Test @DisplayName("an expectation in a request is told")
    void leak() {
        expect(check(Schemas.Form.REQUEST, "{'cmd':'run','seq':1,'case':{'kind':'codec','needs':{},'in':{'decode':'014000401a0400000002000000000400'},'expect':{}}}"),
            "$.case", "must not reach");
    }

    @Test @DisplayName("every mistake of a value is told once")
    void several() {
        assertEquals(List.of("$.seq", "$.outcome"), check(Schemas.Form.ANSWER, "{'seq':-1,'outcome':'?'}").map(Mistake::path).sorted().reverse());
    }

    @ParameterizedTest @DisplayName("each schema says what every one of its fields is for")
    @ValueSource(strings = {"vector.json", "base.json", "answer.json", "request.json", "manifest.json", "results.json"})
    void described(String file) {
        Fields schema = Json.fields(Packs.read(Path.of("vectors/schema", file)));
        assertTrue(schema.has("title") && schema.has("description"), file);
        assertEquals(List.empty(), undescribed(schema.json(), file));
    }

    @Test @DisplayName("a schema that is missing or is no JSON is a fault of the pack")
    void broken(@TempDir Path folder) throws java.io.IOException {
        Path pack = Packs.empty(folder);
        Packs.write(pack.resolve("schema/answer.json"), "{");
        assertEquals("schema/answer.json", Packs.mistake(() -> Schemas.of(pack)).file());
        Files.delete(pack.resolve("schema/answer.json"));
        assertEquals("is missing", Packs.mistake(() -> Schemas.of(pack)).problem());
    }

    /// Fields that a schema gives a type but no description.
    private static Seq<String> undescribed(JsonNode schema, String path) {
        Seq<String> here = List.ofAll(schema.path("properties").properties())
            .filter(field -> (field.getValue().has("type") || field.getValue().has("enum")) && !field.getValue().has("description"))
            .map(field -> path + "/" + field.getKey());
        return here.appendAll(List.ofAll(schema.properties()).flatMap(field -> undescribed(field.getValue(), path + "/" + field.getKey())))
            .appendAll(schema.isArray() ? List.ofAll(schema.values()).flatMap(element -> undescribed(element, path + "[]")) : List.empty());
    }

    private static void expect(Seq<Mistake> mistakes, String path, String likely) {
        assertTrue(mistakes.exists(mistake -> mistake.path().equals(path) && mistake.likely().contains(likely)), mistakes.map(Mistake::text).mkString("\n"));
    }

    private static Seq<Mistake> check(Schemas.Form form, String text) {
        return SCHEMAS.check(form, Json.parse(text.replace('\'', '"')));
    }

    private static String replaced(String text, String part, String replacement) {
        assertTrue(text.contains(part), part);
        return text.replace(part, replacement.equals("''") ? "" : replacement);
    }
}
