package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final String CLASSES = "an opening names status, route, link, firewall, sharing, interrupt, general, each with what is open: -, r, w or rw; not ";

    @Test
    void aTextSaysWhatIsOpen() {
        Opening opening = Opening.of("status:r route:w link:rw firewall:- sharing:- interrupt:r general:w");
        assertEquals(new Opening(0b0100101, 0b1000110), opening);
        assertEquals(Vector.of("status", "link", "interrupt"), Vector.of(RegisterClass.values()).filter(opening::isReadable).map(RegisterClass::text));
        assertEquals(Vector.of("route", "link", "general"), Vector.of(RegisterClass.values()).filter(opening::isWritable).map(RegisterClass::text));
    }

    @Test
    void nothingMayBeOpen() {
        assertEquals(new Opening(0, 0), Opening.of("status:- route:- link:- firewall:- sharing:- interrupt:- general:-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "status:r",
        "status:r route:r link:r firewall:r sharing:r interrupt:r",
        "route:r status:r link:r firewall:r sharing:r interrupt:r general:r",
        "status:r route:r link:r firewall:r sharing:r interrupt:r general:r general:r",
        "status:r  route:r link:r firewall:r sharing:r interrupt:r general:r",
        "status:r route:r link:r firewall:r sharing:r interrupt:r fabric:r"})
    void everyClassIsNamedOnceInOrder(String text) {
        assertEquals(CLASSES + text, assertThrows(IllegalArgumentException.class, () -> Opening.of(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wr", "x", "", "rwx", "r:w"})
    void ofAClassIsOpenReadingOrWritingOrBothOrNothing(String open) {
        String text = "status:r route:" + open + " link:r firewall:r sharing:r interrupt:r general:r";
        assertEquals("of a class is open -, r, w or rw: " + text, assertThrows(IllegalArgumentException.class, () -> Opening.of(text)).getMessage());
    }

    @Test
    void classesHaveNames() {
        assertEquals(Vector.of("status", "route", "link", "firewall", "sharing", "interrupt", "general"), Vector.of(RegisterClass.values()).map(RegisterClass::text));
        assertEquals(Option.some(RegisterClass.INTERRUPT), RegisterClass.named("interrupt"));
        assertEquals(Option.none(), RegisterClass.named("INTERRUPT"));
    }
}
