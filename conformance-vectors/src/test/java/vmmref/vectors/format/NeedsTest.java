package vmmref.vectors.format;

import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class NeedsTest {

    @ParameterizedTest @DisplayName("a condition is met or not")
    @CsvSource({
        "true,true,yes",  "true,false,no",  "false,false,yes", "false,true,no",  "true,1,no",
        ">=16,16,yes",    ">=16,15,no",     ">=16,17,yes",     "<4,3,yes",       "<4,4,no",
        ">=16,true,no",   "<4,-1,no",       ">=9,10,yes",      "=2,2,yes",       "=2,02,no",
        "=ones,ones,yes", "=ones,error,no", "=true,true,yes",
        "!15,12 14,yes",  "!15,12 15,no",   "!15,15,no",       "!5,15,yes",      "!15,true,no"})
    void conditions(String condition, String value, String met) {
        Needs needs = new Needs(HashMap.of("p", condition));
        assertEquals(met.equals("yes") ? Option.none() : Option.some("p"), needs.unmet(new Parameters(HashMap.of("p", value))));
    }

    @Test @DisplayName("a parameter that nobody announced meets nothing, and the first one is named")
    void silence() {
        Needs needs = new Needs(HashMap.of("vmsw", "true", "brl", "false"));
        assertEquals(Option.some("brl"), needs.unmet(new Parameters(HashMap.empty())));
        assertEquals(Option.some("vmsw"), needs.unmet(new Parameters(HashMap.of("brl", "false"))));
        assertEquals(Option.none(), Needs.none().unmet(new Parameters(HashMap.empty())));
    }

    @ParameterizedTest @DisplayName("nothing else is a condition")
    @ValueSource(strings = {"yes", ">16", ">= 16", "16", "", "<-1", ">=9999999999", "=", "= 2", "=_", "!", "!a"})
    void malformed(String condition) {
        assertThrows(IllegalArgumentException.class, () -> new Needs(HashMap.of("p", condition)));
        FieldMistake fault = assertThrows(FieldMistake.class, () -> Needs.of(Fields.of(Json.object().put("p", condition))));
        assertEquals("$.p", fault.path());
    }

    @Test @DisplayName("JSON holds booleans as booleans")
    void json() {
        Needs needs = new Needs(HashMap.of("brl", "true", "pkr", ">=16"));
        assertEquals("{\"brl\":true,\"pkr\":\">=16\"}", Json.line(needs.json()));
        assertEquals(needs, Needs.of(Fields.of(needs.json())));
    }
}
