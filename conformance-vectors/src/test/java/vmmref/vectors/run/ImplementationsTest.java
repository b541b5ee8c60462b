/// Implementations by name, and what becomes of those that throw.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.format.Pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImplementationsTest {

    @TempDir Path folder;

    private Conversation open(String text) {
        return Implementations.open(text, Pack.open(Packs.small(folder)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "direct:reference,            vmmref reference (itanium2),  true",
        "direct:reference@merced,     vmmref reference (merced),    false",
        "zoo:LosesSignOfLongBranch,   zoo:LosesSignOfLongBranch,    true",
        "zoo:ForgetsInnerStops@minimal, zoo:ForgetsInnerStops,      false",
        "direct:wilful,               wilful,                       true"})
    void named(String text, String name, String longBranches) {
        try (Conversation conversation = open(text)) {
            assertEquals(name, conversation.hello().impl().name());
            assertEquals(Option.some(longBranches), conversation.hello().profile().values().get("brl"));
        }
    }

    @Test @DisplayName("a name that does not exist is answered with those that do")
    void unknown() {
        String said = assertThrows(UsageMistake.class, () -> open("direct:wilfull")).getMessage();
        assertEquals("there is no implementation \"wilfull\"; write one of reference, wilful", said);
    }

    @Test @DisplayName("an exception, null and endless recursion are errors of their case, and the run goes on")
    void thrown() {
        java.util.List<Judgement> judgements = new ArrayList<>();
        try (Conversation conversation = open("direct:wilful")) {
            Judge judge = new Judge(conversation.hello(), HashMap.empty(), false);
            new Run(conversation, judge, new Waivers(KnownFailures.none()), false)
                .of(Examples.reservedOnes(5).iterator(), Examples.reservedOnes(5)::iterator, judgements::add);
        }
        Seq<Judgement> all = List.ofAll(judgements);
        assertEquals(List.of(Verdict.PASS, Verdict.ERROR, Verdict.ERROR, Verdict.ERROR, Verdict.PASS), all.map(Judgement::verdict));
        assertEquals("the implementation says: it threw java.lang.IllegalStateException: no such unit", all.get(1).reason().get());
        assertEquals("the implementation says: it answered null", all.get(2).reason().get());
        assertTrue(all.get(3).reason().get().contains("StackOverflowError"), all.get(3).reason()::get);
    }
}
