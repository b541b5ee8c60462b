package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import vmmref.model.register.Cfm;
import vmmref.properties.arbitrary.BundleText;
import vmmref.properties.arbitrary.Flaw;
import vmmref.properties.arbitrary.FlawedProgram;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.ShortProgram;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.properties.arbitrary.kernel.Act;
import vmmref.properties.arbitrary.kernel.GuestKernel;
import vmmref.properties.arbitrary.kernel.TableFormat;

/// Guests and programs are found wherever a case holds them, and their instructions are counted.
class CaseSizeTest {
    private static final GuestAction THREE = new GuestAction("three", Vector.of("mov.m r26=ar.k3 | ld8 r27=[r8] | nop.i 0", "flushrs"));

    private record Inside(int number, Option<GuestScene> perhaps, Seq<Seq<GuestScene>> more) { }

    private static GuestScene scene(int actions) {
        return new GuestScene(1, GuestScene.Mode.VIRTUAL, 0, Vector.fill(actions, THREE));
    }

    @Test
    void whatFillsABundleIsNoInstruction() {
        assertEquals(1, BundleText.instructions("ld8 r26=[r8]"));
        assertEquals(1, BundleText.instructions("nop.m 0 | (p6) mov.m r26=ar.k5 | nop.i 0"));
        assertEquals(2, BundleText.instructions("alloc r33=ar.pfs,0,8,8,0" + BundleText.STOP + "flushrs"));
        assertEquals(3, THREE.instructions());
    }

    @Test
    void theInstructionsOfAGuestAreThoseOfItsActions() {
        assertEquals(Option.some(6), CaseSize.of(List.of(7, scene(2), "text")));
        assertEquals(Option.some(0), CaseSize.of(List.of(scene(0))));
        Act act = new Act("act", Vector.of("mov r9=psr", "br.cond.sptk.few @end"));
        assertEquals(Option.some(6), CaseSize.of(List.of(new GuestKernel(1, TableFormat.values()[0], false, 0, Vector.of(act), Vector.of(Vector.of(act), Vector.of(act))))));
    }

    @Test
    void guestsAreFoundInPartsOfTheCase() {
        assertEquals(Option.some(18), CaseSize.of(List.of(new Inside(1, Option.some(scene(1)), Vector.of(Vector.of(scene(2), scene(3)), Vector.empty())))));
        assertEquals(Option.some(3), CaseSize.of(List.of(LinkedHashMap.of("one", scene(1)))));
    }

    @Test
    void aCaseWithoutThemHasNoInstructions() {
        assertEquals(Option.none(), CaseSize.of(List.of(1, "ld8 r26=[r8]", Vector.of(2L), new Inside(1, Option.none(), Vector.empty()))));
    }

    @Test
    void aFlawAddsTwoInstructionsToItsProgram() {
        ShortProgram program = new ShortProgram(new Started(1, Starts.PLAIN, Cfm.EMPTY, 0), 2, 3);
        assertTrue(program.instructions() >= 3 && program.instructions() == program.forms().size() - 1);
        assertEquals(Option.some(program.instructions() + 2), CaseSize.of(List.of(new FlawedProgram(program, Flaw.GENERAL_READ))));
    }

    @Test
    void ofAFindingThatCannotBeReadNothingIsKnown() {
        assertEquals(Option.none(), CaseSize.of(Given.finding("NoGuarantees.nothing", "symptom")));
        assertEquals(Option.none(), CaseSize.originally(Given.finding("GuestGuarantees.alone", "symptom")));
    }
}
