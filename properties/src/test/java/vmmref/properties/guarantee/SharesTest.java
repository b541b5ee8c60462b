package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.profile.Profile;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.recognize.Catalogue;
import vmmref.vmm.recognize.Limit;

/// Whatever there is to meet with has a share in the law about encounters, but for what its text says that it never comes.
class SharesTest {
    private static final Set<String> PROMISED = EncounterGuarantees.SHARES.all().map(Shares.Share::label).toSet();

    private static Seq<String> missing(Seq<String> labels, Set<String> never) {
        assertEquals(HashSet.empty(), never.intersect(PROMISED));
        assertEquals(HashSet.empty(), never.diff(labels.toSet()));
        return labels.reject(PROMISED::contains).reject(never::contains);
    }

    private static Seq<String> interruptions(String start) {
        return Vector.of(Interruption.values()).map(kind -> start + kind.text());
    }

    @Test
    void guestsAreToldOfEachInterruption() {
        assertEquals(Vector.empty(), missing(interruptions(Met.TOLD), EncounterGuarantees.NEVER_TOLD.map(name -> Met.TOLD + name)));
    }

    @Test
    void theMonitorIsCalledForEachReason() {
        assertEquals(Vector.empty(), missing(interruptions(Met.EXIT), EncounterGuarantees.NEVER_EXITS.map(name -> Met.EXIT + name)));
    }

    @Test
    void eachSensitiveInstructionIsDoneInEachWay() {
        Seq<String> labels = Catalogue.of(Profile.named("maximal").get()).entries().flatMap(SharesTest::labels).distinct();
        assertEquals(Vector.empty(), missing(labels, EncounterGuarantees.NEVER_DONE.flatMap(name -> Vector.of("emulated ", "break for ").map(way -> way + name)).filter(labels::contains)));
    }

    private static Seq<String> labels(Catalogue.Entry entry) {
        return names(entry).flatMap(name -> switch (entry.block().action().get()) {
            case EMULATE             -> Vector.of("emulated " + name);
            case PATCH_BRANCH        -> Vector.of("break for " + name, "stub for " + name);
            case PATCH_TRAP, PROTECT -> Vector.of("break for " + name);
        });
    }

    private static Seq<String> names(Catalogue.Entry entry) {
        String plain = entry.block().name().replaceAll("\\{[^}]*}", "").replaceAll("  *", " ");
        String mnemonic = plain.contains(" ") ? plain.substring(0, plain.indexOf(' ')) : plain;
        if (!mnemonic.startsWith("mov")) return Vector.of(mnemonic);
        Seq<Limit> limits = entry.block().members().head().patterns().head().limits();
        return limits.isEmpty() ? Vector.of(plain) : Vector.rangeClosed(limits.head().least(), limits.head().most()).map(number -> plain.replace("ar3", number < 8 ? "k" : "ar" + number)).distinct();
    }

    @Test
    void pagesComeToEachStateFromEachOther() {
        Seq<PageState> states = Vector.of(PageState.values());
        Seq<String> moves = states.flatMap(from -> states.reject(from::equals).map(to -> Met.PAGE + (from + " to " + to).toLowerCase(Locale.ROOT)));
        assertEquals(Vector.empty(), missing(moves.appendAll(Vector.of("copied", "copied twice", "copy gone", "copy replaced").map(name -> Met.PAGE + name)), states.tail().map(from -> Met.PAGE + (from + " to unseen").toLowerCase(Locale.ROOT)).toSet()));
    }
}
