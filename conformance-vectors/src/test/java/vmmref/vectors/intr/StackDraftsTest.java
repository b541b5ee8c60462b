/// Expectations of the register stack that were worked out by hand are those of the model, and there are enough cases.
package vmmref.vectors.intr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.event.Event;
import vmmref.model.profile.Profile;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.properties.guarantee.Whole;
import vmmref.spec.Level;
import vmmref.spec.Stacks;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Needs;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Turns;
import vmmref.vmm.Vmm;

class StackDraftsTest {
    private static final RseKind KIND = new RseKind();
    private static final Reference REFERENCE = new Reference();
    private static final Seq<Draft> DRAFTS = ManualDrafts.of("rse-manual");

    private static Expectation model(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given(RseKind.NAME));
    }

    @Test @DisplayName("a row is what the model does")
    void agrees() {
        DRAFTS.forEach(draft -> {
            assertTrue(KIND.unreadable(draft.given(RseKind.NAME)).isEmpty(), draft.title());
            assertEquals(ways(draft.typed().get()), ways(model(draft)), draft.title());
        });
    }

    private static Map<String, String> ways(Expectation expectation) {
        return expectation.alternatives().toSortedMap(way -> TreeMap.ofEntries(way.choice()).toString(), way -> way.outcome() + " " + TreeMap.ofEntries(way.places()) + " " + TreeMap.ofEntries(way.mask()));
    }

    @Test @DisplayName("with and without the clauses that decided, the same is told")
    void seen() {
        DRAFTS.forEach(draft -> REFERENCE.meeting(draft.needs()).map(vmm -> Step.of(vmm.machine())).forEach(step -> Choice.all().filter(choice -> choice.taken().size() < 3).forEach(choice -> {
            Turns turns = TurnsKind.read(draft.given(RseKind.NAME)).with(step.rules().profile().dimensions().pkrs());
            assertTrue(turns.seen(step, choice).isSame(turns.told(step, choice)), draft.title());
        })));
    }

    @Test @DisplayName("each clause of the chapter decides something in a row, and nothing in one that is near")
    void clauses() {
        Seq<Seq<String>> named = DRAFTS.map(draft -> model(draft).clauses());
        Seq<Stacks> all = Vector.of(Stacks.values()).filter(clause -> clause.level() != Level.GUARANTEE);
        assertEquals(Vector.empty(), all.filter(clause -> !named.exists(clauses -> clauses.contains(clause.name()))));
        assertEquals(Vector.empty(), all.filter(clause -> !named.zip(named.tail()).exists(pair -> pair._1.contains(clause.name()) != pair._2.contains(clause.name()))));
    }

    private static Case scene(String changes, String text) {
        return new Case(RseKind.NAME, Needs.none(), Scene.of(MachineBase.VECTORED).with(changes).executing(0, text).get().stimulus());
    }

    @Test @DisplayName("how much was loaded is not said where loadrs finds no room, and is where it is refused otherwise")
    void overfull() {
        Seq<String> places = Vector.of("ar.bspstore", "ar.rnat", "below.1", "below.96.nat", "ar.rsc", "r33");
        assertEquals(Vector.of("ar.bspstore", "ar.rnat", "below.1", "below.96.nat"), places.filter(place -> KIND.free(scene("cfm=0000000000 ar.rsc=3180000", "loadrs"), place)));
        assertEquals(Vector.empty(), places.filter(place -> KIND.free(scene("cfm=0000000000 ar.rsc=3180001", "loadrs"), place)));
        assertEquals(Vector.empty(), places.filter(place -> KIND.free(scene("cfm=0000000001 ar.rsc=80000", "loadrs"), place)));
    }

    @Test @DisplayName("an interrupt is taken before the frame is loaded, or after any of the loads, which tell no incomplete frame when all are done")
    void interrupted() {
        Case given = new Case(RseKind.NAME, Needs.none(), Scene.of(MachineBase.VECTORED).with("cfm=0000000002 ar.bspstore=c010 ar.bsp=c000 loading=1 psr+14").executing(0, "nop.m 0x0").get().happening(0, new Event.Raise(33)).stimulus());
        Expectation expected = KIND.expectation(Vmm.reference(Profile.named("itanium2").get()), given);
        assertEquals(Vector.of("0", "1", "2"), expected.alternatives().map(way -> way.choice().get("loaded").get()).toVector());
        assertEquals(Vector.of("0000004000000000", "0000004000000000", "0000000000000000"), expected.alternatives().map(way -> way.post().get("cr.isr").get()).toVector());
        assertEquals(Vector.of("-", "000000000000c008", "000000000000c000"), expected.alternatives().map(way -> way.post().get("ar.bspstore").getOrElse("-")).toVector());
    }

    @Test @DisplayName("bits of RNAT are asked for again after a collection was stored")
    void crossed() {
        Expectation expected = KIND.expectation(Vmm.reference(Profile.named("itanium2").get()), scene("ar.bspstore=c1f0 ar.bsp=c208 ar.rnat=7fffffffffffffff below.1=1 below.2=2 below.2.nat=1", "flushrs"));
        assertEquals("0000000000000001", expected.mask().get("ar.rnat").get());
        assertEquals("0000000000000000", expected.post().get("ar.rnat").get());
    }

    @Whole @Test @DisplayName("there are many cases, all of which the reference says something of, and no title stands twice")
    void many() {
        Seq<Draft> drafts = KIND.drafts();
        assertTrue(drafts.size() >= 1500, drafts.size() + " drafts");
        drafts.forEach(draft -> assertTrue(KIND.unreadable(draft.given(RseKind.NAME)).isEmpty(), draft.title()));
        assertEquals(Vector.empty(), drafts.groupBy(draft -> draft.topic() + "/" + draft.title()).filter(each -> each._2.size() > 1).keySet().toVector());
    }
}
