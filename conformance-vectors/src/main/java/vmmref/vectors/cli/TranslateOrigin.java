/// Whose translation is asked, and of which vector.
package vmmref.vectors.cli;

import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.profile.Profile;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Operation;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.xlate.Story;
import vmmref.vmm.Vmm;

/// A mixin.
final class TranslateOrigin {

    private static final String USUAL  = "itanium2";
    private static final String LARGEST = "maximal";
    private static final String KIND   = "xlate";

    @CommandLine.Option(names = "--from", paramLabel = "ID", description = "Start on the machine of a vector of kind xlate, and ask its own instructions, one after another, if there is no QUESTION.")
    private String from;

    @CommandLine.Option(names = "--profile", paramLabel = "NAME", description = "Whose translation (default: itanium2, or that which a vector needs).")
    private String profile;

    @CommandLine.Option(names = "--freedom", paramLabel = "NAME", description = "A freedom that is taken: search, cache, replaced, purge-size, misaligned, in-flight, walker or eviction. May be repeated.")
    private java.util.List<String> freedoms = new ArrayList<>();

    @Mixin
    private PackFolder folder;

    private final Lazy<Option<Vector>> vector = Lazy.of(() -> Option.of(from).map(this::vector));

    private Vector vector(String id) {
        Vector named = folder.pack().vector(id).getOrElseThrow(() -> Selection.unknown(folder.pack(), id));
        if (!named.kind().equals(KIND)) throw new UsageMistake("--from %s: it is of kind %s; name a vector of kind %s, such as xlate/manual/0001".formatted(id, named.kind(), KIND));
        return named;
    }

    /// {@return the rules of the profile that is named; of a vector, if none is, those by which its expectation was filled}
    Validation<Seq<String>, Semantics> rules() {
        if (profile == null && vector.get().isDefined()) return new Reference().meeting(vector.get().get().needs()).map(Vmm::machine)
            .toValidation(() -> List.of("--from %s: no named profile has what it needs; name another vector".formatted(from)));
        String name = Option.of(profile).getOrElse(USUAL);
        return Profile.named(name).<Seq<String>>toValidation(() -> List.of("--profile %s: there is no such profile%s".formatted(name, Suggestions.among(Profile.all().map(Profile::name), name))))
            .flatMap(this::fit).map(Semantics::architected);
    }

    private Validation<Seq<String>, Profile> fit(Profile named) {
        Option<String> unmet = vector.get().flatMap(some -> some.needs().unmet(new Parameters(named.parameters())));
        return unmet.isEmpty() ? Validation.valid(named)
            : Validation.invalid(List.of("--profile %s: %s needs %s %s; leave --profile out".formatted(named.name(), from, unmet.get(), vector.get().get().needs().conditions().get(unmet.get()).get())));
    }

    /// {@return the rules by which other options are checked if those cannot be had}
    static Semantics largest() {
        return Semantics.architected(Profile.named(LARGEST).get());
    }

    Validation<Seq<String>, Choice> choice() {
        Seq<Freedom> all = List.of(Freedom.values());
        return Validation.sequence(List.ofAll(freedoms).map(name -> all.find(freedom -> freedom.text().equals(name)).<Seq<String>>toValidation(() ->
                List.of("--freedom %s: there is no such freedom%s".formatted(name, Suggestions.among(all.map(Freedom::text), name))))))
            .map(Choice::of);
    }

    /// {@return the machine before any other option}
    Addressing machine() {
        return story().map(Story::machine).getOrElse(() -> Scene.MACHINE.withKeys(ProtectionKeyRegisters.zero(keyRegisters(rules().getOrElse(TranslateOrigin::largest)))));
    }

    /// {@return memory before any other option}
    Memory memory() {
        return story().map(Story::memory).getOrElse(Memory.ZERO);
    }

    /// {@return the instructions of the vector, if there is one}
    Option<Seq<Operation>> instructions() {
        return story().map(Story::instructions);
    }

    private Option<Story> story() {
        return vector.get().map(some -> Story.read(some.given().start(), some.in())).map(story -> rules().map(some -> story.with(keyRegisters(some))).getOrElse(story));
    }

    private static int keyRegisters(Semantics rules) {
        return rules.profile().dimensions().pkrs();
    }
}
