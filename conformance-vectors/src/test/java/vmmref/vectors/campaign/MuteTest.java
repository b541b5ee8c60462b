/// How long an implementation is asked that fails.
package vmmref.vectors.campaign;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.profile.Profile;
import vmmref.properties.campaign.CandidateBroken;
import vmmref.properties.guarantee.Disagreement;
import vmmref.properties.guarantee.Subject;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.AdapterBreakdown;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.ReferenceImplementation;
import vmmref.vectors.run.Reply;
import vmmref.vmm.Vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MuteTest {

    private static final ReferenceImplementation RIGHT = new ReferenceImplementation("right", Vmm.reference(Profile.named("itanium2").get()));
    private static final String PLAIN = "0".repeat(32);

    /// Answers rightly what it answers, and crashes otherwise; or ends without a word.
    private static final class Sickly implements Conversation {
        private final Predicate<String> answers;
        private final Option<String> over;
        private int asked;
        private boolean closed;

        Sickly(Predicate<String> answers, Option<String> over) {
            this.answers = answers;
            this.over    = over;
        }

        @Override public Hello hello() {
            return RIGHT.hello();
        }

        @Override public Option<String> ask(Iterator<Vector> vectors, Replies replies) {
            asked++;
            if (over.isDefined()) return over;
            Vector vector = vectors.next();
            boolean well = answers.test(vector.given().in().path("decode").asString("no bundle"));
            replies.more(vector, well ? new Reply.Answered(RIGHT.answer(vector.given()), Option.none(), "") : new Reply.Crashed("exited with code 3", "first\n\nlast words\n"));
            return Option.none();
        }

        @Override public Seq<Breach> breaches() {
            return List.empty();
        }

        @Override public Seq<String> news() {
            return List.empty();
        }

        @Override public void close() {
            closed = true;
        }
    }

    private static void decode(Examination examination, String bundle) {
        ((Subject) examination.parts().single()).decode(Bundle.ofHex(bundle));
    }

    private static String bundle(int number) {
        return "06" + "%030x".formatted(number);
    }

    @Test @DisplayName("after eight failures and no answer, not even to plain questions, the campaign ends")
    void mute() {
        Sickly sickly = new Sickly(bundle -> false, Option.none());
        Examination examination = new Examination(sickly);
        for (int i = 1; i < 8; i++) {
            int number = i;
            Disagreement failure = assertThrows(Disagreement.class, () -> decode(examination, bundle(number)));
            assertEquals("crash, decided by TEMPLATE_RESERVED", failure.symptom());
            assertEquals("the adapter exited with code 3; on standard error: last words\nasked: {\"kind\":\"codec\",\"needs\":{},\"in\":{\"decode\":\"" + bundle(number) + "\"}}", failure.getMessage());
        }
        CandidateBroken broken = assertThrows(CandidateBroken.class, () -> decode(examination, bundle(8)));
        assertEquals("the adapter has answered nothing, and failed 8 times; the last time, it exited with code 3", broken.getMessage());
        assertInstanceOf(AdapterBreakdown.class, broken.getCause());
        assertEquals(8 + 2, sickly.asked);
    }

    @Test @DisplayName("an implementation that answers a plain question may fail in any number of others")
    void plain() {
        Sickly sickly = new Sickly(PLAIN::equals, Option.none());
        Examination examination = new Examination(sickly);
        for (int i = 0; i < 50; i++) {
            int number = i;
            assertThrows(Disagreement.class, () -> decode(examination, bundle(number)));
        }
        assertEquals(50 + 1, sickly.asked);
    }

    @Test @DisplayName("one answer, and it may fail in any number of questions after it")
    void once() {
        Sickly sickly = new Sickly(bundle(0)::equals, Option.none());
        Examination examination = new Examination(sickly);
        decode(examination, bundle(0));
        for (int i = 1; i < 50; i++) {
            int number = i;
            assertThrows(Disagreement.class, () -> decode(examination, bundle(number)));
        }
        assertEquals(50, sickly.asked);
    }

    @Test @DisplayName("a conversation that ends is the end, with its reason")
    void over() {
        Sickly sickly = new Sickly(bundle -> true, Option.some("the adapter failed 32 times in a row"));
        try (Examination examination = new Examination(sickly)) {
            assertEquals("the adapter failed 32 times in a row", assertThrows(CandidateBroken.class, () -> decode(examination, PLAIN)).getMessage());
        }
        assertEquals(true, sickly.closed);
    }
}
