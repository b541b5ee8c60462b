package vmmref.vectors.format;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonTest {

    @Test @DisplayName("names are sorted by UTF-16 code units (RFC 8785, 3.2.3)")
    void sorting() {
        assertEquals("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            canonical("{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\"1\":\"One\","
                + "\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}"));
    }

    @Test @DisplayName("strings are escaped where they must be and nowhere else (RFC 8785, 3.2.2.2)")
    void strings() {
        assertEquals("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
            canonical("{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"));
        assertEquals("\"\\b\\t\\n\\f\\r\\u001f\u007f\"", canonical("\"\\b\\t\\n\\f\\r\\u001F\\u007f\""));
    }

    @Test @DisplayName("white space and the order of fields do not matter, the order of elements does")
    void structure() {
        assertEquals("{\"a\":[2,1,{\"x\":true,\"y\":false}],\"b\":{}}", canonical(" { \"b\" : { } , \"a\" : [ 2, 1, {\"y\":false,\"x\":true} ] } "));
        assertEquals("{\"b\":1,\"a\":2}", Json.line(Json.parse("{\"b\":1, \"a\":2}")));
    }

    @Test @DisplayName("the hash of an empty object is the SHA-256 of its two characters")
    void hash() {
        assertEquals("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", Json.hash(Json.object()));
    }

    @ParameterizedTest @DisplayName("what a vector may not hold is named with its place")
    @CsvSource(delimiter = '|', textBlock = """
        {"a":{"b":1.5}}           | $.a.b      | fraction
        {"a":1E2}                 | $.a        | fraction
        {"a":[1,null]}            | $.a[1]     | null
        {"a.b":9007199254740992}  | $['a.b']   | beyond 2^53
        {"a":99999999999999999999}| $.a        | beyond 2^53
        ["\\ud800"]               | $[0]       | half a surrogate pair
        """)
    void rejected(String text, String path, String problem) {
        FieldMistake fault = assertThrows(FieldMistake.class, () -> Json.canonical(Json.parse(text)));
        assertEquals(path, fault.path());
        assertTrue(fault.problem().contains(problem), fault.getMessage());
    }

    @Test @DisplayName("the largest integer is 2^53 - 1")
    void largest() {
        assertEquals("[9007199254740991,-9007199254740991,0]", canonical("[9007199254740991,-9007199254740991,-0]"));
    }

    @ParameterizedTest @DisplayName("what is no JSON is told with its column")
    @CsvSource(delimiter = '|', textBlock = """
        {"a":1,"a":2}   | column
        {"a":1} {"b":2} | column
        {"a":           | column
        nonsense        | column
        {"a":1}x        | column
        ''              | is empty
        """)
    void unreadable(String text, String problem) {
        FieldMistake fault = assertThrows(FieldMistake.class, () -> Json.parse(text));
        assertEquals("$", fault.path());
        assertTrue(fault.problem().contains(problem), fault.getMessage());
    }

    @Test @DisplayName("text that spells a boolean or a number becomes one, other text stays text")
    void scalars() {
        assertEquals("{\"brl\":true,\"id\":\"007\",\"pkr\":16,\"rid\":\">=18\"}", Json.canonical(Json.scalars(
            io.vavr.collection.HashMap.of("brl", "true", "pkr", "16", "rid", ">=18", "id", "007"))));
    }

    private static String canonical(String text) {
        return Json.canonical(Json.parse(text));
    }
}
