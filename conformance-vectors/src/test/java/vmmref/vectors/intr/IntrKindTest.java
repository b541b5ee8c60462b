package vmmref.vectors.intr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.event.Event;
import vmmref.model.machine.Code;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.machine.MachineBase;
import vmmref.vmm.Vmm;

class IntrKindTest {
    private static final IntrKind KIND = new IntrKind();
    private static final Vmm REFERENCE = Vmm.reference(Profile.named("itanium2").get());

    private static Scene scene(String changes, String text) {
        return Scene.of(MachineBase.VECTORED).with(changes).executing(0, text).get();
    }

    private static Case given(Scene scene) {
        return new Case(IntrKind.NAME, Needs.none(), scene.stimulus());
    }

    private static Expectation expectation(Scene scene) {
        return KIND.expectation(REFERENCE, given(scene));
    }

    @Test @DisplayName("an interruption is delivered, and the case goes on")
    void delivered() {
        Expectation expected = expectation(scene("-", "break.m 0x5"));
        assertEquals(Outcome.DONE, expected.outcome());
        assertEquals("cr.ifs cr.iim cr.iip cr.iipa cr.ipsr cr.isr ip psr", expected.post().keySet().mkString(" "));
        assertEquals(Option.some("000000000000ac00"), expected.post().get("ip"));
        assertEquals(Option.some("BREAK_RAISED"), expected.by().get("ip.raised"));
        assertEquals(new Answer.Observed(Outcome.DONE, expected.fault(), expected.post(), expected.choice()), KIND.answer(REFERENCE, given(scene("-", "break.m 0x5"))));
    }

    @Test @DisplayName("fields of ISR have clauses of their own")
    void fields() {
        Expectation expected = expectation(scene("psr-13", "lfetch.fault [r35]").with("r35.nat=1"));
        assertEquals(Option.some("QUERY_TOLD"), expected.by().get("cr.isr.na"));
        assertEquals(Option.some("NESTING_TOLD"), expected.by().get("cr.isr.ni"));
        assertEquals(Option.some("COLLECTION_DISABLED"), expected.by().get("cr.iip.kept"));
        assertEquals(Vector.of("cr.isr.code", "cr.isr.na"), KIND.parts(given(scene("-", "nop.m 0x0")), "cr.isr", "0000000800000014", "0000000000000010"));
    }

    @Test @DisplayName("of IFS only the bit v is compared, and not even that where it was 0")
    void frame() {
        assertEquals(Option.some("8000000000000000"), expectation(scene("-", "break.m 0x5")).mask().get("cr.ifs"));
        assertFalse(expectation(scene("cr.ifs=123", "break.m 0x5")).post().containsKey("cr.ifs"));
        assertTrue(KIND.free(given(scene("cr.ifs=123", "break.m 0x5")), "cr.ifs"));
    }

    @Test @DisplayName("what a delivery leaves undefined may change; while PSR.ic is 0 nothing may")
    void undefined() {
        assertEquals(Vector.of("cr.ifa", "cr.itir", "cr.iha"), Vector.of("cr.ifa", "cr.itir", "cr.iim", "cr.iha", "cr.iva", "cr.iipa", "r33").filter(place -> KIND.free(given(scene("-", "break.m 0x5")), place)));
        assertEquals(Vector.empty(), Vector.of("cr.ifa", "cr.itir", "cr.iim", "cr.iha", "cr.ifs").filter(place -> KIND.free(given(scene("psr-13", "break.m 0x5")), place)));
        assertEquals(Vector.empty(), Vector.of("cr.ifa", "cr.ifs").filter(place -> KIND.free(given(scene("-", "nop.m 0x0")), place)));
    }

    @Test @DisplayName("events happen between turns")
    void events() {
        Scene masked = scene("-", "mov r33=cr.ivr");
        assertEquals(Option.some("000000000000000f"), expectation(masked.happening(1, new Event.Raise(33))).post().get("r33"));
        Expectation first = expectation(masked.happening(0, new Event.Raise(33)));
        assertEquals(Option.some("0000000000000021"), first.post().get("r33"));
        assertEquals(Option.some("0".repeat(55) + "200000000"), first.post().get("in-service"));
        assertFalse(first.post().containsKey("cr.irr0"));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a malformed stimulus is named, with the place and what to write")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "{\"turns\":0}|$.in.turns is 0; write a number of at least 1",
        "{\"turns\":65}|$.in.turns is 65; write at most 64",
        "{\"events\":{}}|$.in.events is no array; write an array",
        "{\"events\":[{\"raise\":33}]}|$.in.events[0].after is missing; every such object has this field",
        "{\"events\":[{\"after\":2,\"raise\":33}]}|$.in.events[0].after is 2; write 0, for before the first turn, to 1, for after the last one",
        "{\"events\":[{\"after\":0}]}|$.in.events[0].raise is missing, and so are tick and write; let one thing happen in each event: raise, tick or write",
        "{\"events\":[{\"after\":0,\"raise\":33,\"tick\":\"0000000000000001\"}]}|$.in.events[0].raise is not all that happens; let one thing happen in each event: raise, tick or write",
        "{\"events\":[{\"after\":0,\"raise\":3}]}|$.in.events[0].raise is 3, which no external interrupt has; write 0, 2, or 16 to 255",
        "{\"events\":[{\"after\":0,\"tick\":\"1\"}]}|$.in.events[0].tick is \"1\"; write 16 lower-case hex digits",
        "{\"events\":[{\"after\":0,\"write\":{\"at\":\"0000000000008006\",\"size\":4,\"value\":\"0000000000000000\"}}]}|$.in.events[0].write.size is 4; write 1, 2, 4 or 8, so that all bytes lie in one aligned group of eight"})
    void malformed(String in, String message) {
        Case given = new Case(IntrKind.NAME, Needs.none(), MachineBase.VECTORED.stimulus(scene("-", "nop.m 0x0").machine(), (ObjectNode) Json.parse(in)));
        assertEquals(message, KIND.unreadable(given).map(FieldMistake::getMessage).get());
    }

    @Test @DisplayName("a stimulus is read as it was written, the last bundle and what is in service among it")
    void read() {
        Scene scene = scene("ip=5000 last=7770 in-service=33,255 ic.in-flight=1", "nop.m 0x0").turning(3).happening(0, new Event.Raise(33)).happening(2, new Event.Tick(5));
        assertEquals(scene.asked(), IntrKind.read(given(scene)));
        assertEquals(scene.asked(), IntrKind.read(given(scene).flat()));
    }

    @Test @DisplayName("a machine is asked about from its whole state, unless it has fetched already")
    void asked() {
        Scene scene = scene("in-service=33", "break.m 0x5");
        assertEquals(expectation(scene), KIND.expectation(REFERENCE, IntrKind.asking(scene.machine()).get()));
        assertTrue(IntrKind.asking(scene.machine().withPosition(scene.machine().position().withCode(new Code(new Bundle(1, 0), Option.none())))).isEmpty());
    }
}
