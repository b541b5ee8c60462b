package vmmref.vectors.format;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class AnswerTest {

    @Test @DisplayName("the three answers are told apart by their outcome")
    void answers() {
        assertEquals(new Answer.Observed(Outcome.DONE, HashMap.of("template", "MII;")), answer("{\"seq\":7,\"outcome\":\"done\",\"delta\":{\"template\":\"MII;\"}}"));
        assertEquals(new Answer.Observed(Outcome.MALFORMED, HashMap.empty()), answer("{\"seq\":7,\"outcome\":\"malformed\"}"));
        assertEquals(new Answer.Unsupported("no long branches"), answer("{\"outcome\":\"unsupported\",\"why\":\"no long branches\"}"));
        assertEquals(new Answer.Failed("out of memory"), answer("{\"outcome\":\"error\",\"detail\":\"out of memory\"}"));
    }

    @Test @DisplayName("an unknown outcome is a fault that lists the known ones")
    void unknown() {
        FieldMistake fault = assertThrows(FieldMistake.class, () -> answer("{\"outcome\":\"ok\"}"));
        assertEquals("$.outcome is \"ok\", which is unknown; write one of done, fault, trap, interrupt, loaded, abort, exit, refused, malformed, unspecified", fault.getMessage());
    }

    @Test @DisplayName("answers are written as they are read")
    void roundTrip() {
        for (String text : List.of("{\"outcome\":\"done\",\"delta\":{\"slot0\":\"nop.m 0x0\"}}", "{\"outcome\":\"refused\"}",
                "{\"outcome\":\"unsupported\",\"why\":\"x\"}", "{\"outcome\":\"error\",\"detail\":\"y\"}"))
            assertEquals(text, Json.line(answer(text).json()));
    }

    @Test @DisplayName("a fault and a choice are read and written, and the fields of the fault are places")
    void faultAndChoice() {
        String text = "{\"outcome\":\"fault\",\"fault\":{\"kind\":\"data-key-miss\",\"va\":\"00\"},\"delta\":{\"cr.isr\":\"0f\"},\"choice\":{\"walker\":\"walks\"}}";
        Answer.Observed observed = (Answer.Observed) answer(text);
        assertEquals(text, Json.line(observed.json()));
        assertEquals(TreeMap.of("cr.isr", "0f", "fault.kind", "data-key-miss", "fault.va", "00"), observed.places());
    }

    @Test @DisplayName("a part of the fault that stands in delta is a mistake")
    void misplacedFault() {
        assertEquals("$.delta['fault.kind'] is a part of the fault; write it in the object `fault`, without `fault.` before it",
            assertThrows(FieldMistake.class, () -> answer("{\"outcome\":\"fault\",\"delta\":{\"fault.kind\":\"x\"}}")).getMessage());
    }

    @Test @DisplayName("hello has a window of one and two seconds when it does not say")
    void hello() {
        String text = "{\"proto\":1,\"impl\":{\"name\":\"e\",\"version\":\"2\",\"lang\":\"C\"},\"kinds\":[\"codec\"],\"profile\":{\"brl\":true,\"pkr\":16},\"level\":\"observe\"}";
        assertEquals(new Hello(1, new Hello.Impl("e", "2", "C", Option.none()), List.of("codec"), new Parameters(HashMap.of("brl", "true", "pkr", "16")),
            "observe", Option.none(), 1, 2000), Hello.of(Json.fields(text)));
        Hello full = new Hello(1, new Hello.Impl("e", "2", "C", Option.some("https://example.org")), List.of("codec"), new Parameters(HashMap.empty()),
            "delta", Option.some(LinkedHashSet.of("slot0", "bundle")), 64, 500);
        assertEquals(full, Hello.of(Fields.of(full.json())));
    }

    @Test @DisplayName("a hello of another protocol, and a window of nothing, are faults")
    void badHello() {
        String text = "{\"proto\":2,\"impl\":{\"name\":\"e\",\"version\":\"2\",\"lang\":\"C\"},\"kinds\":[\"codec\"],\"profile\":{},\"level\":\"observe\",\"window\":0}";
        assertEquals("$.proto", assertThrows(FieldMistake.class, () -> Hello.of(Json.fields(text))).path());
        assertEquals("$.window", assertThrows(FieldMistake.class, () -> Hello.of(Json.fields(text.replace("\"proto\":2", "\"proto\":1")))).path());
    }

    private static Answer answer(String text) {
        return Answer.of(Json.fields(text));
    }
}
