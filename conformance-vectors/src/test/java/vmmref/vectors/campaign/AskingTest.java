/// What a law wants to know is asked before the reference answers.
package vmmref.vectors.campaign;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Forms;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Subject;
import vmmref.vmm.Vmm;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AskingTest {

    private static final Code CODE = new Code(new VirtualAddress(0), Vector.of(Bundle.ofHex("014000401a0400000002000000000400")));
    private static final InstructionPattern THASH = InstructionPattern.of(Forms.architected().find(form -> form.syntax().text().equals("thash r1=r3")).get());

    private final ArrayList<Question> asked = new ArrayList<>();
    private final Subject subject = new Asking(Subject.of(Vmm.reference(Profile.named("maximal").get())), asked::add);

    private void asked(Seq<String> questions) {
        assertEquals(questions, List.ofAll(asked).map(question -> question.given().in().toString()));
        assertEquals(List.empty(), List.ofAll(asked).flatMap(Question::obstacle));
    }

    @Test @DisplayName("sensitive instructions are asked for")
    void sensitive() {
        assertEquals(List.of("thash r1=r3"), subject.sensitive(true, CODE, Own.NOTHING).map(each -> each.block().name()).toList());
        asked(List.of("{\"code\":[\"014000401a0400000002000000000400\"],\"sensitive\":\"exact\"}"));
    }

    @Test @DisplayName("blocks are asked for")
    void blocks() {
        assertEquals(1, subject.recognize(Vector.of(BlockPattern.of(THASH.where("r1", 8, 9).naming("r3", "x"))), CODE, Own.NOTHING).count(each -> each instanceof Recognized.Hit));
        asked(List.of("{\"code\":[\"014000401a0400000002000000000400\"],\"blocks\":[{\"name\":\"thash r1=r3\",\"members\":[{\"form\":\"thash r1=r3\",\"where\":{\"r1\":\"8..9\"},\"names\":{\"r3\":\"x\"}}]}]}"));
    }

    @Test @DisplayName("what no case can say is answered, and not asked")
    void unsaid() {
        InstructionPattern formless = new InstructionPattern("of no form", THASH.unit(), THASH.mask(), THASH.value(), THASH.variables(), THASH.limits());
        assertEquals(1, subject.recognize(Vector.of(BlockPattern.of(formless)), CODE, Own.NOTHING).size());
        assertEquals(0, subject.sensitive(false, new Code(new VirtualAddress(0), Vector.empty()), Own.NOTHING).size());
        asked(List.empty());
    }
}
