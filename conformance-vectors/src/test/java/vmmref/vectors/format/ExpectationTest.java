/// Alternatives, masks and faults, as they are written.
package vmmref.vectors.format;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExpectationTest {

    private static final String MISS = "{\"outcome\":\"fault\",\"fault\":{\"kind\":\"data-key-miss\",\"va\":\"0000\"},\"post\":{\"cr.isr\":\"00ff\"},\"mask\":{\"cr.isr\":\"0f0f\"},"
        + "\"because\":\"KEY_MISS\",\"by\":{\"cr.isr\":\"ISR_CODE\",\"fault.kind\":\"KEY_MISS\"},\"choice\":{\"walker\":\"walks\"}}";
    private static final String DONE = "{\"outcome\":\"done\",\"post\":{\"gr.r8\":\"00\"},\"because\":\"ACCESS_ALLOWED\",\"choice\":{\"walker\":\"aborts\"}}";
    private static final String ANY  = "{\"any\":[" + MISS + "," + DONE + "]}";

    private static Expectation read(String text) {
        return Expectation.of(Json.fields(text));
    }

    @Test @DisplayName("a fault with a mask and a choice is read and written without loss")
    void one() {
        Expectation miss = read(MISS);
        assertEquals(MISS, Json.line(miss.json()));
        assertEquals(TreeMap.of("cr.isr", "00ff", "fault.kind", "data-key-miss", "fault.va", "0000"), miss.places());
        assertEquals(List.of("KEY_MISS", "ISR_CODE"), miss.clauses());
        assertEquals(List.of(miss), miss.alternatives());
        assertEquals("000f", miss.masked("cr.isr", "f0ff"));
        assertEquals("f0ff", miss.masked("fault.va", "f0ff"));
    }

    @Test @DisplayName("alternatives are read and written without loss, each of them alone")
    void any() {
        Expectation any = read(ANY);
        assertEquals(ANY, Json.line(any.json()));
        assertEquals(List.of(read(MISS), read(DONE)), any.alternatives());
        assertEquals(any, Expectation.any(List.of(read(MISS), read(DONE))));
        assertEquals(read(DONE), Expectation.any(List.of(read(DONE))));
        assertEquals(List.of("KEY_MISS", "ISR_CODE", "ACCESS_ALLOWED"), any.clauses());
    }

    @Test @DisplayName("what decides the verdict is everything but the clauses")
    void verdict() {
        assertEquals("{\"any\":[{\"outcome\":\"fault\",\"fault\":{\"kind\":\"data-key-miss\",\"va\":\"0000\"},\"post\":{\"cr.isr\":\"00ff\"},\"mask\":{\"cr.isr\":\"0f0f\"},"
            + "\"choice\":{\"walker\":\"walks\"}},{\"outcome\":\"done\",\"post\":{\"gr.r8\":\"00\"},\"choice\":{\"walker\":\"aborts\"}}]}", Json.line(read(ANY).verdict()));
    }

    @ParameterizedTest(name = "{2}") @DisplayName("what is wrong is told with its place and the remedy")
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
        {"any":[              | {"any":[],"x":[                        | $.any lists 0 of at least two alternatives; write a single one as `expect` itself
        ,{"outcome":"done"    | ],"x":[{"outcome":"done"               | $.any lists 1 of at least two alternatives; write a single one as `expect` itself
        {"any":[              | {"outcome":"done","any":[              | $.outcome stands beside `any`; write it in each alternative that it belongs to
        {"any":[              | {"choice":{},"any":[                   | $.choice stands beside `any`; write it in each alternative that it belongs to
        {"any":[              | {"any":[{"any":[]},                    | $.any[0].any is a list within a list; write all alternatives in one list
        {"any":[              | {"any":{},"x":[                        | $.any is no array; write an array
        {"any":[              | {"any":["done",                        | $.any[0] is the string "done"; write an object
        "outcome":"done"      | "outcome":"fine"                       | $.any[1].outcome is "fine", which is unknown; write one of done, fault, trap, interrupt, loaded, abort, exit, refused, malformed, unspecified
        "mask":{"cr.isr"      | "mask":{"cr.iip"                       | $.any[0].mask['cr.iip'] is "0f0f", and `post` has no such place; write as many lower-case hex digits as the value has
        "mask":{"cr.isr"      | "mask":{"fault.va"                     | $.any[0].mask['fault.va'] is "0f0f", and `post` has no such place; write as many lower-case hex digits as the value has
        "0f0f"                | "f0f"                                  | $.any[0].mask['cr.isr'] is "f0f", and the value is "00ff"; write as many lower-case hex digits as the value has
        "0f0f"                | "0F0F"                                 | $.any[0].mask['cr.isr'] is "0F0F", and the value is "00ff"; write as many lower-case hex digits as the value has
        "00ff"                | "zero"                                 | $.any[0].mask['cr.isr'] is "0f0f", and the value is "zero"; write as many lower-case hex digits as the value has
        "fault.kind":         | "fault.key":                           | $.any[0].by['fault.key'] names a clause for a place of which nothing is expected; expect it in `post` or `fault`, or remove it
        "post":{"cr.isr"      | "post":{"fault.key":"1","cr.isr"       | $.any[0].post['fault.key'] is a part of the fault; write it in the object `fault`, without `fault.` before it
        "va":"0000"           | "va":0                                 | $.any[0].fault.va is the number 0; write a string, in double quotes
        "walker":"walks"      | "walker":true                          | $.any[0].choice.walker is true; write a string, in double quotes
        """)
    void mistakes(String text, String replacement, String message) {
        assertTrue(ANY.contains(text), text);
        assertEquals(message, assertThrows(FieldMistake.class, () -> read(ANY.replace(text, replacement))).getMessage());
    }

    @Test @DisplayName("a kind that masks nothing, or nests alternatives, is our own mistake")
    void ourMistakes() {
        assertThrows(IllegalArgumentException.class, () -> new Expectation(Outcome.DONE, HashMap.empty(), HashMap.of("gr.r8", "00"), HashMap.of("gr.r9", "00"),
            Option.none(), HashMap.empty()));
        assertThrows(IllegalArgumentException.class, () -> Expectation.any(List.of(read(DONE), read(ANY))));
    }

    @ParameterizedTest(name = "{0} on {1}") @DisplayName("a mask clears what is not compared, and leaves alone what it does not fit")
    @CsvSource({"0f, ff, 0f", "00, ff, 00", "ff, 07, 07", "0fff, abcd, 0bcd", "8000000000000001, ffffffffffffffff, 8000000000000001",
        "ff, fff, fff", "0f, FF, FF", "0f, zz, zz", "0f, 0:, 0:"})
    void masks(String mask, String value, String result) {
        assertEquals(result, Mask.applied(mask, value));
    }
}
