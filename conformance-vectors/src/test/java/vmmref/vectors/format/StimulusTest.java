/// Where a case starts, and what it says of that.
package vmmref.vectors.format;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class StimulusTest {

    private static final Base  FLAT  = new Base("kernel-flat@1", object("{'gr':{'r8':'01','r9':'02'},'tlb':[{'va':'0'},{'va':'1'}],'psr':'00'}"));
    private static final Bases BASES = Bases.none().with(FLAT);

    private static ObjectNode object(String text) {
        return Json.fields(text.replace('\'', '"')).json();
    }

    private static Case given(String text) {
        return Case.of(Json.fields(text.replace('\'', '"')), BASES);
    }

    @ParameterizedTest(name = "{0}") @DisplayName("pre is merged into the base: objects by member, null removes, anything else replaces")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                            | {'gr':{'r8':'01','r9':'02'},'tlb':[{'va':'0'},{'va':'1'}],'psr':'00'}
        {'gr':{'r9':'03','r10':'04'}} | {'gr':{'r8':'01','r9':'03','r10':'04'},'tlb':[{'va':'0'},{'va':'1'}],'psr':'00'}
        {'gr':{'r9':null},'psr':null} | {'gr':{'r8':'01'},'tlb':[{'va':'0'},{'va':'1'}]}
        {'tlb':[{'key':'7'}]}         | {'gr':{'r8':'01','r9':'02'},'tlb':[{'key':'7'}],'psr':'00'}
        {'gr':'none','tlb':[]}        | {'gr':'none','tlb':[],'psr':'00'}
        {'psr':{'it':'1','dt':null}}  | {'gr':{'r8':'01','r9':'02'},'tlb':[{'va':'0'},{'va':'1'}],'psr':{'it':'1'}}
        {'rr':{'rr0':null}}           | {'gr':{'r8':'01','r9':'02'},'tlb':[{'va':'0'},{'va':'1'}],'psr':'00','rr':{}}
        {'absent':null}               | {'gr':{'r8':'01','r9':'02'},'tlb':[{'va':'0'},{'va':'1'}],'psr':'00'}
        """)
    void merged(String pre, String start) {
        assertEquals(object(start), Stimulus.of(Json.object()).from(FLAT, object(pre)).start());
    }

    @Test @DisplayName("a case is read and written without loss, and names its base")
    void roundTrip() {
        String text = "{\"kind\":\"step\",\"needs\":{},\"base\":\"kernel-flat@1\",\"pre\":{\"gr\":{\"r9\":null}},\"in\":{\"bundle\":\"00\"},\"ask\":{\"watch\":[\"cr.isr\"]}}";
        assertEquals(text, Json.line(given(text).json()));
    }

    @Test @DisplayName("a flat case brings its whole start state, and starts where the case did")
    void flat() {
        Case given = given("{'kind':'step','needs':{},'base':'kernel-flat@1','pre':{'tlb':null,'gr':{'r9':null}},'in':{}}");
        assertEquals("{\"kind\":\"step\",\"needs\":{},\"pre\":{\"gr\":{\"r8\":\"01\"},\"psr\":\"00\"},\"in\":{}}", Json.line(given.flat().json()));
        assertEquals(given.start(), given.flat().start());
    }

    @Test @DisplayName("a case that starts anywhere says nothing of it: its hash is that of kind, needs and in")
    void bare() {
        Case bare = new Case("codec", Needs.none(), Json.object().put("decode", "00"));
        assertEquals("{\"kind\":\"codec\",\"needs\":{},\"in\":{\"decode\":\"00\"}}", Json.line(bare.json()));
        assertEquals(Json.object(), bare.start());
        assertEquals(bare, bare.flat());
    }

    @Test @DisplayName("base, pre and ask are part of the case: each changes its hash")
    void hashed() {
        List<String> cases = List.of("", "'base':'kernel-flat@1',", "'base':'kernel-flat@1','pre':{'psr':null},", "'pre':{'psr':'00'},", "'ask':{'watch':['psr']},");
        assertEquals(cases.size(), cases.map(fields -> given("{'kind':'step','needs':{}," + fields + "'in':{}}").hash()).distinct().size());
    }

    @Test @DisplayName("the hash of a vector covers where it starts")
    void hashOfVector() {
        Expectation expect = Expectation.typed(Outcome.DONE, HashMap.empty());
        Stimulus    bare   = Stimulus.of(Json.object());
        assertNotEquals(Vector.hashOf(new Case("step", Needs.none(), bare), expect, "rest"),
            Vector.hashOf(new Case("step", Needs.none(), bare.from(FLAT, Json.object())), expect, "rest"));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("what is wrong is told with its place")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'base':'kernel-flat@2'       | $.base is "kernel-flat@2", and the pack has no such base; name one of kernel-flat@1
        'pre':{'list':[null]}        | $.pre.list[0] is null; leave a field out instead of writing null
        'pre':{'list':[{'x':null}]}  | $.pre.list[0].x is null; leave a field out instead of writing null
        'pre':{'x':1.5}              | $.pre.x is the fraction 1.5; vectors hold no fractions: write a hex string
        'pre':null                   | $.pre is null; write an object
        'ask':{'watch':null}         | $.ask.watch is null; leave a field out instead of writing null
        """)
    void mistakes(String field, String message) {
        assertEquals(message, assertThrows(FieldMistake.class, () -> given("{'kind':'step','needs':{}," + field + ",'in':{}}")).getMessage());
    }

    @Test @DisplayName("nobody can change a base or a case from outside")
    void isolation() {
        Case given = given("{'kind':'step','needs':{},'base':'kernel-flat@1','pre':{'gr':{'r10':'00'}},'in':{}}");
        String before = Json.line(given.start());
        given.start().removeAll();
        given.json().removeAll();
        FLAT.json().removeAll();
        ((ObjectNode) given.flat().start().get("gr")).removeAll();
        assertEquals(before, Json.line(given.start()));
    }
}
