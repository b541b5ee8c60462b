/// JSON as people read it.
package vmmref.vectors.report;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonLayoutTest {

    private static final String KEYS = List.fill(16, "\"0xffffff38\"").mkString("[", ",", "]");

    @Test @DisplayName("what fits into a line stands in one")
    void line() {
        assertEquals("{\"a\": [1, 2], \"b\": {\"c\": \"x, y:z\"}}", JsonLayout.of(Json.parse("{\"a\":[1,2],\"b\":{\"c\":\"x, y:z\"}}")));
        assertEquals("\"0x1\"", JsonLayout.of(Json.parse("\"0x1\"")));
        assertEquals("[]", JsonLayout.of(Json.parse("[]")));
    }

    @Test @DisplayName("what does not is indented; plain elements fill their lines")
    void indented() {
        String seven = List.fill(7, "\"0xffffff38\"").mkString(", ");
        assertEquals("{\n  \"keys\": [\n    " + seven + ",\n    " + seven + ",\n    " + List.fill(2, "\"0xffffff38\"").mkString(", ") + "\n  ],\n  \"psr\": \"0x0\"\n}",
            JsonLayout.of(Json.parse("{\"keys\":" + KEYS + ",\"psr\":\"0x0\"}")));
    }

    @ParameterizedTest @ValueSource(strings = {"{\"a\\\"b\":[{\"c\":null},[[],{}],-1,true,\"\\u0001\"]}", "[[[[1]]]]", "\"text\""}) @DisplayName("it is the same JSON, however it is laid out")
    void same(String json) {
        String nested = "{\"one\":" + json + ",\"other\":[" + KEYS + "," + json + "]}";
        assertEquals(Json.parse(nested), Json.parse(JsonLayout.of(Json.parse(nested))));
        assertTrue(JsonLayout.of(Json.parse(nested)).lines().allMatch(line -> line.length() <= 101), "lines");
    }
}
