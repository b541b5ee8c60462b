package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IdTest {

    @Test @DisplayName("an id has at least four digits")
    void digits() {
        assertEquals("codec/gas-decode/0017", new Id("codec", "gas-decode", 17).toString());
        assertEquals("codec/gas-decode/12345", new Id("codec", "gas-decode", 12345).toString());
        assertEquals(Option.some(new Id("codec", "gas-decode", 17)), Id.parse("codec/gas-decode/0017"));
    }

    @ParameterizedTest @DisplayName("nothing else is an id")
    @ValueSource(strings = {"codec/gas/017", "codec/gas/00017", "codec/gas/0000", "Codec/gas/0017", "codec/gas-/0017", "codec/gas-2/0017",
        "codec/0017", "codec/gas/decode/0017", "codec/gas/0017 ", ""})
    void malformed(String text) {
        assertEquals(Option.none(), Id.parse(text));
    }

    @Test @DisplayName("a topic does not end in a number, or its second shard could be taken for another topic's first")
    void topicNumber() {
        assertThrows(IllegalArgumentException.class, () -> new Id("codec", "gas-2", 1));
        assertEquals("codec/gas2/0001", new Id("codec", "gas2", 1).toString());
    }

    @Test @DisplayName("ids are ordered by kind, topic and number, not by their characters")
    void order() {
        List<Id> ordered = List.of(new Id("a", "x", 9999), new Id("a", "x", 10000), new Id("a", "x-y", 1), new Id("b", "a", 1));
        assertEquals(ordered, ordered.reverse().sorted());
    }
}
