/// Dumps of logs, good and bad.
package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogTest {
    private static final long TURNS = 1_000_000;

    private static Sheet sheet;
    private static byte[] whole;

    @BeforeAll
    static void run() {
        sheet = Sample.sheet("step/manual/0001", "step/manual/0002", "step/manual/0003");
        whole = new ImageRun(Semantics.architected(Sample.PROFILE)).log(sheet.image(), TURNS);
    }

    private static byte[] with(int at, long word) {
        byte[] changed = whole.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(at, word);
        return changed;
    }

    private static int entry(int number) {
        return (int) (sheet.image().entries().get(number) - Site.LOG);
    }

    private static Seq<String> told(byte[] dump) {
        return Log.of(dump, sheet.image()).get().outcomes(sheet).map(outcome -> switch (outcome) {
            case Log.Outcome.Answered(Answer.Observed observed) -> "observed";
            case Log.Outcome.Answered(Answer.Failed(String why)) -> why;
            case Log.Outcome.Answered(Answer.Unsupported(String why)) -> "unsupported";
            case Log.Outcome.Missing(String why) -> why;
        });
    }

    private static void refused(String why, byte[] dump) {
        String told = Log.of(dump, sheet.image()).getLeft();
        assertTrue(told.contains(why), told);
    }

    @Test @DisplayName("a whole log answers each case")
    void whole() {
        Log log = Log.of(whole, sheet.image()).get();
        assertTrue(log.ended());
        assertEquals(3, log.finished());
        assertEquals(Vector.of("observed", "observed", "observed"), told(whole));
        Answer.Observed nop = assertInstanceOf(Answer.Observed.class, assertInstanceOf(Log.Outcome.Answered.class, log.outcomes(sheet).head()).answer());
        assertEquals("{\"ip\":\"0000000000004010\",\"slot\":\"0\"}", vmmref.vectors.format.Json.line(vmmref.vectors.format.Json.strings(nop.delta())));
        assertTrue(nop.unseen().contains("cr.iip"), nop.unseen()::toString);
    }

    @Test @DisplayName("a truncated log answers the cases whose entries it holds")
    void truncated() {
        assertEquals("is truncated: it has %,d bytes, and the entry of this case ends at %,d".formatted(entry(2) + 100, whole.length), told(Arrays.copyOf(whole, entry(2) + 100)).last());
        assertEquals("observed", told(Arrays.copyOf(whole, entry(2) + 100)).get(1));
        refused("is truncated: it has 100 bytes, and the head of a log has 512", Arrays.copyOf(whole, 100));
        refused("is truncated: it has 0 bytes", new byte[0]);
    }

    @Test @DisplayName("what is no log of the image is refused")
    void others() {
        refused("is no log: it begins with 0000000000000000, and not with VMMRFLOG; dump memory from 000000000a000000 on", new byte[4096]);
        refused("is a log of version 9, and this vmmref reads 1", with(LogLayout.VERSION, 9));
        refused("is the log of image 0000000000001234, and not of", with(LogLayout.IMAGE, 0x1234));
    }

    @Test @DisplayName("a log that is not finished answers the cases that are over")
    void unfinished() {
        byte[] stopped = with(LogLayout.FINISHED, 1);
        ByteBuffer.wrap(stopped).order(ByteOrder.LITTLE_ENDIAN).putLong(LogLayout.END, 0);
        assertEquals(Vector.of("observed", "ends while this case was executed", "ends before this case"), told(stopped));
    }

    @Test @DisplayName("an entry that no run of a sound machine writes is an error of its case")
    void strange() {
        assertEquals("the interruption at vector 0000 came while the state of the case was made", at(0, Block.STATUS, Status.MISHAP + Variables.ESTABLISHING, Block.VECTOR, 0));
        assertEquals("the interruption at vector 1400 came while the log was written", at(0, Block.STATUS, Status.MISHAP + Variables.COLLECTING, Block.VECTOR, 0x1400));
        assertEquals("the log entry has the unknown status 77", at(0, Block.STATUS, 77, Block.VECTOR, 0));
        assertEquals("CFM, BSP and BSPSTORE of the log entry fit no register stack", at(0, Block.FRAME, 127, Block.VECTOR, 0));
        assertEquals("the vector at offset 7f00 was entered with ISR 0000000000000008, which no interruption of a case does", at(0, Block.VECTOR, 0x7f00, Block.control("isr"), 8));
    }

    private static String at(int number, int field, long value, int other, long second) {
        byte[] changed = with(entry(number) + field, value);
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(entry(number) + other, second);
        return told(changed).get(number);
    }

    @Test @DisplayName("a changed register is told by its name")
    void changed() {
        Log.Outcome.Answered answered = assertInstanceOf(Log.Outcome.Answered.class, Log.of(with(entry(0) + 256 + 8 * 5, 0xabc), sheet.image()).get().outcomes(sheet).head());
        assertEquals("0000000000000abc", assertInstanceOf(Answer.Observed.class, answered.answer()).delta().get("r5").get());
    }
}
