/// Implementations that are asked whatever a law asks.
package vmmref.vectors.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.campaign.Campaign;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Goal;
import vmmref.properties.campaign.Law;
import vmmref.properties.campaign.Listener;
import vmmref.properties.campaign.Replay;
import vmmref.properties.campaign.Store;
import vmmref.properties.guarantee.Disagreement;
import vmmref.properties.guarantee.Subject;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.run.Implementation;
import vmmref.vectors.run.InProcess;
import vmmref.vectors.run.ReferenceImplementation;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class ExaminationTest {

    private static final Profile ITANIUM2 = Profile.named("itanium2").get();
    private static final Implementation RIGHT = new ReferenceImplementation("right", Vmm.reference(ITANIUM2));

    @TempDir Path folder;

    /// Announces what another one does, changed, and answers otherwise.
    private record Other(Hello hello, Function<Case, Answer> answers) implements Implementation {
        static Other of(Seq<String> kinds, Function<Case, Answer> answers) {
            Hello all = RIGHT.hello();
            return new Other(new Hello(all.proto(), all.impl(), kinds.toList(), all.profile(), all.level(), all.observes(), all.window(), all.timeoutMillis()), answers);
        }

        @Override public Answer answer(Case given) {
            return answers.apply(given);
        }
    }

    private record Asked(String name, Implementation implementation) implements Candidate {
        @Override public Session open() {
            return new Examination(new InProcess(implementation));
        }
    }

    private static Candidate zoo(String member) {
        return new Asked("wrong", new ReferenceImplementation(member, Zoo.named(member).get().vmm(ITANIUM2)));
    }

    private static Replay.Fails failure(Candidate candidate, String kept) {
        return assertInstanceOf(Replay.Fails.class, Replay.of(candidate, Store.finding(Path.of("../properties/findings/" + kept + ".json"))).trial());
    }

    private Closing run(Implementation implementation, String law, long tries) {
        try (Store store = Store.create(folder.resolve("store"), Config.of("asked", java.util.List.of(), 7, -1, tries, false, "now"))) {
            return Campaign.of(store, new Asked("asked", implementation), List.of(Law.named(law).get()), 1, Listener.SILENT).run(List.empty());
        }
    }

    private static Answer malformed() {
        return new Answer.Observed(Outcome.MALFORMED, HashMap.empty());
    }

    // Caught.

    @ParameterizedTest(name = "{0}") @DisplayName("a wrong machine is caught by the question: where, what was expected, what came, what was asked, and what it is about")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "AcceptsReservedTemplates     ~ fail, decided by TEMPLATE_RESERVED in outcome ~ outcome: expected malformed, got done                                   ~ {\"kind\":\"codec\",\"needs\":{},\"in\":{\"decode\":\"",
        "ForgetsInnerStops            ~ fail, decided by TEMPLATE_ASSIGNED in template ~ template: expected MI;I, got MII                                       ~ {\"kind\":\"codec\",\"needs\":{},\"in\":{\"decode\":\"",
        "LosesSignOfLongBranch        ~ fail, decided by .*LONG_BRANCH.* in slot1      ~ slot1: expected brl\\.\\S+ .*, got brl\\.\\S+ .*                        ~ {\"kind\":\"codec\",\"needs\":{},\"in\":{\"decode\":\"",
        "OverlooksThashWithUnusedBits ~ fail, decided by .* in slot0, .*               ~ slot0: expected thash r\\d+=r\\d+, got .*                                ~ {\"kind\":\"codec\",\"needs\":{},\"in\":{\"decode\":\"",
        "TakesRights5ForRights3       ~ fail, decided by RIGHTS_DENIED.*               ~ .*: expected .*, got .*                                                ~ {\"kind\":\"xlate\",\"needs\":{},\"base\":\"translate@1\",",
        "ChecksRightsBeforeKeys       ~ fail, decided by KEY_MISSING in fault\\.kind   ~ fault\\.kind: expected data-key-miss, got data-access-rights            ~ {\"kind\":\"xlate\",\"needs\":{},\"base\":\"translate@1\",",
        "IgnoresRegionIdentifier      ~ fail, decided by MISS_ALTERNATE in outcome     ~ outcome: expected fault, got done                                      ~ {\"kind\":\"xlate\",\"needs\":{},\"base\":\"translate@1\","})
    void caught(String member, String symptom, String message, String asked) {
        Replay.Fails failure = failure(zoo(member), member);
        assertTrue(failure.symptom().matches(symptom), failure::toString);
        String[] lines = failure.message().split("\n");
        assertEquals(2, lines.length, failure::toString);
        assertTrue(lines[0].matches(message), failure::toString);
        assertTrue(lines[1].startsWith("asked: " + asked), failure::toString);
        assertEquals(new Replay.Holds(), Replay.of(new Asked("right", RIGHT), Store.finding(Path.of("../properties/findings/" + member + ".json"))).trial());
    }

    @Test @DisplayName("of what an implementation does not answer nothing is said, not that it holds")
    void silent() {
        Implementation other = Other.of(List.of("xlate"), given -> malformed());
        assertInstanceOf(Replay.Silent.class, Replay.of(new Asked("other", other), Store.finding(Path.of("../properties/findings/ForgetsInnerStops.json"))).trial());
    }

    @Test @DisplayName("in a campaign it is found, made smaller and explained as any other")
    void found() {
        Closing closing = run(new ReferenceImplementation("wrong", Zoo.named("ForgetsInnerStops").get().vmm(ITANIUM2)), "BundleGuarantees.unitsAndStops", 300);
        Finding finding = closing.findings().single();
        assertEquals("template: expected MI;I, got MII", finding.message().lines().findFirst().get());
        assertEquals(2, finding.arguments().get("code").asInt());
        assertTrue(finding.isComplete() && finding.roles().size() == 2, finding::toString);
        assertFalse(closing.goals().head().met());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("whatever else an implementation does is a failure with the words of a verdict")
    @CsvSource(delimiter = '~', value = {
        "nothing ~ fail, decided by TEMPLATE_RESERVED in outcome ~ outcome: expected malformed, got done",
        "fails   ~ error, decided by TEMPLATE_RESERVED           ~ the implementation says: out of memory",
        "throws  ~ error, decided by TEMPLATE_RESERVED           ~ the implementation says: it threw java.lang.IllegalStateException: no such unit",
        "null    ~ error, decided by TEMPLATE_RESERVED           ~ the implementation says: it answered null"})
    void wilful(String what, String symptom, String message) {
        Replay.Fails failure = failure(new Asked("wilful", Other.of(List.of("codec"), given -> switch (what) {
            case "nothing" -> new Answer.Observed(Outcome.DONE, HashMap.empty());
            case "fails"   -> new Answer.Failed("out of memory");
            case "throws"  -> throw new IllegalStateException("no such unit");
            default        -> null;
        })), "AcceptsReservedTemplates");
        assertEquals(symptom, failure.symptom());
        assertEquals(message, failure.message().lines().findFirst().get());
    }

    // Not asked.

    private static Option<String> silence(Implementation implementation, Function<Subject, ?> question) {
        try (Candidate.Session session = new Examination(new InProcess(implementation))) {
            session.begin();
            question.apply((Subject) session.parts().single());
            return session.silence();
        }
    }

    private static Reference reference(ReferenceType type, int size) {
        return new Reference(type, new VirtualAddress(0x4000), size, 0, false);
    }

    @Test @DisplayName("a question that no instruction asks is skipped; one that an instruction asks is not")
    void skipped() {
        Function<Subject, ?> fetchadd = subject -> subject.translate(Scene.MACHINE, reference(ReferenceType.FETCHADD, 1), Choice.USUAL);
        assertTrue(silence(RIGHT, fetchadd).exists(why -> why.contains("fetchadd")), () -> silence(RIGHT, fetchadd).toString());
        assertEquals(Option.none(), silence(RIGHT, subject -> subject.translate(Scene.MACHINE, reference(ReferenceType.FETCHADD, 8), Choice.USUAL)));
        assertEquals(Option.none(), silence(RIGHT, subject -> List.of(1, 8).map(size -> subject.translate(Scene.MACHINE, reference(ReferenceType.FETCHADD, size), Choice.USUAL))));
        assertEquals(Option.some("its law asked nothing"), silence(RIGHT, subject -> subject));
    }

    @Test @DisplayName("what an implementation does not do, or has no room for, is skipped with the reason")
    void unsupported() {
        Function<Subject, ?> decode = subject -> subject.decode(Bundle.ofHex("06" + "0".repeat(30)));
        assertEquals(Option.some("the implementation does not announce the kind codec"), silence(Other.of(List.of("xlate"), RIGHT::answer), decode));
        assertEquals(Option.some("no decoder here"), silence(Other.of(List.of("codec"), given -> new Answer.Unsupported("no decoder here")), decode));
        assertEquals(Option.none(), silence(Other.of(List.of("codec"), given -> malformed()), decode));
        assertThrows(Disagreement.class, () -> silence(Other.of(List.of("codec"), given -> malformed()), subject -> subject.decode(Bundle.ofHex("0".repeat(32)))));
    }

    @Test @DisplayName("where a kind is not announced every case is discarded with the reason, and the goal that a law holds is not met")
    void unannounced() {
        Closing closing = run(Other.of(List.of("codec"), given -> malformed()), "ProtectionGuarantees.keys", 100);
        assertEquals("{the implementation does not announce the kind xlate=100}", closing.discards().toString());
        assertEquals(List.empty(), closing.findings());
        assertEquals(new Goal(Goal.Sort.ALWAYS, "ProtectionGuarantees.keys", Law.named("ProtectionGuarantees.keys").get().sentence(), false, "no case said anything of it"), closing.goals().head());
    }

    @Test @DisplayName("a law goes on with the answers of the reference, whatever the implementation has")
    void goesOn() {
        for (String profile : List.of("merced", "minimal", "montecito"))
            assertEquals(Option.none(), silence(new ReferenceImplementation("right", Vmm.reference(Profile.named(profile).get())), subject -> {
                assertEquals("maximal", subject.profile().name());
                assertEquals("minimal", subject.on(Profile.named("minimal").get()).profile().name());
                return subject.on(Profile.named("minimal").get()).decode(Bundle.ofHex("050000000100ffffffff7fc0f0ffffd8"));
            }));
    }
}
