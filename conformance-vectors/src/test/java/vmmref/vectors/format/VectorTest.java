package vmmref.vectors.format;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VectorTest {

    private static final String LINE = "{\"v\":1,\"id\":\"codec/form/0017\",\"h\":\"sha256:" + "0123456789abcdef".repeat(4) + "\",\"kind\":\"codec\",\"level\":\"must\","
        + "\"title\":\"a hashed address is computed\",\"flags\":[\"UnusedBits\"],\"clauses\":[\"C_ONE\",\"C_TWO\"],\"needs\":{\"brl\":true},\"near\":\"codec/form/0016\","
        + "\"in\":{\"decode\":\"014000401a0400000002000000000400\"},"
        + "\"expect\":{\"outcome\":\"done\",\"post\":{\"slot0\":\"thash r8=r32\",\"template\":\"MII;\"},\"because\":\"C_ONE\",\"by\":{\"slot0\":\"C_TWO\"}},"
        + "\"frame\":\"rest\",\"source\":\"model\",\"since\":\"0.1.0\"}";

    @Test @DisplayName("a line is read and written without loss, fields in the order for readers")
    void roundTrip() {
        Vector vector = vector(LINE);
        assertEquals(LINE, Json.line(vector.json()));
        assertEquals(Level.MUST, vector.level());
        assertEquals(List.of("C_ONE", "C_TWO"), vector.expect().clauses());
        assertEquals(Option.some("codec/form/0016"), vector.near());
    }

    @Test @DisplayName("fields that nobody knows are ignored")
    void unknownFields() {
        assertEquals(vector(LINE), vector(LINE.replace("{\"v\":1,", "{\"v\":1,\"novelty\":{\"x\":1},")));
    }

    @ParameterizedTest @DisplayName("what is wrong is named with its place")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
        "outcome":"done"        | "outcome":"fine"      | $.expect.outcome       | is "fine", which is unknown
        "v":1                   | "v":2                 | $.v                    | reads format 1
        "level":"must"          | "level":"shall"       | $.level                | is "shall", which is unknown
        "h":"sha256:0           | "h":"sha256:g         | $.h                    | is "sha256:g
        "id":"codec/form/0017"  | "id":"intr/form/0017" | $.id                   | no id of kind codec
        "needs":{"brl":true}    | "needs":{"brl":"no"}  | $.needs.brl            | no condition
        "needs":{"brl":true}    | "needs":[]            | $.needs                | is an array
        "slot0":"thash r8=r32"  | "slot0":8             | $.expect.post.slot0    | is the number 8
        "by":{"slot0"           | "by":{"slot1.unassigned"  | $.expect.by['slot1.unassigned'] | nothing is expected
        "flags":["UnusedBits"]  | "flags":[1]           | $.flags                | holds 1
        "in":{                  | "pre":[],"in":{       | $.pre                  | is an array
        "in":{                  | "ask":true,"in":{     | $.ask                  | is true
        "in":{                  | "base":"x","in":{     | $.base                 | is "x", and the pack has no such base
        "in":{                  | "base":7,"in":{       | $.base                 | is the number 7
        "in":{                  | "in":{"x":null,       | $.in.x                 | is null
        "in":{                  | "in":{"x":1.5,        | $.in.x                 | is the fraction 1.5
        "title":                | "tittle":             | $.title                | is missing
        "source":"model"        | "source":null         | $.source               | is null
        """)
    void faults(String text, String replacement, String path, String problem) {
        assertTrue(LINE.contains(text), text);
        FieldMistake fault = assertThrows(FieldMistake.class, () -> vector(LINE.replace(text, replacement)));
        assertEquals(path, fault.path());
        assertTrue(fault.problem().contains(problem), fault.getMessage());
    }

    private static Vector vector(String line) {
        return Vector.of(Json.fields(line), Bases.none());
    }

    @Test @DisplayName("the hash covers what decides the verdict, and nothing else")
    void hash() {
        Case        given  = new Case("codec", Needs.none(), Json.object().put("decode", "00"));
        Expectation expect = new Expectation(Outcome.DONE, HashMap.of("slot0", "nop.m 0x0"), Option.some("A"), HashMap.of("slot0", "B"));
        String      hash   = Vector.hashOf(given, expect, "rest");
        assertEquals(Json.sha256("{\"expect\":{\"outcome\":\"done\",\"post\":{\"slot0\":\"nop.m 0x0\"}},\"frame\":\"rest\",\"in\":{\"decode\":\"00\"},\"kind\":\"codec\",\"needs\":{}}"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8)), hash);
        assertEquals(hash, Vector.hashOf(given, Expectation.typed(Outcome.DONE, HashMap.of("slot0", "nop.m 0x0")), "rest"));
        assertNotEquals(hash, Vector.hashOf(given, Expectation.typed(Outcome.DONE, HashMap.of("slot0", "nop.m 0x1")), "rest"));
        assertNotEquals(hash, Vector.hashOf(given, Expectation.typed(Outcome.REFUSED, HashMap.of("slot0", "nop.m 0x0")), "rest"));
        assertNotEquals(hash, Vector.hashOf(given, expect, "all"));
        assertNotEquals(hash, Vector.hashOf(new Case("codec", new Needs(HashMap.of("brl", "true")), given.in()), expect, "rest"));
    }

    @Test @DisplayName("a vector keeps its stimulus even if somebody changes the object that it came from")
    void isolation() {
        Fields fields = Json.fields(LINE);
        Vector vector = Vector.of(fields, Bases.none());
        ((tools.jackson.databind.node.ObjectNode) fields.json().get("in")).put("decode", "changed");
        vector.json().put("id", "changed");
        assertEquals(LINE, Json.line(vector.json()));
    }
}
