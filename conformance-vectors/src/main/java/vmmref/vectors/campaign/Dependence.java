/// What a question depends on besides what it says.
package vmmref.vectors.campaign;

import io.vavr.Function1;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import io.vavr.control.Try;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Needs;
import vmmref.vmm.Vmm;

/// An expectation that was typed stands for every implementation which meets the needs of its vector. So a vector of a campaign needs each parameter whose value it takes to
/// expect what it expects: those with another value in some named profile, and another answer.
final class Dependence {

    private final Profile profile;
    private final Function1<Profile, Option<Vmm>> references = Function1.<Profile, Option<Vmm>>of(other -> Try.of(() -> Vmm.reference(other)).toOption()).memoized();

    /// @param profile whose answers are expected
    Dependence(Profile profile) {
        this.profile = profile;
    }

    /// {@return the reference whose answers are expected}
    Vmm reference() {
        return Vmm.reference(profile);
    }

    /// {@return a question with everything that it needs}
    Question settled(Question question) {
        Set<Expectation> expected = answers(question, reference());
        Map<String, String> needs = question.kind().parameters().foldLeft(question.given().needs().conditions(), (known, parameter) ->
            known.containsKey(parameter) ? known : condition(question, parameter, expected).map(condition -> known.put(parameter, condition)).getOrElse(known));
        return question.needing(new Needs(needs));
    }

    private Option<String> condition(Question question, String parameter, Set<Expectation> expected) {
        String own = profile.parameters().get(parameter).get();
        Seq<String> otherwise = Profile.all().flatMap(named -> named.parameters().get(parameter)).distinct().remove(own)
            .filter(value -> references.apply(new Profile(profile.name(), profile.parameters().put(parameter, value))).exists(other -> !answers(question, other).equals(expected)));
        if (otherwise.isEmpty() || !own.matches("\\d+|[a-z]+")) return Option.none();
        if (own.matches("true|false"))                          return Option.some(own);
        if (own.matches("[a-z]+"))                              return Option.some("=" + own);
        Seq<Integer> numbers = otherwise.map(Integer::valueOf);
        return Option.some(numbers.exists(number -> number < Integer.parseInt(own)) ? ">=" + own : "<" + numbers.min().get());
    }

    private static Set<Expectation> answers(Question question, Vmm reference) {
        return question.kind().alternatives(reference, question.given());
    }
}
