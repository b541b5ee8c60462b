package vmmref.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.profile.Profile;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Choice;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Defects;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;
import vmmref.properties.guarantee.Subject;
import vmmref.vmm.Vmm;

/// Properties as somebody would write them who imports the generators. The page about the generators quotes them.
class GeneratorsExampleTest {
    /// Here stands the reference; there, somebody's own implementation.
    private static final Subject MINE = Subject.of(Vmm.reference(Profile.named("maximal").get()));

    @Property(tries = 500, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    void aBranchIsReadBackWhateverItsFieldsHold(@ForAll("branches") vmmref.model.instruction.Instruction branch) {
        Bundle bundle = Instructions.bundle(Unit.B, branch.encode());
        Decoded decoded = MINE.decode(bundle).slots().get(Instructions.position(Unit.B));
        assertEquals(branch, assertInstanceOf(Decoded.Assigned.class, decoded).instruction());
        assertEquals(bundle, MINE.decode(bundle).encode());
    }

    @Provide
    Arbitrary<vmmref.model.instruction.Instruction> branches() {
        return Instructions.instructions(form -> form.unit() == Unit.B);
    }

    @Property(tries = 500, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    void aFetchReachesMemoryWhereOnePageCoversItsAddress(@ForAll("crowds") Crowd crowd) {
        for (VirtualAddress address : crowd.boundaries()) {
            int rid = crowd.regions().of(address).identifier();
            int pages = crowd.of(Stream.INSTRUCTION).held().map(held -> held.translation()).distinct().count(page -> page.covers(rid, address));
            Translated result = MINE.translate(crowd.machine(), Operations.of(Stream.INSTRUCTION, address), Choice.USUAL);
            if (pages < 2) assertEquals(pages == 1, result instanceof Translated.To, result::toString);
        }
    }

    @Provide
    Arbitrary<Crowd> crowds() {
        return Pages.cachedCrowds();
    }

    @Property(tries = 200, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    void instructionsThatAreInOrderNeverFault(@ForAll("histories") Seq<Instruction> history) {
        Addressing machine = new Crowd(Vector.empty(), Scene.MACHINE.regions()).uncollected();
        for (Instruction instruction : history) {
            Executed executed = MINE.execute(machine, instruction, Choice.USUAL);
            assertTrue(!(executed instanceof Executed.Raised), executed::toString);
            if (executed instanceof Executed.Done done) machine = machine.with(done.effects());
        }
    }

    @Provide
    Arbitrary<Seq<Instruction>> histories() {
        return Operations.histories();
    }

    @Property(tries = 500, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    void aStoreGoesOnlyWhereALoadGoes(@ForAll("scenes") Scene scene) {
        VirtualAddress address = scene.reference().address();
        Translated store = MINE.translate(scene.machine(), Operations.of(ReferenceType.STORE, address, 1, 0), Choice.USUAL);
        Translated load  = MINE.translate(scene.with(scene.machine().psr().with(15, false)).machine(), Operations.of(ReferenceType.LOAD, address, 1, 0), Choice.USUAL);
        if (store instanceof Translated.To to) assertEquals(to, load);
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Scenes.any();
    }

    @Property(tries = 500, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    void whateverIsWrongWithAPageALoadFaults(@ForAll("sound") Scene sound, @ForAll("defects") Seq<Defect> defects) {
        assertInstanceOf(Translated.To.class, MINE.translate(sound.machine(), sound.reference(), Choice.USUAL));
        Scene spoilt = defects.foldLeft(sound, (scene, defect) -> defect.in(scene));
        Translated result = MINE.translate(spoilt.machine(), spoilt.reference(), Choice.USUAL);
        assertTrue(defects.exists(defect -> defect.clause() == result.because()), result::toString);
    }

    @Provide
    Arbitrary<Scene> sound() {
        return Scenes.sound(ReferenceType.LOAD);
    }

    @Provide
    Arbitrary<Seq<Defect>> defects() {
        return Defects.combinations(Vector.of(Defect.PAGE_ABSENT, Defect.KEY_MISSING, Defect.RIGHTS_DENIED, Defect.ACCESS_BIT_CLEAR), 3);
    }

    @Property(tries = 100, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    void noCellIsInTwoMasks(@ForAll("traces") Trace trace) {
        Complex complex = Complex.reset(trace.hardware());
        for (Event event : trace.events()) {
            complex = MINE.react(trace.hardware(), complex, event).complex();
            for (Cell cell : trace.hardware().everyCell()) {
                assertTrue(complex.controllers().count(controller -> controller.route().has(cell)) <= 1, event::toString);
            }
        }
    }

    @Provide
    Arbitrary<Trace> traces() {
        return Traces.traces(100);
    }
}
