package vmmref.vectors.xlate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Sample;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

@Tag("sampled")
class EvictionDraftsTest {
    private static final XlateKind KIND = new XlateKind();
    private static final Reference REFERENCE = new Reference();

    /// Of each topic.
    private static final int SOME = 25;

    private static Option<String> room(Draft draft) {
        return draft.needs().conditions().get("tc");
    }

    private static Expectation expected(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given("xlate"));
    }

    /// {@return an implementation with a cache of some size, and else as the reference that answers the draft}
    private static Vmm holding(Draft draft, String translations) {
        Vmm reference = REFERENCE.meeting(draft.needs()).get();
        Profile profile = reference.machine().profile();
        return reference.withMachine(reference.machine().withTranslator(reference.machine().translator().on(new Profile(profile.name(), profile.parameters().put("tc", translations)))));
    }

    private static Seq<Object> verdicts(Vmm vmm, Draft draft) {
        return KIND.expectation(vmm, draft.given("xlate")).alternatives().map(Expectation::verdict);
    }

    @Test @DisplayName("what was typed is what the model says")
    void typed() {
        Seq<Draft> typed = ManualDrafts.all().filter(draft -> room(draft).isDefined());
        assertEquals(7, typed.size());
        typed.forEach(draft -> {
            Expectation model = expected(draft);
            assertEquals(draft.typed().get().alternatives().map(Expectation::verdict), model.alternatives().map(Expectation::verdict), draft.title());
            assertEquals(draft.typed().get().alternatives().flatMap(Expectation::because), model.alternatives().flatMap(Expectation::because), draft.title());
            assertEquals(draft.typed().get().alternatives().map(Expectation::choice), model.alternatives().map(Expectation::choice), draft.title());
        });
    }

    @Test @DisplayName("in a cache of two the page that goes is the choice, in a larger one none goes")
    void drafts() {
        Seq<Draft> drafts = EvictionDrafts.all();
        assertEquals(2 * (3 * (9 + 9 + 2) + 2), drafts.size());
        Seq<Draft> chosen = drafts.filter(draft -> expected(draft).alternatives().exists(way -> way.choice().containsKey("eviction")));
        assertTrue(chosen.forAll(draft -> room(draft).contains("=2")));
        assertEquals(12, chosen.size(), () -> chosen.map(Draft::title).mkString("\n"));
        assertEquals(2, pinned().size());
        assertTrue(pinned().forAll(draft -> expected(draft).because().contains("TRANSLATION_MATCHED") && room(draft).contains(">=128")));
    }

    private static Seq<Draft> pinned() {
        return EvictionDrafts.all().filter(draft -> draft.title().endsWith("then one in a register"));
    }

    @Test @DisplayName("a machine that empties a register instead is caught")
    void caught() {
        Vmm wrong = Zoo.named("EvictsPinned").get().vmm(Profile.named("itanium2").get());
        pinned().forEach(draft -> assertEquals(Outcome.FAULT, ((Answer.Observed) KIND.answer(wrong, draft.given("xlate"))).outcome(), draft.title()));
    }

    @Test @DisplayName("no other case depends on how many translations a cache holds, if it holds those of the start")
    void others() {
        Seq<Draft> others = KIND.drafts().reject(draft -> room(draft).exists(need -> !need.startsWith(">=")));
        assertTrue(others.size() > 3500);
        Seq<Draft> some = Sample.of(others, SOME, Draft::topic);
        assertEquals(others.map(Draft::topic).toSet(), some.map(Draft::topic).toSet());
        assertEquals(List.empty(), some.filter(draft -> {
            String least = room(draft).map(need -> need.substring(2)).getOrElse("1");
            return !verdicts(holding(draft, least), draft).equals(verdicts(holding(draft, "9999"), draft));
        }).map(draft -> draft.topic() + ": " + draft.title()).toList());
    }
}
