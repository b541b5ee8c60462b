/// Answers that say of places that they could not be observed.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UnseenTest {
    private static final Pack PACK = Pack.open(Path.of("vectors"));
    /// A nop, after which ip is 4010 and slot is 0.
    private static final Vector NOP = PACK.vector("step/manual/0001").get();
    private static final Hello HELLO = new Hello(1, new Hello.Impl("blinking", "1", "?", Option.none()), io.vavr.collection.List.of("step"), new Parameters(HashMap.empty()), "delta", Option.none(), 1, 2000);

    private static Judgement judged(boolean frameRequired, Map<String, String> delta, String... unseen) {
        Answer answer = new Answer.Observed(Outcome.DONE, TreeMap.empty(), delta, TreeMap.empty(), LinkedHashSet.of(unseen));
        return new Judge(HELLO, HashMap.empty(), frameRequired).judge(NOP, new Reply.Answered(answer, Option.none(), ""));
    }

    @Test @DisplayName("what was not seen is not compared, and the verdict is partial")
    void partial() {
        Judgement judgement = judged(false, HashMap.of("ip", "0000000000004010"), "slot");
        assertEquals(Verdict.PASS, judgement.verdict());
        assertFalse(judgement.full());
        assertEquals(Verdict.FAIL, judged(true, HashMap.of("ip", "0000000000004010"), "slot").verdict());
        assertEquals(Verdict.ERROR, judged(false, HashMap.of("ip", "0000000000004010")).verdict());
    }

    @Test @DisplayName("what is reported of a place that was not seen does not count")
    void reported() {
        assertEquals(Verdict.PASS, judged(false, HashMap.of("ip", "0000000000004010", "slot", "2", "r9", "00000000000000ff"), "slot", "r9").verdict());
        assertEquals(Verdict.FAIL, judged(false, HashMap.of("ip", "0000000000004020", "slot", "2"), "slot").verdict());
    }

    @Test @DisplayName("places that were not seen may be named by how they begin")
    void beginning() {
        assertEquals(Verdict.PASS, judged(false, HashMap.of("ip", "0000000000004010"), "sl*", "ram#*").verdict());
        assertEquals(Verdict.ERROR, judged(false, HashMap.of("ip", "0000000000004010"), "lot*").verdict());
    }

    @Test @DisplayName("who has seen nothing of what is expected has not answered")
    void nothing() {
        Judgement judgement = judged(false, HashMap.empty(), "ip", "slot");
        assertEquals(Verdict.UNSUPPORTED, judgement.verdict());
        assertEquals(Option.some("the answer says that nothing was seen of ip, slot"), judgement.reason());
    }

    @Test @DisplayName("the field is written, read, and in the schema")
    void written() {
        String line = "{\"seq\":1,\"outcome\":\"done\",\"delta\":{\"r1\":\"0\"},\"unseen\":[\"cr.iip\",\"psr\"]}";
        Answer answer = new AnswerLine(1, Json.fields(line).json()).answer(Schemas.of(PACK.folder()));
        assertEquals(LinkedHashSet.of("cr.iip", "psr"), ((Answer.Observed) answer).unseen());
        assertEquals(answer, Answer.of(Fields.of(answer.json())));
        assertTrue(Schemas.of(PACK.folder()).check(Schemas.Form.ANSWER, Json.parse(line.replace("[\"cr.iip\",\"psr\"]", "\"psr\""))).nonEmpty());
    }
}
